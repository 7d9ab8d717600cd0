package io.hoster.ui.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines as the worker sends them. */
final class LogLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LogLines() {}

  /**
   * Passes each line on until the stream ends.
   *
   * @throws IOException when it breaks, also in the middle of a line
   */
  static void read(InputStream stream, Consumer<LogLine> line) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      if (!text.isBlank()) {
        line.accept(parse(text));
      }
    }
  }

  private static LogLine parse(String text) throws IOException {
    try {
      return JSON.readValue(text, LogLine.class);
    } catch (JacksonException e) {
      throw new IOException("a line of the log was cut off", e);
    }
  }
}
