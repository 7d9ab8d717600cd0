package io.hoster.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "web, worker ,edge"})
  void withoutAWordAProcessHasAllRoles(String text) {
    assertThat(Roles.properties(text))
        .containsEntry("hoster.role.web", true)
        .containsEntry("hoster.role.worker", true)
        .containsEntry("hoster.role.edge", true)
        .doesNotContainKeys("server.port", "hoster.left-out-too");
  }

  @Test
  void withoutTheWebItServesOnTheInternalPortOnly() {
    assertThat(Roles.arguments("worker,edge"))
        .contains(
            "--hoster.role.web=false",
            "--hoster.role.worker=true",
            "--server.port=${hoster.internal-port}",
            "--server.address=${hoster.internal-address}");
  }

  @Test
  void aWordThatIsNoRoleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roles.properties("web,wroker"))
        .withMessageContaining("wroker");
  }
}
