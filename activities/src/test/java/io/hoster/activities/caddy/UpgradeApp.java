package io.hoster.activities.caddy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes every connection over as a WebSocket would, then echoes lines. */
final class UpgradeApp implements AutoCloseable {

  private final ServerSocket server;

  UpgradeApp() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String upstream() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** The next line without its end. */
  static String line(Socket socket) throws IOException {
    var line = new StringBuilder();
    int next = socket.getInputStream().read();
    while (next != '\n') {
      if (next < 0) {
        throw new IOException("closed after \"" + line + "\"");
      }
      if (next != '\r') {
        line.append((char) next);
      }
      next = socket.getInputStream().read();
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> echo(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void echo(Socket socket) {
    try (socket) {
      while (!line(socket).isEmpty()) {
        // the request's head
      }
      write(
          socket,
          "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
      while (true) {
        write(socket, "echo " + line(socket) + "\r\n");
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
