package io.hoster.workflows.log;

/**
 * The key that web signs tickets with and workers check them by.
 *
 * @param key at least 32 bytes
 */
public record LogTicketKey(byte[] key) {

  public LogTicketKey {
    if (key.length < 32) {
      throw new IllegalArgumentException("a ticket key has at least 32 bytes");
    }
    key = key.clone();
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "LogTicketKey[***]";
  }
}
