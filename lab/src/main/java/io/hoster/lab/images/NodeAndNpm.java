package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Node's own binary and npm, both from the npm registry, by these versions. */
record NodeAndNpm(String node, String npm) implements Ingredients {

  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Override
  public void addTo(Path context) {
    try {
      unpack("node-linux-" + architecture() + "@" + node, context, "2", "package/bin/node");
      unpack("npm@" + npm, Files.createDirectory(context.resolve("npm")), "1", "package");
    } catch (IOException refused) {
      throw new LabFailure("Node cannot be unpacked: " + refused.getMessage() + ".", refused);
    }
  }

  private static void unpack(String wanted, Path folder, String strip, String member)
      throws IOException {
    Program.Outcome packed =
        HostTool.NPM.program(LIMIT, "pack", "--silent", wanted).in(folder).run();
    String archive = packed.output().lines().reduce("", (_, last) -> last).strip();
    if (!packed.ok() || !archive.endsWith(".tgz")) {
      throw new LabFailure("npm does not give " + wanted + ": " + packed.output());
    }
    Program.of(LIMIT, "tar", "xzf", archive, "--no-same-owner", "--strip-components", strip, member)
        .in(folder)
        .require("Unpacking " + wanted);
    Files.delete(folder.resolve(archive));
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
  }
}
