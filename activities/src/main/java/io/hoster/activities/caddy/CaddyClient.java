package io.hoster.activities.caddy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Caddy's admin interface over its unix socket. Every call ends within the time-out, by {@link
 * CaddyAwayException} when there was no answer and {@link CaddyRefusedException} when the answer is
 * an error. Calls are independent of each other; any thread may make them.
 */
public final class CaddyClient {

  private final Path socket;
  private final Duration timeout;

  public CaddyClient(Path socket, Duration timeout) {
    this.socket = socket;
    this.timeout = timeout;
  }

  /** Replaces the whole configuration. When this returns, Caddy serves by it. */
  public void load(String json) {
    ok("POST", "/load", json);
  }

  /** The whole configuration that Caddy serves by; {@code null} as a text when it has none. */
  public String config() {
    return ok("GET", "/config/", "");
  }

  /** Whether Caddy has a server of ours: a fresh one has none. Cheaper than {@link #config}. */
  public boolean isConfigured() {
    HttpAnswer answer = exchange("GET", "/config/apps/http/servers/edge/listen", "");
    return answer.status() == 200 && !answer.body().strip().equals("null");
  }

  private String ok(String method, String path, String body) {
    HttpAnswer answer = exchange(method, path, body);
    if (answer.status() != 200) {
      throw new CaddyRefusedException(
          "Caddy at %s answered %d to %s %s: %s. It goes on with the configuration it had."
              .formatted(socket, answer.status(), method, path, answer.body().strip()));
    }
    return answer.body();
  }

  private HttpAnswer exchange(String method, String path, String body) {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return within(channel, request(method, path, body));
    } catch (IOException e) {
      throw new CaddyAwayException(
          "Caddy gave no answer to %s %s at %s (at most %d ms, %s). Look at its log and start it again."
              .formatted(method, path, socket, timeout.toMillis(), e),
          e);
    }
  }

  /** A unix channel has no time-out of its own; closing it ends whatever it waits for. */
  private HttpAnswer within(SocketChannel channel, ByteBuffer request) throws IOException {
    var done = new CountDownLatch(1);
    Thread.ofVirtual().name("caddy-timeout").start(() -> closeUnless(done, channel));
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      while (request.hasRemaining()) {
        channel.write(request);
      }
      return HttpAnswer.parse(readAll(channel));
    } finally {
      done.countDown();
    }
  }

  private void closeUnless(CountDownLatch done, SocketChannel channel) {
    try {
      if (!done.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        channel.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** HTTP/1.0: the answer comes in one piece and ends with the connection. */
  private static ByteBuffer request(String method, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        "%s %s HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, bytes.length)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).flip();
  }

  private static byte[] readAll(SocketChannel channel) throws IOException {
    var all = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(64 * 1024);
    while (channel.read(buffer) >= 0) {
      all.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return all.toByteArray();
  }
}
