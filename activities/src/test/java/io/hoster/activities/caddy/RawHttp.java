package io.hoster.activities.caddy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Requests as a hostile client can write them. */
final class RawHttp {

  /** The whole answer as text, and its status. */
  record Answer(int status, String text) {}

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  Answer get(String host, String path, String... headers) throws IOException {
    return send("GET", host, path, "", headers);
  }

  /** Asks until the answer holds {@code text}: what just was replaced may answer once more. */
  void awaitText(String host, String path, String text) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String answer = get(host, path).text();
    while (!answer.contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no \"" + text + "\" in: " + answer);
      }
      answer = get(host, path).text();
    }
  }

  /** Repeats what was cut by a change of the configuration, as browsers do. */
  Answer send(String method, String host, String path, String body, String... headers)
      throws IOException {
    for (int attempt = 1; attempt < 5; attempt++) {
      try {
        return sendOnce(method, host, path, body, headers);
      } catch (SocketException | EOFException e) {
        // again
      }
    }
    return sendOnce(method, host, path, body, headers);
  }

  private Answer sendOnce(String method, String host, String path, String body, String... headers)
      throws IOException {
    try (Socket socket = open()) {
      String head =
          "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n"
              .formatted(method, path, host, body.length());
      String more = String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList());
      socket
          .getOutputStream()
          .write((head + more + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (text.isEmpty()) {
        throw new EOFException("closed without an answer");
      }
      return new Answer(Integer.parseInt(text.substring(9, 12)), text);
    }
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }
}
