package io.hoster.workflows.deployment;

import static io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth.BAD;
import static io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth.COMPLETED;
import static io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth.STARTING;
import static io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentHealth.ServiceHealth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentHealthTest {

  @ParameterizedTest
  @CsvSource({
    "running, none, false, 0, WELL",
    "running, healthy, false, 0, WELL",
    "running, starting, false, 0, STARTING",
    "running, unhealthy, false, 0, BAD",
    "restarting, none, false, 1, BAD",
    "exited, none, false, 0, BAD",
    "exited, none, true, 0, COMPLETED",
    "exited, none, true, 1, BAD",
    "missing, unhealthy, false, 0, BAD",
  })
  void aContainersStateComesTo(
      String state, String health, boolean runsOnce, int exitCode, ServiceHealth expected) {
    assertThat(ServiceHealth.of(state, health, runsOnce, exitCode)).isEqualTo(expected);
  }

  @Test
  void everyServiceWellIsHealthy() {
    assertThat(DeploymentHealth.of(List.of(WELL, WELL))).isEqualTo(DeploymentHealth.HEALTHY);
  }

  @Test
  void someServiceBadIsDegraded() {
    assertThat(DeploymentHealth.of(List.of(WELL, BAD))).isEqualTo(DeploymentHealth.DEGRADED);
    assertThat(DeploymentHealth.of(List.of(STARTING))).isEqualTo(DeploymentHealth.DEGRADED);
  }

  @Test
  void allServicesBadIsUnhealthy() {
    assertThat(DeploymentHealth.of(List.of(BAD, BAD))).isEqualTo(DeploymentHealth.UNHEALTHY);
  }

  @Test
  void whatEndedAsItShouldCountsNoMore() {
    assertThat(DeploymentHealth.of(List.of(COMPLETED, WELL))).isEqualTo(DeploymentHealth.HEALTHY);
    assertThat(DeploymentHealth.of(List.of(COMPLETED, BAD))).isEqualTo(DeploymentHealth.UNHEALTHY);
    assertThat(DeploymentHealth.of(List.of(COMPLETED))).isEqualTo(DeploymentHealth.HEALTHY);
  }

  @Test
  void withoutServicesNothingIsKnown() {
    assertThat(DeploymentHealth.of(List.of())).isEqualTo(DeploymentHealth.UNKNOWN);
  }
}
