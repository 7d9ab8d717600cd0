package io.hoster.ui.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The worker's side of log streams: answers each request with the lines of the moment, then closes
 * the connection, also where it was asked to follow.
 */
public final class FakeWorker implements AutoCloseable {

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> tickets = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String body = "";

  public FakeWorker() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/logs/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    tickets.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 200 ? 0 : -1);
    try (OutputStream out = exchange.getResponseBody()) {
      if (status == 200) {
        out.write(bytes);
      }
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** From now on it answers so. */
  public void answers(int status, String body) {
    this.status = status;
    this.body = body;
  }

  public static String line(String at, String service, String text) {
    return "{\"at\":\"%s\",\"service\":\"%s\",\"stream\":\"stdout\",\"text\":\"%s\"}\n"
        .formatted(at, service, text);
  }

  /** The addresses that were asked for. */
  public List<String> requests() {
    return requests;
  }

  /** What the askers showed. */
  public List<String> tickets() {
    return tickets;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
