package io.hoster.activities.caddy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A server whose answer tells its name and what reached it. As the console it answers {@code
 * /ops/authorize} by the cookie {@code staff=yes}.
 */
final class EchoApp implements AutoCloseable {

  private final HttpServer server;
  private final String name;
  private final CountDownLatch streamsMayEnd = new CountDownLatch(1);

  EchoApp(String name) throws IOException {
    this.name = name;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::echo);
    server.createContext("/ops/authorize", this::authorize);
    server.createContext("/stream", this::stream);
    server.start();
  }

  /** Lets {@code /stream} send its second piece. */
  void endStreams() {
    streamsMayEnd.countDown();
  }

  String upstream() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void echo(HttpExchange exchange) throws IOException {
    var text = new StringBuilder("answer of " + name + "\n");
    text.append(exchange.getRequestMethod())
        .append(' ')
        .append(exchange.getRequestURI())
        .append('\n');
    exchange
        .getRequestHeaders()
        .forEach((key, values) ->
            values.forEach(
                v -> text.append(key.toLowerCase()).append(": ").append(v).append('\n')));
    text.append("body=")
        .append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, 200, text.toString());
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var body = exchange.getResponseBody()) {
      body.write("first\n".getBytes(StandardCharsets.US_ASCII));
      body.flush();
      streamsMayEnd.await();
      body.write("second\n".getBytes(StandardCharsets.US_ASCII));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    String cookies = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    exchange.getResponseHeaders().add("Set-Cookie", "session=rotated");
    if (cookies.contains("staff=yes")) {
      answer(exchange, 200, "");
    } else if (cookies.contains("staff=no")) {
      answer(exchange, 404, "nothing here");
    } else {
      exchange
          .getResponseHeaders()
          .add("Location", "/login?to=" + exchange.getRequestHeaders().getFirst("X-Forwarded-Uri"));
      answer(exchange, 302, "");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
