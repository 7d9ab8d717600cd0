package io.hoster.lab.images;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The packages that the recipe's package.json and package-lock.json pin, as the folder
 * node_modules; no script of theirs runs.
 */
record NodeModules() implements Ingredients {

  @Override
  public void addTo(Path context) {
    HostTool.NPM
        .program(
            Duration.ofMinutes(4),
            "ci",
            "--ignore-scripts",
            "--omit=dev",
            "--no-audit",
            "--no-fund")
        .yielding()
        .in(context)
        .require("Installing the packages of package-lock.json");
  }
}
