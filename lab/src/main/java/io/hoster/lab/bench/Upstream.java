package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the edge in a measurement: answers every request the same at once, and echoes
 * the frames of a WebSocket. One thread a connection, as little work as there can be.
 */
final class Upstream implements AutoCloseable {

  private static final byte[] HELLO =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nHello, world\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private Upstream(ServerSocket server) {
    this.server = server;
  }

  static Upstream start() {
    try {
      Upstream upstream =
          new Upstream(
              new ServerSocket(0, 500, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      Thread.ofVirtual().name("upstream").start(upstream::accept);
      return upstream;
    } catch (IOException refused) {
      throw new LabFailure("No upstream could be opened.", refused);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        connections.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (SocketException _) {
      // closed: the measurement is over
    } catch (IOException broken) {
      throw new LabFailure("The upstream broke.", broken);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      @Nullable String key = "";
      while (key != null && key.isEmpty()) {
        key = request(in);
        if (key != null) {
          out.write(key.isEmpty() ? HELLO : WebSocketFrames.accepted(key));
        }
      }
      if (key != null) {
        WebSocketFrames.echo(in, out);
      }
    } catch (IOException _) {
      // the other side ended; whoever counts notices it there
    } finally {
      connections.remove(socket);
    }
  }

  /** Reads the head of a request without a body: its WebSocket key, or "" ; null at the end. */
  private static @Nullable String request(InputStream in) throws IOException {
    String key = "";
    StringBuilder line = new StringBuilder(64);
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == '\n') {
        if (line.isEmpty()) {
          return key;
        }
        if (line.length() > 18 && isKey(line)) {
          key = line.substring(18).strip();
        }
        line.setLength(0);
      } else if (read != '\r') {
        line.append((char) read);
      }
    }
    return null;
  }

  private static boolean isKey(StringBuilder line) {
    return line.substring(0, 18).toLowerCase(Locale.ROOT).equals("sec-websocket-key:");
  }

  /** Ends its connections too: one that a proxy keeps would answer for the next upstream. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException broken) {
      throw new LabFailure("The upstream does not close.", broken);
    }
  }
}
