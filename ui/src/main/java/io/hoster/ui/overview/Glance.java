package io.hoster.ui.overview;

import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the overview asks. */
interface Glance {

  /**
   * Everything at once.
   *
   * @param suspended why the account is, ": as a sentence." or "."; null: it is not
   * @param states how many deployments are in each state
   * @param recent the newest operations of different deployments, newest first
   */
  record Seen(
      boolean emailVerified,
      @Nullable String suspended,
      SortedMap<State, Integer> states,
      List<Trouble> troubles,
      List<Work> recent,
      List<Use> uses) {

    public Seen {
      troubles = List.copyOf(troubles);
      recent = List.copyOf(recent);
      uses = List.copyOf(uses);
    }
  }

  /** A deployment that needs somebody, and why. */
  record Trouble(DeploymentId id, String name, String why) {}

  /** What is or was done to a deployment. */
  record Work(DeploymentId id, OperationView operation) {

    Instant at() {
      Instant end = operation.finishedAt();
      return end == null ? operation.startedAt() : end;
    }

    @Nullable Instant end() {
      return operation.finishedAt();
    }
  }

  /** So many of a kind are used of so many that the plan allows. */
  record Use(Kind kind, int used, int limit) {}

  /** What a plan counts. */
  enum Kind {
    SITES,
    APIS,
    DATABASES
  }

  Seen look(Actor actor);
}
