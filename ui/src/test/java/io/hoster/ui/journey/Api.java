package io.hoster.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A customer's browser: signed in by cookie, with the header that forgery cannot set. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern TELLS_A_SECRET = Pattern.compile("/(credentials|tokens|auth/totp)$");

  private final String address;
  private final Secrets secrets;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();

  /** {@code secrets} are told each answer but those that are there to tell one. */
  Api(String address, Secrets secrets) {
    this.address = address;
    this.secrets = secrets;
  }

  /**
   * What came back.
   *
   * @param body a missing node where it is no JSON
   * @param head such as {@code Retry-After}
   */
  record Answer(int status, JsonNode body, String raw, HttpHeaders head) {

    String header(String name) {
      return head.firstValue(name).orElse("");
    }

    /** This answer, if its status is {@code wanted}. */
    Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + status + ": " + body);
      }
      return this;
    }

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  /**
   * A new customer, signed in.
   *
   * @return the tenant's id
   */
  String register(Person person) {
    secrets.add(person.password());
    post(
            "/auth/register",
            Map.of("name", person.name(), "email", person.email(), "password", person.password()))
        .expect(201);
    cookies.getCookieStore().getCookies().stream()
        .filter(HttpCookie::isHttpOnly)
        .forEach(cookie -> secrets.add(cookie.getValue()));
    return get("/auth/me").expect(200).text("tenant_id");
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  /** As the address bar asks. */
  Answer page(String path) {
    return send("GET", path, "", "Accept", "text/html");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Without a body. */
  Answer post(String path) {
    return send("POST", path, "");
  }

  Answer post(String path, Map<String, ?> body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  Answer put(String path, Map<String, ?> body) {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  /** {@code headers} are names and values in turn. */
  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path));
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    HttpRequest request =
        builder
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (!TELLS_A_SECRET.matcher(path).find()) {
        secrets.answered(method + " " + path, response.body());
      }
      return new Answer(response.statusCode(), json(response), response.body(), response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") ? JSON.readTree(response.body()) : MissingNode.getInstance();
  }

  private String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("none-yet");
  }
}
