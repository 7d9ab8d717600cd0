package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Go program whose module lacks a file that its own releases make.
 *
 * @param file among the recipe's
 * @param target where it belongs, as an import path
 */
record CompletedGoProgram(GoProgram program, String file, String target) implements Ingredients {

  /** The build takes the modules from the folder {@code vendor} where there is one. */
  @Override
  public void addTo(Path context) {
    HostTool.GO
        .program(Duration.ofMinutes(4), "mod", "vendor")
        .yielding()
        .in(context)
        .require("Copying the modules of " + program.module());
    Path vendor = context.resolve("vendor");
    try {
      Files.copy(context.resolve(file), vendor.resolve(target));
    } catch (IOException refused) {
      throw new LabFailure(file + " cannot be added to " + program.module() + ".", refused);
    }
    program.addTo(context);
    Workspace.deleteTree(vendor);
  }
}
