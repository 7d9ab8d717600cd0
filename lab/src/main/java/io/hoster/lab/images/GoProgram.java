package io.hoster.lab.images;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A Go program, built as a static binary from the module pinned in the recipe's go.mod and go.sum.
 *
 * @param linkerFlags beside those that make it small
 */
record GoProgram(String module, String name, String linkerFlags) implements Ingredients {

  @Override
  public void addTo(Path context) {
    HostTool.GO
        .program(
            Duration.ofMinutes(8),
            "build",
            "-trimpath",
            "-tags=timetzdata",
            "-ldflags=-s -w " + linkerFlags,
            "-o",
            name,
            module)
        .yielding()
        .in(context)
        .with(Map.of("CGO_ENABLED", "0", "GOWORK", "off"))
        .require("Building " + module);
  }
}
