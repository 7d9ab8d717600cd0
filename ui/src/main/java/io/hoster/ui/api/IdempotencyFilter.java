package io.hoster.ui.api;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.IdempotencyStore;
import io.hoster.store.tenant.IdempotencyStore.Claim;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.SecretBox;
import io.hoster.ui.security.Tokens;
import io.hoster.workflows.tenant.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a POST or DELETE with an {@code Idempotency-Key} once in 24 hours: the same request again
 * gets the stored answer, another request with the key is 422, one while the first is at work is
 * 409. Only answers that did something are kept; they are sealed, since some hold a secret. When
 * nobody knows what came of a request, such as after a commit whose answer was lost, the same
 * request may be made again at once.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

  /** What a request is called by whoever may have to ask again. */
  public static final String HEADER = "Idempotency-Key";

  private static final Set<String> METHODS = Set.of("POST", "DELETE");
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int REFUSED = 300;
  private static final int FAILED = 500;

  private final WebTransactions transactions;
  private final IdempotencyStore store;
  private final SecretBox box;
  private final CurrentActor current;
  private final ProblemWriter problems;
  private final Clock clock;

  public IdempotencyFilter(
      WebTransactions transactions,
      IdempotencyStore store,
      SecretBox box,
      CurrentActor current,
      ProblemWriter problems,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.box = box;
    this.current = current;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    if (key == null || !METHODS.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Actor> actor = current.find();
    if (!key.matches("[\\x21-\\x7e]{1,255}")) {
      problems.write(
          request,
          response,
          Problem.invalid("", "Idempotency-Key must be 1 to 255 printable characters."));
    } else if (actor.isPresent() && request instanceof ReadBody read) {
      once(read, response, chain, actor.get(), key);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void once(
      ReadBody request, HttpServletResponse response, FilterChain chain, Actor actor, String key)
      throws ServletException, IOException {
    TenantId tenant = actor.tenant();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
    boolean settled = false;
    try {
      settled = once(request, response, chain, actor, key, now);
    } finally {
      if (!settled) {
        transactions.tenant(tenant, () -> store.lose(tenant, key, now));
      }
    }
  }

  /** Whether it is known what came of it. */
  private boolean once(
      ReadBody request,
      HttpServletResponse response,
      FilterChain chain,
      Actor actor,
      String key,
      Instant now)
      throws ServletException, IOException {
    TenantId tenant = actor.tenant();
    byte[] hash = hash(request, actor);
    Claim claim =
        transactions.tenant(
            tenant, () -> store.claim(tenant, key, request.getRequestURI(), hash, now));
    switch (claim) {
      case Claim.First first -> {
        return perform(request, response, chain, tenant, key, now);
      }
      case Claim.Done done -> replay(response, done, tenant, key);
      case Claim.Mismatch mismatch ->
          problems.write(
              request,
              response,
              new Problem(422, "idempotency_mismatch", "Another request was made with this key."));
      case Claim.InProgress inProgress ->
          problems.write(
              request,
              response,
              RetryLater.with(
                  SOON, 409, "in_progress", "The first request with this key is still at work."));
    }
    return true;
  }

  private static byte[] hash(ReadBody request, Actor actor) {
    String query = request.getQueryString();
    return Tokens.hash(
        String.join(
            "\n",
            actor.user().value(),
            String.join(" ", new TreeSet<>(actor.scopes())),
            request.getMethod(),
            request.getRequestURI(),
            query == null ? "" : query,
            HexFormat.of()
                .formatHex(Tokens.hash(new String(request.body(), StandardCharsets.ISO_8859_1)))));
  }

  private boolean perform(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      TenantId tenant,
      String key,
      Instant now)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, kept);
    int status = kept.getStatus();
    if (status < REFUSED) {
      String body = new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
      String sealed = Base64.getEncoder().encodeToString(box.seal(context(tenant, key), body));
      transactions.tenant(tenant, () -> store.answer(tenant, key, status, sealed));
    } else if (status < FAILED) {
      transactions.tenant(tenant, () -> store.release(tenant, key));
    } else {
      lose(tenant, key, now, kept);
      return true;
    }
    kept.copyBodyToResponse();
    return true;
  }

  /** Before the answer goes out: who asks again at once is to find the key free. */
  private void lose(TenantId tenant, String key, Instant now, ContentCachingResponseWrapper answer)
      throws IOException {
    try {
      transactions.tenant(tenant, () -> store.lose(tenant, key, now));
    } finally {
      answer.copyBodyToResponse();
    }
  }

  private void replay(HttpServletResponse response, Claim.Done done, TenantId tenant, String key)
      throws IOException {
    String body = box.open(context(tenant, key), Base64.getDecoder().decode(done.sealedBody()));
    response.setStatus(done.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (!body.isEmpty()) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String context(TenantId tenant, String key) {
    return "idempotency|" + tenant + "|" + key;
  }
}
