package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.deployment.DeploymentPlan;
import java.util.List;

/** What the compiler made of a file: a plan, or why not; and what it rewrote or dropped. */
public sealed interface Compiled {

  /** What the platform decides differently, in the file's order. */
  List<Notice> notices();

  /** The file is good. */
  record Planned(DeploymentPlan plan, List<Notice> notices) implements Compiled {

    public Planned {
      notices = List.copyOf(notices);
    }
  }

  /** The file is refused; {@code findings} has at least one entry, in the file's order. */
  record Refused(List<Finding> findings, List<Notice> notices) implements Compiled {

    public Refused {
      findings = List.copyOf(findings);
      notices = List.copyOf(notices);
    }
  }
}
