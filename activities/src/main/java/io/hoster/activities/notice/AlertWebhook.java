package io.hoster.activities.notice;

import io.hoster.store.notice.AlertStore.Alert;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Tells one address of alerts, as JSON. */
final class AlertWebhook {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  AlertWebhook(URI address) {
    this.address = address;
  }

  /** What is sent: {@code state} is {@code open} or {@code closed}. */
  record Body(
      String id,
      String state,
      String kind,
      String subject,
      String title,
      String message,
      String page) {}

  /**
   * Sends one.
   *
   * @throws IOException when it did not answer 2xx within five seconds
   */
  void send(Alert alert, URI page) throws IOException, InterruptedException {
    Body body =
        new Body(
            alert.id(),
            alert.over() ? "closed" : "open",
            alert.kind(),
            alert.subject(),
            alert.title(),
            alert.message(),
            page.toString());
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("the webhook answered " + answer.statusCode());
    }
  }
}
