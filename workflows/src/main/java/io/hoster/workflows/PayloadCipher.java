package io.hoster.workflows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts payloads with AES-256-GCM; the key's id travels beside the data, so keys can rotate. */
public final class PayloadCipher implements PayloadCodec {

  private static final ByteString ENCODING = ByteString.copyFromUtf8("binary/encrypted");
  private static final String KEY_ID = "encryption-key-id";
  private static final int IV = 12;
  private static final int TAG_BITS = 128;

  private final String current;
  private final SortedMap<String, byte[]> ring;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param current the id of the key to encrypt with
   * @param ring all keys by id, 32 bytes each
   */
  public PayloadCipher(String current, SortedMap<String, byte[]> ring) {
    if (!ring.containsKey(current)) {
      throw new IllegalArgumentException("the key ring has no key " + current);
    }
    this.current = current;
    this.ring = new TreeMap<>(ring);
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::encrypt).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decrypt).toList();
  }

  private Payload encrypt(Payload payload) {
    try {
      byte[] iv = new byte[IV];
      random.nextBytes(iv);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, iv).doFinal(payload.toByteArray());
      return Payload.newBuilder()
          .putMetadata("encoding", ENCODING)
          .putMetadata(KEY_ID, ByteString.copyFromUtf8(current))
          .setData(ByteString.copyFrom(iv).concat(ByteString.copyFrom(sealed)))
          .build();
    } catch (GeneralSecurityException e) {
      throw new PayloadCodecException(e);
    }
  }

  private Payload decrypt(Payload payload) {
    if (!ENCODING.equals(payload.getMetadataOrDefault("encoding", ByteString.EMPTY))) {
      return payload;
    }
    try {
      String id = payload.getMetadataOrThrow(KEY_ID).toStringUtf8();
      byte[] iv = payload.getData().substring(0, IV).toByteArray();
      byte[] sealed = payload.getData().substring(IV).toByteArray();
      return Payload.parseFrom(cipher(Cipher.DECRYPT_MODE, id, iv).doFinal(sealed));
    } catch (GeneralSecurityException | InvalidProtocolBufferException | RuntimeException e) {
      throw new PayloadCodecException(e);
    }
  }

  private Cipher cipher(int mode, String id, byte[] iv) throws GeneralSecurityException {
    byte[] key = ring.get(id);
    if (key == null) {
      throw new GeneralSecurityException("no key " + id + " in the ring");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    return cipher;
  }
}
