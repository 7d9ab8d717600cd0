package io.hoster.activities.caddy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An HTTP/1.0 answer that was read to its end. */
record HttpAnswer(int status, String body) {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})\\b.*");
  private static final Pattern LENGTH =
      Pattern.compile(
          "^content-length: *([0-9]{1,10})\r?$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  /**
   * Takes an answer apart.
   *
   * @throws IOException when it is none, or shorter than it says
   */
  static HttpAnswer parse(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    var status = STATUS_LINE.matcher(end < 0 ? "" : text.substring(0, text.indexOf("\r\n")));
    if (!status.matches()) {
      throw new IOException("the connection ended before there was an answer");
    }
    int start = end + 4;
    var length = LENGTH.matcher(text.substring(0, end));
    if (length.find() && Long.parseLong(length.group(1)) != bytes.length - start) {
      throw new IOException("the connection ended in the middle of the answer");
    }
    return new HttpAnswer(
        Integer.parseInt(status.group(1)),
        new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
  }
}
