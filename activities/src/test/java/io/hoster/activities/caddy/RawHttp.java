package io.hoster.activities.caddy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

  Answer send(String method, String host, String path, String body, String... headers)
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
      return new Answer(Integer.parseInt(text.substring(9, 12)), text);
    }
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }
}
