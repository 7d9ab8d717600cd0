package io.hoster.ui.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Sends an address as it stands; the JDK's client refuses the worst ones. */
final class Raw {

  private static final int TIMEOUT_MILLIS = 30_000;

  private Raw() {}

  /**
   * @param isPage whether it is HTML
   */
  record Answer(int status, String head, boolean isPage) {}

  static Answer send(int port, String method, String path, Map<String, String> cookies) {
    String cookie =
        String.join(
            "; ", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList());
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\nCookie: "
            + cookie
            + "\r\nX-XSRF-TOKEN: "
            + cookies.get("XSRF-TOKEN")
            + "\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return new Answer(
          Integer.parseInt(text.substring(9, 12)),
          text.lines().findFirst().get(),
          text.contains("<html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
