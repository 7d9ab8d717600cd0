package io.hoster.activities.node;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file system of the local machine that holds the engine's data. */
record NodeDisk(long bytes, long freeBytes) {

  private static final Logger log = LoggerFactory.getLogger(NodeDisk.class);

  /** Empty where this process may not look. */
  static Optional<NodeDisk> of(String folder) {
    try {
      FileStore store = Files.getFileStore(Path.of(folder));
      return Optional.of(new NodeDisk(store.getTotalSpace(), store.getUsableSpace()));
    } catch (IOException e) {
      log.debug("The disk of the engine cannot be seen: folder={}", folder, e);
      return Optional.empty();
    }
  }
}
