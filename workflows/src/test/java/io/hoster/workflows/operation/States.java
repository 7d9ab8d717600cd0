package io.hoster.workflows.operation;

import io.hoster.workflows.deployment.DeploymentStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every state that a deployment can be in, as a verdict sees it, and many that it cannot. */
record States(DeploymentStatus status, Verdict.@Nullable Open open) {

  static List<Verdict.@Nullable Open> opens() {
    List<Verdict.@Nullable Open> opens = new ArrayList<>();
    opens.add(null);
    for (OperationKind kind : OperationKind.values()) {
      for (boolean waits : new boolean[] {false, true}) {
        Step first = kind.steps().getFirst();
        opens.add(new Verdict.Open(kind, waits, false, first));
        opens.add(new Verdict.Open(kind, waits, true, first));
      }
    }
    return opens;
  }

  static List<States> all() {
    List<States> all = new ArrayList<>();
    for (DeploymentStatus status : DeploymentStatus.values()) {
      opens().forEach(open -> all.add(new States(status, open)));
    }
    return all;
  }

  Verdict verdict(CommandKind command) {
    return Verdict.of(command, status, open);
  }
}
