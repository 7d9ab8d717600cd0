package io.hoster.activities.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.hoster.activities.docker.ContainerEngine.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of frames. A frame is {@code <time> <text>}; the engine splits what is longer than 16
 * KiB into frames without a line end, which are put together again up to {@link #LONGEST}.
 */
final class LogLines {

  private static final int LONGEST = 64 * 1024;

  private record Part(Instant at, StringBuilder text) {}

  private final @Nullable Instant since;
  private final Consumer<LogLine> line;
  private final Map<StreamType, Part> open = new EnumMap<>(StreamType.class);
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  LogLines(@Nullable Instant since, Consumer<LogLine> line) {
    this.since = since;
    this.line = line;
  }

  void add(Frame frame) {
    if (frame.getStreamType() == StreamType.RAW) {
      addPiece(frame.getPayload());
    } else {
      add(frame.getStreamType(), new String(frame.getPayload(), StandardCharsets.UTF_8));
    }
  }

  /** The log of a terminal comes in pieces that know nothing of lines. */
  private void addPiece(byte[] piece) {
    for (byte one : piece) {
      terminal.write(one);
      if (one == '\n' || terminal.size() >= LONGEST) {
        add(StreamType.RAW, terminal.toString(StandardCharsets.UTF_8));
        terminal.reset();
      }
    }
  }

  private void add(StreamType stream, String payload) {
    int space = payload.indexOf(' ');
    Instant at = space < 0 ? null : time(payload.substring(0, space));
    String text = at == null ? payload : payload.substring(space + 1);
    Part part =
        open.computeIfAbsent(
            stream, type -> new Part(at == null ? Instant.EPOCH : at, new StringBuilder()));
    part.text().append(text);
    if (text.endsWith("\n") || part.text().length() >= LONGEST) {
      open.remove(stream);
      tell(part, stream);
    }
  }

  private void tell(Part part, StreamType stream) {
    if (since != null && part.at().isBefore(since)) {
      return;
    }
    String name = stream == StreamType.STDERR ? "stderr" : "stdout";
    line.accept(new LogLine(part.at(), name, part.text().toString().stripTrailing()));
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null; // a text without a time, from an engine that was asked for times
    }
  }
}
