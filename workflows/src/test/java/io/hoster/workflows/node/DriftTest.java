package io.hoster.workflows.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.World.Difference;
import io.hoster.workflows.node.World.Found;
import io.hoster.workflows.node.World.FoundContainer;
import io.hoster.workflows.node.World.FoundObject;
import io.hoster.workflows.node.World.Leftover;
import io.hoster.workflows.node.World.WantedApp;
import io.hoster.workflows.node.World.WantedRoute;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTest {

  private static final DeploymentId APP = new DeploymentId("dep_1");
  private static final String WEB = "hoster-a-dep_1-web-1";
  private static final WantedRoute LIVE =
      new WantedRoute("live", "127.0.0.1:30001", List.of(30001));
  private static final Found NOTHING = new Found(List.of(), List.of(), List.of());

  private static WantedApp app(DeploymentStatus status, boolean busy, WantedRoute route) {
    return new WantedApp(
        new TenantId("ten_1"),
        APP,
        status,
        busy,
        List.of(WEB),
        List.of("hoster-a-dep_1-net"),
        List.of("hoster-a-dep_1-vol-data"),
        route);
  }

  private static Found found(boolean running) {
    return new Found(
        List.of(new FoundContainer(WEB, "c1", "dep_1", running, false)),
        List.of(new FoundObject("hoster-a-dep_1-net", "dep_1")),
        List.of(new FoundObject("hoster-a-dep_1-vol-data", "dep_1")));
  }

  private static List<DriftKind> kinds(WantedApp app, Found found) {
    return Drift.between("hoster-a-", List.of(app), List.of(), found).stream()
        .map(Difference::kind)
        .toList();
  }

  @Test
  void aRunningAppWithAllOfItIsNoDrift() {
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, LIVE), found(true))).isEmpty();
  }

  @Test
  void eachThingOfARunningAppThatIsNotThereIsNamed() {
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, LIVE), NOTHING))
        .containsExactly(
            DriftKind.CONTAINER_MISSING, DriftKind.NETWORK_MISSING, DriftKind.VOLUME_MISSING);
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, LIVE), found(false)))
        .containsExactly(DriftKind.CONTAINER_STOPPED);
  }

  @Test
  void aContainerThatEndsByItselfMayHaveEnded() {
    Found ended =
        new Found(
            List.of(new FoundContainer(WEB, "c1", "dep_1", false, true)),
            found(true).networks(),
            found(true).volumes());
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, LIVE), ended)).isEmpty();
  }

  @Test
  void aRouteMustLeadToAPortOfTheApp() {
    WantedRoute elsewhere = new WantedRoute("live", "127.0.0.1:39999", List.of(30001));
    WantedRoute says = new WantedRoute("stopped", null, List.of(30001));
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, elsewhere), found(true)))
        .containsExactly(DriftKind.ROUTE_WRONG);
    assertThat(kinds(app(DeploymentStatus.RUNNING, false, says), found(true)))
        .containsExactly(DriftKind.ROUTE_WRONG);
    assertThat(kinds(app(DeploymentStatus.STOPPED, false, LIVE), found(false)))
        .containsExactly(DriftKind.ROUTE_WRONG);
  }

  @Test
  void aStoppedAppMayHaveNoContainerButNoneThatRuns() {
    WantedRoute says = new WantedRoute("stopped", null, List.of(30001));
    assertThat(kinds(app(DeploymentStatus.STOPPED, false, says), found(false))).isEmpty();
    assertThat(kinds(app(DeploymentStatus.SUSPENDED, false, says), found(true)))
        .containsExactly(DriftKind.CONTAINER_RUNS);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsJudgedWhileWorkGoesOn(DeploymentStatus status) {
    assertThat(kinds(app(status, true, LIVE), NOTHING)).isEmpty();
    Found extra =
        new Found(
            List.of(new FoundContainer("hoster-a-dep_1-new-1", "c9", "dep_1", true, false)),
            List.of(),
            List.of());
    assertThat(kinds(app(status, true, LIVE), extra)).isEmpty();
  }

  @Test
  void whatNoRowKnowsIsShownAndUnderAForeignNameNotOfferedForRemoval() {
    Found strange =
        new Found(
            List.of(
                new FoundContainer("hoster-a-dep_9-web-1", "c2", "dep_9", true, false),
                new FoundContainer("somebody", "c3", "dep_9", true, false)),
            List.of(new FoundObject("hoster-a-dep_9-net", "dep_9")),
            List.of(new FoundObject("hoster-a-dep_9-vol-data", "dep_9")));
    List<Difference> differences =
        Drift.between(
            "hoster-a-",
            List.of(),
            List.of(new Leftover(DriftKind.PORT_UNKNOWN, "30007")),
            strange);
    assertThat(differences)
        .extracting(Difference::kind)
        .containsExactly(
            DriftKind.CONTAINER_UNKNOWN,
            DriftKind.CONTAINER_FOREIGN,
            DriftKind.NETWORK_UNKNOWN,
            DriftKind.VOLUME_UNKNOWN,
            DriftKind.PORT_UNKNOWN);
    assertThat(DriftKind.CONTAINER_FOREIGN.choices()).containsExactly(DriftKind.Choice.LEAVE);
    assertThat(differences.getFirst().objectId()).isEqualTo("c2");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotRepairedAsksAPerson(DriftKind kind) {
    assertThat(kind.choices().isEmpty()).isEqualTo(kind.isRepaired());
  }
}
