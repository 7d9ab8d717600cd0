package io.hoster.activities.log;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code {"at":…,"service":…,"stream":…,"text":…}} a line and sends each batch at once. An
 * empty line means silence: it keeps the connection alive and shows whether the reader is there.
 */
final class NdjsonSink implements LogSink {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServletResponse response;
  private final BooleanSupplier closing;

  /**
   * @param closing true: this process is going down, the reader must turn to another
   */
  NdjsonSink(HttpServletResponse response, BooleanSupplier closing) {
    this.response = response;
    this.closing = closing;
  }

  @Override
  public void take(List<LogEntry> lines) throws IOException {
    if (closing.getAsBoolean()) {
      throw new IOException("the worker is going down");
    }
    if (!response.isCommitted()) {
      response.setContentType("application/x-ndjson");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    OutputStream out = response.getOutputStream();
    for (LogEntry line : lines) {
      out.write(JSON.writeValueAsBytes(line));
      out.write('\n');
    }
    if (lines.isEmpty()) {
      out.write('\n');
    }
    out.flush();
  }
}
