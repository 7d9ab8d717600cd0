package io.hoster.ui.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Visitors of apps: whole requests to the edge, since Java's own clients do not let one say the
 * host.
 */
final class Edge {

  private static final Pattern APP_HOST = Pattern.compile("\"([a-z0-9.-]+\\.apps\\.localhost)\"");

  private final int port;
  private final Path admin;

  /** {@code admin} is the socket that Caddy is configured at. */
  Edge(int port, Path admin) {
    this.port = port;
    this.admin = admin;
  }

  /** The hosts of apps that it knows, as its configuration names them. */
  Set<String> hosts() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(admin))) {
      ByteBuffer request = US_ASCII.encode("GET /config/ HTTP/1.0\r\nHost: localhost\r\n\r\n");
      while (request.hasRemaining()) {
        channel.write(request);
      }
      String config =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      return APP_HOST
          .matcher(config)
          .results()
          .map(host -> host.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a visitor gets; status 0: nothing.
   *
   * @param text the head with it
   */
  record Page(int status, String text) {

    /** What stands below the head. */
    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    /** The name and value of each cookie that is set, as a browser would send them back. */
    String cookies() {
      return text.substring(0, text.length() - body().length())
          .lines()
          .filter(line -> line.regionMatches(true, 0, "Set-Cookie: ", 0, 12))
          .map(line -> line.substring(12).replaceFirst(";.*", ""))
          .collect(Collectors.joining("; "));
    }
  }

  Page get(String host) {
    return send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n", 10_000);
  }

  /**
   * What an app answers, in one piece.
   *
   * @param headers whole lines
   */
  Page ask(String host, String method, String path, String body, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: " + host);
    for (String header : headers) {
      request.append("\r\n").append(header);
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    request.append("\r\nContent-Length: ").append(length).append("\r\n\r\n").append(body);
    return send(request.toString(), 60_000);
  }

  private Page send(String request, int patienceMillis) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(patienceMillis);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*")
          ? new Page(Integer.parseInt(text.substring(9, 12)), text)
          : new Page(0, text);
    } catch (IOException e) {
      return new Page(0, e.toString());
    }
  }
}
