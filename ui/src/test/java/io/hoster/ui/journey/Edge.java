package io.hoster.ui.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Visitors of apps: whole requests to the edge, since Java's own clients do not let one say the
 * host.
 */
final class Edge {

  private final int port;

  Edge(int port) {
    this.port = port;
  }

  /** What a visitor gets; status 0: nothing. */
  record Page(int status, String text) {}

  Page get(String host) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("HTTP/1.1 ")
          ? new Page(Integer.parseInt(text.substring(9, 12)), text)
          : new Page(0, text);
    } catch (IOException e) {
      return new Page(0, e.toString());
    }
  }
}
