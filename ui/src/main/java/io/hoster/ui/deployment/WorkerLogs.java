package io.hoster.ui.deployment;

import io.hoster.store.TimeQueries;
import io.hoster.store.WebTransactions;
import io.hoster.store.node.WorkerQueries;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Opens log streams on a worker that reaches the node, with a short-lived ticket for each. Where
 * workers are is in their rows; one that died a moment ago is passed over.
 */
@WebRole
@Component
class WorkerLogs {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final Supplier<List<String>> workers;
  private final LogTicketKey key;
  private final Supplier<Instant> time;

  @Autowired
  WorkerLogs(
      WebTransactions transactions, WorkerQueries workers, LogTicketKey key, TimeQueries times) {
    this(() -> transactions.system(workers::logAddresses), key, times::now);
  }

  WorkerLogs(Supplier<List<String>> workers, LogTicketKey key, Supplier<Instant> time) {
    this.workers = workers;
    this.key = key;
    this.time = time;
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
   * @throws IOException when no worker, or its engine, answers
   */
  InputStream open(TenantId tenant, DeploymentId deployment, Wanted wanted) throws IOException {
    IOException last = new IOException("no worker is there");
    for (String worker : asked(workers)) {
      try {
        return open(URI.create(worker), tenant, deployment, wanted);
      } catch (IOException e) {
        last = e; // the next one may answer
      }
    }
    throw last;
  }

  private static <T> T asked(Supplier<T> database) throws IOException {
    try {
      return database.get();
    } catch (DataAccessException | TransactionException e) {
      throw new IOException("where workers are cannot be read", e);
    }
  }

  private InputStream open(URI worker, TenantId tenant, DeploymentId deployment, Wanted wanted)
      throws IOException {
    String ticket = LogTickets.issue(key, tenant, deployment, asked(time));
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
