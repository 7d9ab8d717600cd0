package io.hoster.workflows.metering;

/** How much there is of one type of storage. */
public record Stored(StorageType type, long bytes, long files) {

  public Stored {
    if (bytes < 0 || files < 0) {
      throw new IllegalArgumentException("storage is never negative: " + bytes + ", " + files);
    }
  }
}
