package io.hoster.ui.tenant;

import io.hoster.ui.security.SecretBox;
import java.nio.charset.StandardCharsets;

/** Keeps a secret with its context in front, so that opening under another one fails. */
final class TestBox implements SecretBox {

  private static final int MASK = 0x5a;

  @Override
  public byte[] seal(String context, String plain) {
    return masked((context + "\n" + plain).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String open(String context, byte[] sealed) {
    String text = new String(masked(sealed), StandardCharsets.UTF_8);
    if (!text.startsWith(context + "\n")) {
      throw new IllegalArgumentException("sealed in another context");
    }
    return text.substring(context.length() + 1);
  }

  private static byte[] masked(byte[] bytes) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK;
    }
    return masked;
  }
}
