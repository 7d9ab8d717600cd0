package io.hoster.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void passesArgumentsAsTheyAre() {
    assertThat(Program.of(LONG, "echo", "$HOME; a  b").require("Echo")).isEqualTo("$HOME; a  b");
  }

  @Test
  void runsInItsFolderWithItsEnvironment(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("here"), "");

    assertThat(Program.of(LONG, "ls").in(folder).require("Listing")).isEqualTo("here");
    assertThat(
            Program.of(LONG, "printenv", "LAB_WORD")
                .with(Map.of("LAB_WORD", "x"))
                .require("Asking"))
        .isEqualTo("x");
  }

  @Test
  void tellsWhatFailedAndWhatItSaid() {
    assertThatThrownBy(() -> Program.of(LONG, "ls", "/no/such/folder").require("Listing"))
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("Listing failed (ls /no/such/folder)")
        .hasMessageContaining("No such file");
  }

  @Test
  void tellsWhichProgramIsMissing() {
    assertThatThrownBy(() -> Program.of(LONG, "no-such-program").run())
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("no-such-program");
  }

  @Test
  void stopsOneThatTakesTooLong() {
    Program.Outcome outcome = Program.of(Duration.ofMillis(50), "sleep", "600").run();

    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.output()).contains("took too long");
  }

  @Test
  void stopsOneThatStaysSilent() {
    assertThat(Program.of(LONG, "sleep", "600").answeringWithin(Duration.ofMillis(50)).run().ok())
        .isFalse();
  }
}
