package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.UsualDuration;
import io.hoster.ui.security.WebRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How long steps usually take. Asked at each redraw of a timeline, so remembered for a minute. */
@WebRole
@Component
public final class UsualDurations {

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final WebTransactions transactions;
  private final OperationQueries operations;
  private final Clock clock;
  private final Map<Key, Known> known = new ConcurrentHashMap<>();

  UsualDurations(WebTransactions transactions, OperationQueries operations, Clock clock) {
    this.transactions = transactions;
    this.operations = operations;
    this.clock = clock;
  }

  private record Key(String template, String kind) {}

  private record Known(Instant until, Map<String, UsualDuration> steps) {}

  /**
   * The usual durations of an operation's steps, by name. Not inside a tenant's transaction.
   *
   * @param template {@code tpl_…}
   * @param kind an operation's kind
   */
  public Map<String, UsualDuration> of(String template, String kind) {
    Instant now = clock.instant();
    Key key = new Key(template, kind);
    Known found = known.get(key);
    if (found == null || found.until().isBefore(now)) {
      found =
          new Known(
              now.plus(FRESH),
              transactions.system(() -> operations.usualDurations(template, kind)));
      known.put(key, found);
    }
    return found.steps();
  }
}
