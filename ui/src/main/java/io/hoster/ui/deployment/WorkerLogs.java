package io.hoster.ui.deployment;

import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.log.LogTicketKey;
import io.hoster.workflows.log.LogTickets;
import io.hoster.workflows.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens log streams on the worker that reaches the node, with a short-lived ticket for each. */
@WebRole
@Component
class WorkerLogs {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI worker;
  private final LogTicketKey key;
  private final Clock clock;

  WorkerLogs(
      @Value("${hoster.log-address:http://${hoster.internal-address}:${hoster.internal-port}}")
          URI worker,
      LogTicketKey key,
      Clock clock) {
    this.worker = worker;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Which lines are wanted.
   *
   * @param service null: all
   * @param since null: from the beginning
   */
  record Wanted(@Nullable String service, int tail, @Nullable Instant since, boolean follow) {

    private String query() {
      StringBuilder query = new StringBuilder("?tail=").append(tail).append("&follow=" + follow);
      if (service != null) {
        query.append("&service=").append(URLEncoder.encode(service, StandardCharsets.UTF_8));
      }
      if (since != null) {
        query.append("&since=").append(URLEncoder.encode(since.toString(), StandardCharsets.UTF_8));
      }
      return query.toString();
    }
  }

  /**
   * Lines as JSON, one a line; empty lines mean silence. The caller closes it.
   *
   * @throws IOException when the worker or its engine does not answer
   */
  InputStream open(TenantId tenant, DeploymentId deployment, Wanted wanted) throws IOException {
    String ticket = LogTickets.issue(key, tenant, deployment, clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(worker.resolve("/internal/logs/" + deployment + wanted.query()))
            .header("Authorization", "Ticket " + ticket)
            .timeout(ANSWER)
            .build();
    HttpResponse<InputStream> response = send(request);
    if (response.statusCode() != OK) {
      response.body().close();
      throw new IOException("the worker answered " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the worker was asked", e);
    }
  }
}
