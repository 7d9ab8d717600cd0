package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the rows say with what there is: on the Docker engine, at the edge, over REST. */
final class Truth {

  private final Installation installation;
  private final Rows rows;

  Truth(Installation installation) {
    this.installation = installation;
    this.rows = installation.rows();
  }

  /** One container a service, one network, the volumes, the ports, one live route that answers. */
  void isRunning(Subject subject) {
    endedAs(subject, "succeeded", "running");
    World.Made made = installation.world().of(subject.id());
    isWhole(subject, made);
    assertThat(made.containers()).extracting(World.Running::state).containsOnly("running");
    assertThat(published(made)).isEqualTo(rows.ports(subject.id())).hasSize(1);
    Rows.Route route = rows.route(subject.id()).orElseThrow();
    assertThat(route.state()).isEqualTo("live");
    assertThat(route.upstream()).isEqualTo("127.0.0.1:" + published(made).iterator().next());
    answers(route.host(), 200);
  }

  /** As when it runs, but the containers rest and the address says so. */
  void isStopped(Subject subject) {
    endedAs(subject, "succeeded", "stopped");
    World.Made made = installation.world().of(subject.id());
    isWhole(subject, made);
    assertThat(made.containers()).extracting(World.Running::state).containsOnly("exited");
    assertThat(rows.ports(subject.id())).hasSize(1);
    Rows.Route route = rows.route(subject.id()).orElseThrow();
    assertThat(route.state()).isEqualTo("stopped");
    answers(route.host(), 503);
  }

  /** As when it is stopped, but its address says that it is suspended. */
  void isSuspended(Subject subject) {
    endedAs(subject, "succeeded", "suspended");
    World.Made made = installation.world().of(subject.id());
    isWhole(subject, made);
    assertThat(made.containers()).extracting(World.Running::state).containsOnly("exited");
    Rows.Route route = rows.route(subject.id()).orElseThrow();
    assertThat(route.state()).isEqualTo("suspended");
    answers(route.host(), 503);
  }

  /** Nothing of it is left, and its host leads nowhere. */
  void isGone(Subject subject, String endedAs) {
    isGone(subject.id(), endedAs);
  }

  /** As above, of whatever template it was. */
  void isGone(String id, String endedAs) {
    Rows.Deployment deployment = rows.deployment(id);
    assertThat(deployment.deleted()).as("deleted: %s", deployment).isTrue();
    assertThat(rows.operations(id).getFirst().status()).isEqualTo(endedAs);
    assertThat(installation.world().of(id))
        .isEqualTo(new World.Made(List.of(), List.of(), List.of()));
    assertThat(rows.ports(id)).isEmpty();
    assertThat(rows.subnets(id)).isZero();
    assertThat(rows.route(id)).isEmpty();
    assertThat(rows.secrets(id)).isZero();
    answers(deployment.host(), 404);
  }

  /** At rest all {@link Invariants} hold; among them, that nothing is orphaned. */
  void nothingIsOrphaned() {
    installation.invariants().hold();
  }

  private void endedAs(Subject subject, String operation, String status) {
    Rows.Operation newest = rows.operations(subject.id()).getFirst();
    assertThat(newest.status())
        .as("%s with steps %s", newest, rows.steps(newest.id()))
        .isEqualTo(operation);
    assertThat(rows.steps(newest.id()))
        .extracting(Rows.Step::status)
        .containsAnyOf("done")
        .isSubsetOf("done", "skipped");
    assertThat(rows.deployment(subject.id()).status()).isEqualTo(status);
  }

  private void isWhole(Subject subject, World.Made made) {
    assertThat(made.containers())
        .extracting(World.Running::name)
        .containsExactlyInAnyOrderElementsOf(rows.containerNames(subject.id()))
        .hasSize(subject.app().containers());
    assertThat(made.networks()).hasSize(1);
    assertThat(made.volumes()).hasSize(subject.app().volumes());
    assertThat(rows.subnets(subject.id())).isEqualTo(1);
  }

  private static Set<Integer> published(World.Made made) {
    Set<Integer> ports = new TreeSet<>();
    made.containers().forEach(container -> ports.addAll(container.ports()));
    return ports;
  }

  private void answers(String host, int status) {
    await("the edge answers " + status + " for " + host)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(installation.edge().get(host).status()).isEqualTo(status));
  }
}
