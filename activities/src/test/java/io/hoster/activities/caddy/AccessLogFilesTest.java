package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.caddy.AccessLogFile.Batch;
import io.hoster.store.metering.LogMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows a log as the reader does, with what it read in memory. */
class AccessLogFilesTest {

  @TempDir private Path folder;
  private Path log;
  private int most = 1_000_000;
  private @Nullable LogMark mark;
  private final List<Integer> read = new ArrayList<>();

  @BeforeEach
  void placeLog() {
    log = folder.resolve("access.log");
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The status tells the line. */
  private static String line(int status) {
    return AccessLines.line("dep_shop", status, status);
  }

  private List<Integer> newStatuses() throws IOException {
    read.clear();
    while (step()) {
      // until all is read
    }
    return read;
  }

  private boolean step() throws IOException {
    try (AccessLogFiles files = AccessLogFiles.open(log)) {
      for (AccessLogFile file : files.from(mark)) {
        long position = mark == null ? 0 : file.position(mark);
        Batch batch = file.read(position, most, files.isWritten(file));
        if (batch.end() > position) {
          batch.lines().forEach(each -> read.add(each.status()));
          mark = file.mark(batch.end());
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void aLogThatIsNotThereHoldsNothing() throws IOException {
    assertThat(newStatuses()).isEmpty();
    Files.createFile(log);
    assertThat(newStatuses()).isEmpty();
  }

  @Test
  void eachLineIsReadOnceAndOnlyWhenItIsWhole() throws IOException {
    write(log, line(201) + line(202).substring(0, 50));
    assertThat(newStatuses()).containsExactly(201);
    write(log, line(202).substring(50));
    assertThat(newStatuses()).containsExactly(202);
    assertThat(newStatuses()).isEmpty();
  }

  @Test
  void aLogIsNotKnownBeforeItsFirstLineIsWhole() throws IOException {
    write(log, line(201).substring(0, 50));
    assertThat(newStatuses()).isEmpty();
    write(log, line(201).substring(50));
    assertThat(newStatuses()).containsExactly(201);
  }

  @Test
  void whatWasRolledAwayIsReadToItsEndAndThenAllThatFollows() throws IOException {
    write(log, line(201));
    assertThat(newStatuses()).containsExactly(201);
    write(log, line(202));
    Files.move(log, folder.resolve("access-2026-01-02T12-00-03.000.log"));
    write(log, line(203));
    Files.move(log, folder.resolve("access-2026-01-02T12-00-04.000-size.log"));
    write(log, line(204));
    assertThat(newStatuses()).containsExactly(202, 203, 204);
    assertThat(newStatuses()).isEmpty();
  }

  @Test
  void aFileThatIsLostLosesOnlyWhatItHeld() throws IOException {
    write(folder.resolve("access-1.log"), line(201));
    write(folder.resolve("access-2.log"), line(202));
    assertThat(newStatuses()).containsExactly(201, 202);
    Files.delete(folder.resolve("access-2.log"));
    write(log, line(203));
    assertThat(newStatuses()).containsExactly(203);
  }

  @Test
  void aLogThatWasEmptiedBeginsAnew() throws IOException {
    write(folder.resolve("access-1.log"), line(201));
    write(log, line(202));
    assertThat(newStatuses()).containsExactly(201, 202);
    Files.writeString(log, line(203), StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(newStatuses()).containsExactly(203);
  }

  @Test
  void aLogThatWasCutGoesOnAtItsEnd() throws IOException {
    write(log, line(201) + line(202));
    assertThat(newStatuses()).containsExactly(201, 202);
    Files.writeString(log, line(201), StandardOpenOption.TRUNCATE_EXISTING);
    write(log, line(203));
    assertThat(newStatuses()).isEmpty();
    write(log, line(204));
    assertThat(newStatuses()).containsExactly(204);
  }

  @Test
  void aLineThatACrashCutShortCostsOnlyItself() throws IOException {
    write(log, line(201) + line(202).substring(0, 50) + line(203) + line(204));
    assertThat(newStatuses()).containsExactly(201, 204);
    write(log, line(205).stripTrailing());
    Files.move(log, folder.resolve("access-1.log"));
    write(log, line(206));
    assertThat(newStatuses()).containsExactly(205, 206);
  }

  @Test
  void linesAreReadInBatchesAndOneLongerThanABatchIsPassedOver() throws IOException {
    most = 600;
    String tooLong = AccessLines.line("dep_shop", 202, 202, "/" + "x".repeat(2_000));
    write(log, line(201) + tooLong + line(203) + line(204));
    assertThat(newStatuses()).containsExactly(201, 203, 204);
  }

  @Test
  void otherFilesBesideItAreNoPartOfIt() throws IOException {
    write(folder.resolve("accessory.log"), line(201));
    write(folder.resolve("app.log"), line(202));
    write(log, "not a line of ours\n");
    assertThat(newStatuses()).isEmpty();
  }
}
