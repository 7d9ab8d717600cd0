package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.hoster.activities.docker.ContainerEngine.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  private static final String NOON = "2026-11-20T12:00:00.000000001Z";

  private final List<LogLine> read = new ArrayList<>();

  private static Frame frame(StreamType stream, String payload) {
    return new Frame(stream, payload.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFrameIsALine() {
    new LogLines(null, read::add).add(frame(StreamType.STDERR, NOON + " two words \n"));
    assertThat(read).containsExactly(new LogLine(Instant.parse(NOON), "stderr", "two words"));
  }

  @Test
  void anEmptyLineIsALine() {
    new LogLines(null, read::add).add(frame(StreamType.STDOUT, NOON + " \n"));
    assertThat(read).containsExactly(new LogLine(Instant.parse(NOON), "stdout", ""));
  }

  @Test
  void aLineThatWasSplitIsPutTogether() {
    LogLines lines = new LogLines(null, read::add);
    lines.add(frame(StreamType.STDOUT, NOON + " first half, "));
    lines.add(frame(StreamType.STDERR, NOON + " between\n"));
    lines.add(frame(StreamType.STDOUT, NOON + " second half\n"));
    assertThat(read)
        .extracting(LogLine::text)
        .containsExactly("between", "first half, second half");
  }

  @Test
  void theLogOfATerminalComesInPieces() {
    LogLines lines = new LogLines(null, read::add);
    byte[] text = (NOON + " grün\r\n" + NOON + " zwei\r\n").getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < text.length; from += 7) {
      byte[] piece = Arrays.copyOfRange(text, from, Math.min(text.length, from + 7));
      lines.add(new Frame(StreamType.RAW, piece));
    }
    assertThat(read)
        .containsExactly(
            new LogLine(Instant.parse(NOON), "stdout", "grün"),
            new LogLine(Instant.parse(NOON), "stdout", "zwei"));
  }

  @Test
  void aLineWithoutEndIsCut() {
    LogLines lines = new LogLines(null, read::add);
    for (int i = 0; i < 5; i++) {
      lines.add(frame(StreamType.STDOUT, NOON + " " + "x".repeat(16 * 1024)));
    }
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().text()).hasSize(64 * 1024);
  }

  @Test
  void whatIsOlderThanWantedIsLeftOut() {
    LogLines lines = new LogLines(Instant.parse("2026-11-20T12:00:00.5Z"), read::add);
    lines.add(frame(StreamType.STDOUT, NOON + " old\n"));
    lines.add(frame(StreamType.STDOUT, "2026-11-20T12:00:00.5Z new\n"));
    assertThat(read).extracting(LogLine::text).containsExactly("new");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    LogLines lines = new LogLines(null, read::add);
    byte[] bytes = (NOON + " a_b\n").getBytes(StandardCharsets.UTF_8);
    bytes[NOON.length() + 2] = (byte) 0xff;
    lines.add(new Frame(StreamType.STDOUT, bytes));
    assertThat(read).extracting(LogLine::text).containsExactly("a\ufffdb");
  }
}
