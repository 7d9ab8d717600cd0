package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process that has no master key, or not the one of its database, says so and ends. */
@ExtendWith(Installed.class)
class StartRefusedIT {

  private final Installation installation;

  StartRefusedIT(Installation installation) {
    this.installation = installation;
  }

  @BeforeEach
  void startWhatIsDown() {
    installation.startWhatIsDown();
  }

  @Test
  void withoutAKeyInProduction() {
    assertThat(refused(Map.of("HOSTER_ENV", "production", "HOSTER_HOME", "/nowhere")))
        .isEqualTo(
            "HOSTER_MASTER_KEY is missing: set it to 64 hexadecimal digits, kept apart from the backups.");
  }

  @Test
  void withWhatIsNoKey() {
    assertThat(refused(Map.of("HOSTER_MASTER_KEY", "correct-horse")))
        .isEqualTo(
            "HOSTER_MASTER_KEY must hold 64 hexadecimal digits: give it the key of this installation.");
  }

  @Test
  void withTheKeyOfAnotherInstallation() {
    assertThat(refused(Map.of("HOSTER_MASTER_KEY", "5a".repeat(32))))
        .startsWith("The master key is not the one of this database")
        .endsWith("the key of the first start.")
        .doesNotContain("5a5a");
  }

  /** With the installation's own key the same process starts: what is proved is the key's doing. */
  @Test
  void theOwnKeyIsTaken() {
    Program worker = installation.worker(Map.of());
    worker.start();
    assertThat(worker.isAlive()).isTrue();
    worker.stop();
  }

  /** What it said as it was refused: one sentence, as the only line that is no mere news. */
  private String refused(Map<String, String> settings) {
    List<String> before = installation.rows().beginnings();
    Program worker = installation.worker(settings);
    int written = worker.lines().size();
    assertThat(worker.run()).isEqualTo(1);
    List<Program.Line> lines = worker.lines();
    assertThat(installation.rows().beginnings()).isEqualTo(before);
    List<Program.Line> said =
        lines.subList(written, lines.size()).stream()
            .filter(line -> !line.level().equals("INFO"))
            .toList();
    assertThat(said).hasSize(1);
    return said.getFirst().message();
  }
}
