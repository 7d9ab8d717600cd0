package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.deployment.DeploymentPlan;
import java.util.List;

/** What the compiler made of a file: a plan, or why not. */
public sealed interface Compiled {

  /** The file is good. */
  record Planned(DeploymentPlan plan) implements Compiled {}

  /** The file is refused; {@code findings} has at least one entry, in the file's order. */
  record Refused(List<Finding> findings) implements Compiled {

    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
