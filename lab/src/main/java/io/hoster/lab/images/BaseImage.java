package io.hoster.lab.images;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The image on which the others stand, so that they share its layer; made once, by whoever asks
 * first.
 */
final class BaseImage {

  static final String IMAGE = "debian:" + DebianRoot.RELEASE + "-slim";

  private static final Logger console = LoggerFactory.getLogger("console");

  private final Docker docker;
  private final AptSettings apt;
  private final Path home;

  BaseImage(Docker docker, AptSettings apt, Path home) {
    this.docker = docker;
    this.apt = apt;
    this.home = home;
  }

  /** On the engine once this returns, by this recipe or from a registry. */
  synchronized void require() {
    String hash = RecipeHash.ofBase();
    boolean present =
        switch (docker.presence(IMAGE)) {
          case Docker.Presence.Pulled() -> true;
          case Docker.Presence.Built(String old) -> old.equals(hash);
          case Docker.Presence.Absent() -> docker.pull(IMAGE);
        };
    if (!present) {
      build(hash);
    }
  }

  private void build(String hash) {
    long start = System.nanoTime();
    try (Workspace workspace = Workspace.create(home, "debian")) {
      DebianRoot root = new DebianRoot(workspace.folder().resolve("root"));
      root.bootstrap(apt);
      docker.importRoot(IMAGE, hash, root.pack(workspace.folder().resolve("root.tar")));
    }
    console.info("{}: built in {} s", IMAGE, (System.nanoTime() - start) / 1_000_000_000);
  }
}
