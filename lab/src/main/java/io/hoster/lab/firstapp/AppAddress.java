package io.hoster.lab.firstapp;

import io.hoster.lab.LabFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of an app on this machine. Not every resolver knows *.localhost, and Java's HTTP
 * client lets nobody set the Host header, so the one question asked here is spelled out on a
 * socket.
 */
public record AppAddress(String host, int port, String path) {

  private static final int TIMEOUT_MILLIS = 10_000;

  /** Reads {@code http://host[:port][/path]}. */
  public static AppAddress of(String url) {
    URI uri = URI.create(url);
    String host = uri.getHost();
    if (!"http".equals(uri.getScheme()) || host == null) {
      throw new LabFailure("The app's address is not plain http: " + url);
    }
    String path = uri.getRawPath();
    return new AppAddress(
        host, uri.getPort() < 0 ? 80 : uri.getPort(), path == null || path.isEmpty() ? "/" : path);
  }

  /** The status of a GET; 0 while nothing answers. */
  public int status() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return statusOf(reader.readLine());
    } catch (IOException _) {
      return 0; // asked again until the deadline
    }
  }

  private String request() {
    return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nUser-Agent: hoster-lab\r\nConnection: close\r\n\r\n"
        .formatted(path, host, port);
  }

  private InetAddress address() throws IOException {
    return host.equals("localhost") || host.endsWith(".localhost")
        ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
        : InetAddress.getByName(host);
  }

  private static int statusOf(@Nullable String line) {
    return line != null && line.matches("HTTP/1\\.[01] [0-9]{3}.*")
        ? Integer.parseInt(line.substring(9, 12))
        : 0;
  }
}
