package io.hoster.store.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random IV in front; the context is authenticated, so nothing can be moved. */
public final class Sealing {

  private static final int IV = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sealing() {}

  /** Seals {@code plain} for {@code context}. */
  public static byte[] seal(byte[] key, String context, byte[] plain) {
    byte[] iv = new byte[IV];
    RANDOM.nextBytes(iv);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, context).doFinal(plain);
      byte[] all = Arrays.copyOf(iv, IV + sealed.length);
      System.arraycopy(sealed, 0, all, IV, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when it was sealed for another context, by another key, or
   *     changed
   */
  public static byte[] open(byte[] key, String context, byte[] sealed) {
    try {
      byte[] iv = Arrays.copyOf(sealed, IV);
      return cipher(Cipher.DECRYPT_MODE, key, iv, context).doFinal(sealed, IV, sealed.length - IV);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "a secret does not open: it was moved, changed, or sealed by another master key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
