package io.hoster.ui.security;

import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.AuditStore;
import io.hoster.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the edge asks before it lets somebody through to an engine's own page. It looks, and changes
 * nothing: no sign-in, no cookie.
 */
@WebRole
@RestController
class OpsController {

  private static final int REMEMBERED = 1_000;
  private static final Duration TOLD = Duration.ofHours(1);

  private final CurrentActor current;
  private final WebTransactions transactions;
  private final AuditStore audit;
  private final Clock clock;
  private final Map<String, Instant> told =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  OpsController(CurrentActor current, WebTransactions transactions, AuditStore audit, Clock clock) {
    this.current = current;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * 204 for an operator or administrator who is signed in ({@code for=metrics}: also by token), 302
   * to the sign-in page for an anonymous browser, 404 for everybody else.
   */
  @GetMapping("/ops/authorize")
  ResponseEntity<Void> authorize(
      @RequestParam(name = "for", required = false) @Nullable String purpose,
      @RequestHeader(name = "X-Forwarded-Uri", required = false) @Nullable String wanted,
      HttpServletRequest request) {
    Optional<SignedIn> signedIn = current.signedIn();
    if (signedIn.isEmpty()) {
      if (accepts(request, "text/html")) {
        return ResponseEntity.status(HttpStatus.FOUND).location(signInPage(wanted)).build();
      }
      throw Problem.notFound();
    }
    boolean metrics = "metrics".equals(purpose);
    if (!signedIn.get().getPrincipal().isStaff(Actor.StaffRole.OPERATOR)
        || !(signedIn.get().isSession() || metrics)) {
      throw Problem.notFound();
    }
    if (!metrics) {
      tell(signedIn.get());
    }
    return ResponseEntity.noContent().build();
  }

  private static boolean accepts(HttpServletRequest request, String type) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(type);
  }

  /** Only an address below {@code /ops/} is gone on with. */
  private static URI signInPage(@Nullable String wanted) {
    boolean safe = wanted != null && wanted.matches("/ops/[A-Za-z0-9/_.~%?=&+:,@-]{0,1000}");
    return URI.create(
        safe ? "/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "/login");
  }

  private void tell(SignedIn signedIn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    synchronized (told) {
      Instant before = told.get(signedIn.credential());
      if (before != null && before.plus(TOLD).isAfter(now)) {
        return;
      }
      told.put(signedIn.credential(), now);
    }
    Actor actor = signedIn.getPrincipal();
    transactions.system(() ->
        audit.record(
            null, Audit.doer(actor), "ops.opened", "session", signedIn.credential(), null, null));
  }
}
