package io.hoster.ui.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether the application says that it is ready; a version without that page has to answer. */
final class Ready implements BooleanSupplier {

  private static final int MISSING = 404;

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  Ready(int port) {
    this.port = port;
  }

  @Override
  public boolean getAsBoolean() {
    int ready = status("/health/ready");
    int says = ready == MISSING ? status("/health") : ready;
    return says == 200 || says == MISSING;
  }

  /** 0: no answer. */
  private int status(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
