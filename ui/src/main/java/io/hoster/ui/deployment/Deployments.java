package io.hoster.ui.deployment;

import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What the pages about deployments ask. What is absent or another tenant's is a {@link
 * io.hoster.ui.Problem} 404; what may not be done now is a 409.
 */
interface Deployments {

  /**
   * What a list is narrowed to.
   *
   * @param text in name, address or template; empty: all
   * @param state null: all
   */
  record Filter(String text, @Nullable State state) {}

  /**
   * A stretch of a list.
   *
   * @param next where the next one starts; null: this was the last
   */
  record Page(List<Summary> rows, @Nullable String next) {

    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A deployment in a list.
   *
   * @param update the newer version that it can be upgraded to; null: none
   * @param url null: its template has no address
   */
  record Summary(
      DeploymentId id,
      String name,
      String template,
      String version,
      @Nullable String update,
      String icon,
      State state,
      State health,
      @Nullable String url,
      @Nullable String node,
      Instant changedAt) {

    /** Whether it runs and is known not to be well. */
    boolean isIll() {
      return state == State.RUNNING && health != State.HEALTHY && health != State.UNKNOWN;
    }
  }

  /**
   * A deployment's page.
   *
   * @param reason a sentence about the state, when there is one
   * @param direct host and port on the node; null: none
   * @param legal what may be asked of it now
   * @param operation the newest; null before the first
   * @param offers what may be decided about an operation that waits
   * @param limits of each container, by its plan
   * @param hasBefore whether there is a version or values to go back to
   * @param expiresAt when it goes away by itself; null: it stays
   */
  record Details(
      Summary summary,
      @Nullable String reason,
      String slug,
      @Nullable String direct,
      List<Service> services,
      Set<CommandKind> legal,
      @Nullable OperationView operation,
      List<Words.Offer> offers,
      Limits limits,
      boolean hasBefore,
      Instant createdAt,
      @Nullable Instant expiresAt) {

    public Details {
      services = List.copyOf(services);
      legal = Set.copyOf(legal);
      offers = List.copyOf(offers);
    }
  }

  /** A service as it was last seen. */
  record Service(
      String name,
      String image,
      State state,
      State health,
      int restarts,
      @Nullable String message,
      Instant checkedAt) {}

  /** What one container may use, by the plan called {@code plan}. */
  record Limits(String plan, long nanoCpus, long memoryBytes) {}

  /**
   * A line of the credentials.
   *
   * @param value null: hidden
   */
  record Credential(String name, String service, @Nullable String value, boolean secret) {}

  /**
   * Something that happened.
   *
   * @param actor null: the platform
   */
  record Event(Instant at, String message, @Nullable String actor) {}

  /** What all services used in one stretch of time; null: not measured. */
  record Sample(
      Instant at,
      @Nullable Double cpuPercent,
      @Nullable Long memoryBytes,
      @Nullable Long networkInBytes,
      @Nullable Long networkOutBytes,
      @Nullable Long requests,
      @Nullable Long errors,
      @Nullable Double responseMillis) {}

  /** What a deployment was asked to be, for the form that changes it. */
  record Values(
      List<Variable> variables,
      SortedMap<String, String> values,
      SortedSet<String> secrets,
      String version) {

    public Values {
      variables = List.copyOf(variables);
    }
  }

  /** Deployments, newest first. */
  Page list(Actor actor, Filter filter, @Nullable String after, int limit);

  /** How many there are in each state; a state without one is absent. */
  Map<State, Integer> counts(Actor actor);

  Details get(Actor actor, DeploymentId id);

  /** The newest operations, newest first, with their steps. */
  List<OperationView> operations(Actor actor, DeploymentId id, int limit);

  /** The newest events, newest first. */
  List<Event> events(Actor actor, DeploymentId id, int limit);

  /** The credentials, secret ones hidden. */
  List<Credential> credentials(Actor actor, DeploymentId id);

  /** What the newer version changes; a Problem 409 when there is none. */
  VersionUpgrade upgrade(Actor actor, DeploymentId id);

  /**
   * Asks to run the version {@code to}.
   *
   * @param values of the variables that it asks for
   */
  void upgrade(Actor actor, DeploymentId id, String to, SortedMap<String, String> values);

  /** Asks to go back to the version and values before the last change. */
  void goBack(Actor actor, DeploymentId id);

  /** The credentials in the clear; the audit says who saw them. */
  List<Credential> reveal(Actor actor, DeploymentId id);

  /** What was used from {@code span} ago until now, oldest first. */
  List<Sample> samples(Actor actor, DeploymentId id, Duration span);

  Values values(Actor actor, DeploymentId id);

  /** A fresh id for a command: the same id twice is one command. */
  CommandId newCommand();

  /** Asks for {@code kind}: accepted, not done, when it returns. */
  void command(Actor actor, DeploymentId id, CommandId command, CommandKind kind);

  /**
   * Asks to run with other values. Fields in trouble are pointed at as {@code /variables/NAME}.
   *
   * @param changed what is new; secrets left out stay as they are
   */
  void redeploy(Actor actor, DeploymentId id, CommandId command, SortedMap<String, String> changed);
}
