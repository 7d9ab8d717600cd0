package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final byte[] LONG = "0123456789".repeat(5_000).getBytes(StandardCharsets.UTF_8);

  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/known",
        exchange -> {
          exchange.sendResponseHeaders(200, LONG.length);
          exchange.getResponseBody().write(LONG);
          exchange.close();
        });
    server.createContext(
        "/chunked",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(LONG);
          exchange.close();
        });
    server.createContext(
        "/echo",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(201, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/nothing",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsAnswersOfEveryLengthOnOneConnection() throws Exception {
    try (Wire wire = Wire.to(server.getAddress().getPort())) {
      assertThat(wire.exchange(Wire.get("/known", "h")).body()).isEqualTo(LONG);
      assertThat(wire.exchange(Wire.get("/chunked", "h")).body()).isEqualTo(LONG);
      assertThat(wire.exchange(Wire.get("/nothing", "h")))
          .isEqualTo(new Answer(204, new byte[0], false));
      assertThat(wire.exchange(Wire.get("/known", "h")).status()).isEqualTo(200);
    }
  }

  @Test
  void sendsABody() throws Exception {
    try (Wire wire = Wire.to(server.getAddress().getPort())) {
      Answer answer = wire.exchange(Wire.request("POST", "/echo", "h", "", "{\"ä\":1}"));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.text()).isEqualTo("{\"ä\":1}");
    }
  }
}
