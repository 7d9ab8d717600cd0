package io.hoster.ui.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lab's mail trap: what arrived in somebody's mailbox. */
final class Mails {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  Mails(int port) {
    this.port = port;
  }

  /** Waits for a mail to {@code person} with a link to {@code page}; returns the link. */
  String link(Person person, String page) {
    return await("a mail to " + person.email() + " with a link to " + page)
        .atMost(Window.PATIENCE)
        .until(() -> find(person, page), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> find(Person person, String page) {
    for (JsonNode mail : mails(person)) {
      for (JsonNode link : mail.path("links")) {
        if (URI.create(link.asString()).getPath().equals(page)) {
          return Optional.of(link.asString());
        }
      }
    }
    return Optional.empty();
  }

  /** Waits for a mail to {@code person} whose subject contains these words. */
  void arrives(Person person, String words) {
    await("a mail to " + person.email() + " about " + words)
        .atMost(Window.PATIENCE)
        .until(() -> {
          for (JsonNode mail : mails(person)) {
            if (mail.path("subject").asString().contains(words)) {
              return true;
            }
          }
          return false;
        });
  }

  private JsonNode mails(Person person) {
    String to = URLEncoder.encode(person.email(), StandardCharsets.UTF_8);
    URI address = URI.create("http://127.0.0.1:" + port + "/mails?to=" + to);
    try {
      return JSON.readTree(
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
