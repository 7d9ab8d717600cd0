package io.hoster.activities.log;

import io.hoster.activities.docker.ContainerEngines;
import io.hoster.activities.docker.EngineException;
import io.hoster.store.TimeQueries;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.log.LogTicket;
import io.hoster.workflows.log.LogTicketKey;
import io.hoster.workflows.log.LogTickets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Log streams, on the internal port only. A ticket opens a stream; 401 without a good one, 503 with
 * Retry-After while the engine is away or too many streams are open. Ends when the reader goes.
 */
@RestController
@RequestMapping("/internal/logs")
@ConditionalOnBooleanProperty("hoster.role.worker")
final class LogStreamController {

  private static final Logger log = LoggerFactory.getLogger(LogStreamController.class);
  private static final String SCHEME = "Ticket ";

  private final ContainerEngines engines;
  private final LogTicketKey key;
  private final Supplier<Instant> time;
  private final LogStreams streams;

  @Autowired
  LogStreamController(
      ContainerEngines engines, LogTicketKey key, TimeQueries times, LogStreams streams) {
    this(engines, key, times::now, streams);
  }

  LogStreamController(
      ContainerEngines engines, LogTicketKey key, Supplier<Instant> time, LogStreams streams) {
    this.engines = engines;
    this.key = key;
    this.time = time;
    this.streams = streams;
  }

  /** Newline-delimited JSON; see {@link NdjsonSink}. */
  @GetMapping("/{deploymentId}")
  void stream(
      @PathVariable String deploymentId,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(defaultValue = "200") int tail,
      @RequestParam(required = false) @Nullable Instant since,
      @RequestParam(defaultValue = "false") boolean follow,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String header,
      HttpServletResponse response) {
    Optional<DeploymentId> deployment = allowed(deploymentId, header);
    if (deployment.isEmpty()) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (!streams.enter()) {
      refuse(response);
    } else {
      try {
        stream(new LogRequest(deployment.get(), service, tail, since, follow), response);
      } finally {
        streams.leave();
      }
    }
  }

  private Optional<DeploymentId> allowed(String deploymentId, @Nullable String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      return Optional.empty();
    }
    return LogTickets.verify(key, header.substring(SCHEME.length()), time.get())
        .map(LogTicket::deployment)
        .filter(deployment -> deployment.value().equals(deploymentId));
  }

  private void stream(LogRequest request, HttpServletResponse response) {
    try {
      new DeploymentLogs(engines.on(ContainerEngines.LOCAL))
          .read(request, new NdjsonSink(response, streams::isClosing));
    } catch (EngineException e) {
      log.info("Log stream failed: deployment={} {}", request.deployment(), e.getMessage());
      refuse(response);
    } catch (IOException e) {
      log.debug("Log reader has gone: deployment={}", request.deployment());
    }
  }

  /** Once lines were sent, the stream just ends and the reader asks again. */
  private static void refuse(HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.reset();
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
  }
}
