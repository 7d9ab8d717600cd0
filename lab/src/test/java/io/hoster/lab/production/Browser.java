package io.hoster.lab.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads pages through the edge, with cookies. */
final class Browser implements AutoCloseable {

  private final String edge;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Browser(String edge) {
    this.edge = edge;
  }

  void signIn(String email, String password) throws IOException, InterruptedException {
    String body =
        JsonMapper.shared().writeValueAsString(Map.of("email", email, "password", password));
    HttpRequest.Builder login = request("/auth/login").POST(BodyPublishers.ofString(body));
    assertThat(send(login.header("Content-Type", "application/json")).statusCode()).isEqualTo(200);
  }

  int status(String path) throws IOException, InterruptedException {
    return send(request(path)).statusCode();
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(edge + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }
}
