package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpecHashTest {

  private static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");

  private final SpecHash hashes = new SpecHash(TestSpecs.key());

  private static ContainerSpec spec(String... command) {
    return TestSpecs.container("x", DEPLOYMENT, TestSpecs.service("web", command));
  }

  @Test
  void theSameSpecHasTheSameHash() {
    assertThat(hashes.of(spec("a", "b"))).isEqualTo(hashes.of(spec("a", "b"))).hasSize(64);
  }

  @Test
  void fieldsDoNotRunIntoEachOther() {
    assertThat(hashes.of(spec("ab"))).isNotEqualTo(hashes.of(spec("a", "b")));
  }

  @Test
  void aSecretInTheEnvironmentCountsAndIsNotToBeSeen() {
    ContainerSpec plain = spec("a");
    ContainerSpec secret = TestSpecs.container("x", DEPLOYMENT, withPassword(plain));
    assertThat(hashes.of(secret)).isNotEqualTo(hashes.of(plain)).doesNotContain("hunter2");
  }

  private static io.hoster.workflows.deployment.ServicePlan withPassword(ContainerSpec spec) {
    var service = TestSpecs.service("web", "a");
    assertThat(service).isEqualTo(spec.service());
    service.environment().put("PASSWORD", "hunter2");
    return service;
  }

  @Test
  void anotherInstallationsKeyMakesAnotherHash() {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    assertThat(new SpecHash(new SpecKey(other)).of(spec("a"))).isNotEqualTo(hashes.of(spec("a")));
  }

  @Test
  void theGenerationIsALabelOfItsOwnAndNotPartOfIt() {
    ContainerSpec first = spec("a");
    ContainerSpec second =
        TestSpecs.container("x", DEPLOYMENT, first.service(), 2, new TreeMap<>(), List.of());
    assertThat(hashes.of(second)).isEqualTo(hashes.of(first));
  }
}
