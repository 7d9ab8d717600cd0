package io.hoster.lab.firstapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the part of the REST contract that a first app needs, CSRF included; one deployment. */
final class FakeHoster implements AutoCloseable {

  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  volatile String account = "";
  volatile String state = "";
  volatile String idempotencyKey = "";
  volatile String endState = "running";
  volatile int busyAnswers;
  volatile String retryAfter = "0";
  volatile int looksUntilSettled = 3;
  volatile int appStatus = 200;

  private final HttpServer server;

  FakeHoster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  String appUrl() {
    return "http://hello.apps.localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().getFirst("Host").startsWith("hello.apps.localhost:")) {
        answer(exchange, appStatus, "hello");
        return;
      }
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      calls.add(call);
      if (busyAnswers > 0) {
        busyAnswers--;
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        answer(exchange, 503, "{\"code\":\"unavailable\",\"detail\":\"PostgreSQL is away\"}");
        return;
      }
      JsonNode body = body(exchange);
      switch (call) {
        case "POST /auth/login" -> login(exchange, body);
        case "POST /auth/register" -> register(exchange, body);
        case "GET /auth/me" -> me(exchange);
        case "POST /api/v1/deployments" -> deploy(exchange, body);
        case "GET /api/v1/deployments" ->
            answer(exchange, 200, "{\"data\":[" + deployment() + "],\"next_cursor\":null}");
        case "GET /api/v1/deployments/dep_1" -> look(exchange);
        default -> problem(exchange, 404, "not_found");
      }
    }
  }

  private void login(HttpExchange exchange, JsonNode body) throws IOException {
    if (credentials(body).equals(account)) {
      signIn(exchange, 200);
    } else {
      problem(exchange, 401, "bad_credentials");
    }
  }

  private void register(HttpExchange exchange, JsonNode body) throws IOException {
    if (account.isEmpty()) {
      account = credentials(body);
      signIn(exchange, 201);
    } else {
      problem(exchange, 409, "email_taken");
    }
  }

  private void signIn(HttpExchange exchange, int status) throws IOException {
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", "hoster_session=s1; Path=/; HttpOnly; SameSite=Lax");
    answer(exchange, status, "{\"id\":\"usr_1\",\"name\":\"Demo customer\"}");
  }

  private void me(HttpExchange exchange) throws IOException {
    if (isSignedIn(exchange)) {
      exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=token-1; Path=/");
      answer(exchange, 200, "{\"id\":\"usr_1\"}");
    } else {
      problem(exchange, 401, "unauthenticated");
    }
  }

  private void deploy(HttpExchange exchange, JsonNode body) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (!isSignedIn(exchange)) {
      problem(exchange, 401, "unauthenticated");
    } else if (!"token-1".equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"))) {
      problem(exchange, 403, "forbidden");
    } else if (!body.toString().equals("{\"template\":\"static-site\",\"name\":\"hello\"}")) {
      problem(exchange, 422, "invalid");
    } else if (!state.isEmpty() && !key.equals(idempotencyKey)) {
      problem(exchange, 409, "name_taken");
    } else {
      state = state.isEmpty() ? "pending" : state;
      idempotencyKey = key;
      answer(exchange, 202, deployment());
    }
  }

  private void look(HttpExchange exchange) throws IOException {
    if (state.isEmpty()) {
      problem(exchange, 404, "not_found");
      return;
    }
    if (state.equals("pending") && --looksUntilSettled <= 0) {
      state = endState;
    }
    answer(exchange, 200, deployment());
  }

  private String deployment() {
    String failure =
        state.equals("failed")
            ? "{\"step\":\"pull images\",\"code\":\"IMAGE_MISSING\",\"message\":\"nginx is nowhere\",\"since\":\"2026-11-21T00:00:00Z\",\"choices\":[\"retry\"]}"
            : "null";
    return """
    {"id":"dep_1","name":"hello","status":"%s","health":"unknown","failure":%s,"unheard_of":[1],
     "steps":[{"name":"check limits","status":"done","attempts":1},{"name":"pull images","status":"running"}],"url":"%s"}
    """
        .formatted(state, failure, appUrl());
  }

  private static boolean isSignedIn(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))
        .contains("hoster_session=s1");
  }

  private static String credentials(JsonNode body) {
    return body.get("email").asString() + " " + body.get("password").asString();
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return JsonMapper.shared()
        .readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
  }

  private static void problem(HttpExchange exchange, int status, String code) throws IOException {
    answer(
        exchange,
        status,
        "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"No.\"}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
