package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DockerChecksTest {

  @Test
  void runsACommandAsItStands() {
    assertThat(DockerChecks.command(List.of("CMD", "pg_isready", "-h", "127.0.0.1")))
        .containsExactly("pg_isready", "-h", "127.0.0.1");
  }

  @Test
  void givesALineToTheContainersShell() {
    assertThat(DockerChecks.command(List.of("CMD-SHELL", "curl -f localhost || exit 1")))
        .containsExactly("/bin/sh", "-c", "curl -f localhost || exit 1");
  }

  @Test
  void runsNothingWhereThereIsNoCheck() {
    assertThat(DockerChecks.command(null)).isEmpty();
    assertThat(DockerChecks.command(List.of())).isEmpty();
    assertThat(DockerChecks.command(List.of("NONE"))).isEmpty();
    assertThat(DockerChecks.command(List.of("CMD"))).isEmpty();
  }
}
