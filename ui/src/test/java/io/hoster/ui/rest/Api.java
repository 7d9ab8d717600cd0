package io.hoster.ui.rest;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.workflows.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API, with a token or without. */
public final class Api {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final @Nullable String token;

  private Api(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  public static Api anonymous(int port) {
    return new Api(port, null);
  }

  /** With a fresh token of the tenant's owner. */
  public static Api of(int port, TestDatabase database, TenantId tenant) {
    String token = "hst_" + Ids.fresh("t").substring(2);
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql(
                  """
                  insert into api_token (id, tenant_id, user_id, name, token_hash, scopes)
                  select :id, m.tenant_id, m.user_id, 'test', :hash, array['read', 'write']
                    from tenant_member m where m.tenant_id = :tenant
                  """)
              .param("id", Ids.fresh("tok"))
              .param("hash", hash(token))
              .param("tenant", tenant.value())
              .update();
        });
    return new Api(port, token);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer. */
  public record Answer(int status, String body, HttpResponse<String> http) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public JsonNode at(String pointer) {
      return json().at(pointer);
    }

    public String text(String pointer) {
      return at(pointer).asString();
    }

    public String code() {
      return text("/code");
    }

    public Optional<String> header(String name) {
      return http.headers().firstValue(name);
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path) {
    return send("POST", path, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
