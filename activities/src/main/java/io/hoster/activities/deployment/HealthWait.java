package io.hoster.activities.deployment;

import io.hoster.activities.SteadyClock;
import io.hoster.activities.docker.ContainerEngine;
import io.hoster.activities.docker.ContainerEngine.ContainerFacts;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Waits until containers do what they should: run, and be healthy where they say how to ask. One
 * that ended is a failed try, also while its engine starts it again and again.
 */
@Component
final class HealthWait {

  /** One try of a wait; then the step's next attempt goes on waiting, counted. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What nobody can ask how it is has to run this long: its engine starts what ends at once again
   * and again, so that it runs at some moment of every second.
   */
  private static final int STAYS_MILLIS = 2_000;

  private static final int SHORTEST_LOOK_MILLIS = 10;
  private static final int LONGEST_LOOK_MILLIS = 250;

  /** A look more or less shall cost little beside what the wait takes anyway. */
  private static final int LOOKS_A_WAIT = 16;

  private static final Set<String> ENDED = Set.of("exited", "dead", "restarting");

  private final Clock clock = new SteadyClock();

  /** Before {@code service} starts: what it depends on has got as far as it asks. */
  void forDependencies(
      StepContext context, Containers containers, Facts facts, ServicePlan service) {
    for (Dependency dependency : service.dependsOn()) {
      switch (dependency.condition()) {
        case STARTED -> {}
        case HEALTHY -> until(context, containers, facts, dependency.service(), true);
        case COMPLETED -> untilCompleted(context, containers, facts, dependency.service());
      }
    }
  }

  /** All services of the plan run, and are healthy where they have a check. */
  void forAll(StepContext context, Containers containers, Facts facts, DeploymentPlan plan) {
    List<ContainerFacts> unchecked = new ArrayList<>();
    for (ServicePlan service : plan.services()) {
      if (plan.runsOnce(service.name())) {
        untilCompleted(context, containers, facts, service.name());
      } else {
        boolean checked = service.healthcheck() != null;
        ContainerFacts found = until(context, containers, facts, service.name(), checked);
        if (found.health().equals("none")) {
          unchecked.add(found);
        }
      }
    }
    if (!unchecked.isEmpty()) {
      context.pause(STAYS_MILLIS);
      unchecked.forEach(seen -> requireThatItStayed(context, containers, facts, seen));
    }
  }

  private static void requireThatItStayed(
      StepContext context, Containers containers, Facts facts, ContainerFacts seen) {
    String service = seen.service();
    ContainerFacts found = find(containers.engine(context), seen.name(), service);
    if (!found.state().equals("running") || !Objects.equals(found.startedAt(), seen.startedAt())) {
      saw(context, facts, service, found.state(), "unhealthy");
      throw exited(service, found);
    }
  }

  private ContainerFacts until(
      StepContext context, Containers containers, Facts facts, String service, boolean healthy) {
    Look look = new Look();
    ContainerEngine engine = containers.engine(context);
    String name = containers.containerName(facts, service);
    EarlyChecks checks = EarlyChecks.of(engine, name);
    while (true) {
      ContainerFacts found = find(engine, name, service);
      if (found.state().equals("running") && (!healthy || isHealthy(found, checks, context))) {
        saw(context, facts, service, "running", healthy ? "healthy" : "none");
        return found;
      }
      if (ENDED.contains(found.state())) {
        saw(context, facts, service, found.state(), "unhealthy");
        throw exited(service, found);
      }
      if (look.isOver() || found.health().equals("unhealthy")) {
        saw(context, facts, service, found.state(), found.health());
        throw notHealthy(service, found);
      }
      look.again(context);
    }
  }

  private static boolean isHealthy(ContainerFacts found, EarlyChecks checks, StepContext context) {
    return switch (found.health()) {
      case "healthy", "none" -> true;
      case "starting" -> checks.pass(context::isCancelled);
      default -> false;
    };
  }

  private void untilCompleted(
      StepContext context, Containers containers, Facts facts, String service) {
    Look look = new Look();
    ContainerEngine engine = containers.engine(context);
    String name = containers.containerName(facts, service);
    while (true) {
      ContainerFacts found = find(engine, name, service);
      if (found.state().equals("exited") && found.exitCode() == 0) {
        saw(context, facts, service, "exited", "none");
        return;
      }
      if (found.state().equals("exited")) {
        throw exited(service, found);
      }
      if (look.isOver()) {
        throw new StepFailure(FailureType.NOT_HEALTHY, service + " has not finished yet.");
      }
      look.again(context);
    }
  }

  private static void saw(
      StepContext context, Facts facts, String service, String state, String health) {
    context.writing(rows ->
        rows.deployments().setServiceState(facts.tenant(), facts.id(), service, state, health));
  }

  private static ContainerFacts find(ContainerEngine engine, String name, String service) {
    return engine
        .inspect(name)
        .orElseThrow(() ->
            new StepFailure(
                FailureType.CONTAINER_EXITED, "The container of " + service + " is gone."));
  }

  private static StepFailure exited(String service, ContainerFacts found) {
    String why =
        found.outOfMemory()
            ? " because it needed more memory than its limit"
            : found.state().equals("running")
                ? " soon after its start"
                : " with code " + found.exitCode();
    return new StepFailure(
        FailureType.CONTAINER_EXITED, service + " ended" + why + ". Its log says more.");
  }

  private static StepFailure notHealthy(String service, ContainerFacts found) {
    String last = found.healthMessage();
    return new StepFailure(
        FailureType.NOT_HEALTHY,
        service
            + " is not healthy yet"
            + (last == null || last.isBlank() ? "." : ". Last answer: " + last.strip()));
  }

  /** Looks often at first, then less. */
  private final class Look {

    private final Instant begun = clock.instant();

    boolean isOver() {
      return clock.instant().isAfter(begun.plus(PATIENCE));
    }

    void again(StepContext context) {
      long waited = Duration.between(begun, clock.instant()).toMillis();
      context.pause(Math.clamp(waited / LOOKS_A_WAIT, SHORTEST_LOOK_MILLIS, LONGEST_LOOK_MILLIS));
    }
  }
}
