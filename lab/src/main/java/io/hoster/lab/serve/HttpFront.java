package io.hoster.lab.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The lab's one HTTP server on the loopback address; each stand-in has a path of its own. */
final class HttpFront implements AutoCloseable {

  private static final Pattern LOCAL =
      Pattern.compile(
          "(127\\.0\\.0\\.1|([a-z0-9-]+\\.)*localhost)(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

  private final HttpServer server;

  private HttpFront(HttpServer server) {
    this.server = server;
  }

  /** Bound, and not answering before {@link #open}; port 0 takes a free one. */
  static HttpFront bind(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      return new HttpFront(server);
    } catch (IOException refused) {
      throw new LabFailure(
          "The lab cannot listen on 127.0.0.1:%d: %s.".formatted(port, refused.getMessage()),
          refused);
    }
  }

  void serve(String path, HttpHandler handler) {
    server.createContext(path, exchange -> handleLocal(exchange, handler));
  }

  void open() {
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A page elsewhere that points a name of its own at 127.0.0.1 must not read reset links. */
  private static void handleLocal(HttpExchange exchange, HttpHandler handler) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host != null && LOCAL.matcher(host).matches()) {
      handler.handle(exchange);
    } else {
      exchange.sendResponseHeaders(421, -1);
      exchange.close();
    }
  }
}
