package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
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

  private String hashOf(FileSpec... files) {
    return hashes.of(
        TestSpecs.container(
            "x",
            DEPLOYMENT,
            TestSpecs.with("true", false, List.of(), List.of(files), Wishes.NONE)));
  }

  @Test
  void theContentOfAFileCounts() {
    FileSpec file = new FileSpec("/etc/a/b", "1", 0444, 0, 0, false);
    assertThat(
            List.of(
                hashOf(),
                hashOf(file),
                hashOf(new FileSpec("/etc/a/b", "2", 0444, 0, 0, false)),
                hashOf(new FileSpec("/etc/a/c", "1", 0444, 0, 0, false)),
                hashOf(new FileSpec("/etc/a/b", "1", 0400, 0, 0, false)),
                hashOf(file, new FileSpec("/etc/a/c", "1", 0444, 0, 0, false))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aWishCounts() {
    assertThat(
            List.of(
                hashOf(),
                hashes.of(
                    TestSpecs.container(
                        "x",
                        DEPLOYMENT,
                        TestSpecs.with(
                            "true",
                            false,
                            List.of(),
                            List.of(),
                            new Wishes(0, null, true, false, null)))),
                hashes.of(
                    TestSpecs.container(
                        "x",
                        DEPLOYMENT,
                        TestSpecs.with(
                            "true",
                            false,
                            List.of(),
                            List.of(),
                            new Wishes(0, new OpenFiles(1, 1), true, false, null))))))
        .doesNotHaveDuplicates();
  }

  /** The containers of the release before must not all be replaced because plans can say more. */
  @Test
  void aPlanThatSaysNothingNewKeepsItsHash() {
    assertThat(hashes.of(spec("a", "b")))
        .isEqualTo("62c00b80826c5f8b1faafceef37b411ea628432fba1c26ef77261379f58ba825");
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
