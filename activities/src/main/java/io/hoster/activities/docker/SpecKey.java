package io.hoster.activities.docker;

/**
 * The key under which a container's request is hashed, derived from the installation's secret: the
 * hash on the container tells nothing of the secrets in its environment.
 *
 * @param bytes at least 32
 */
public record SpecKey(byte[] bytes) {

  public SpecKey {
    if (bytes.length < 32) {
      throw new IllegalArgumentException("a spec key has at least 32 bytes");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "SpecKey[***]";
  }
}
