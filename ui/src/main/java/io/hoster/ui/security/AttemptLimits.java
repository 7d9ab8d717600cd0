package io.hoster.ui.security;

import io.hoster.ui.api.Buckets;
import io.hoster.ui.api.RetryLater;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How much one client address may try without being signed in. Generous, for many people may share
 * an address; each account has its own delay beside it.
 */
@WebRole
@Component
public final class AttemptLimits {

  private final Buckets failures = new Buckets(100, Duration.ofMinutes(1));
  private final Buckets creations = new Buckets(100, Duration.ofMinutes(1));

  /** Throws 429 when the address failed too often. */
  public void check(Client client) {
    failures
        .peek(key(client))
        .ifPresent(wait -> {
          throw RetryLater.tooManyAttempts(wait);
        });
  }

  /** Counts a wrong password, code or link. */
  public void failed(Client client) {
    failures.take(key(client));
  }

  /** Counts an account or a mail that the address asks for; throws 429 when they are too many. */
  public void create(Client client) {
    creations
        .take(key(client))
        .ifPresent(wait -> {
          throw RetryLater.tooManyAttempts(wait);
        });
  }

  /** An IPv6 client has a whole /64 to choose addresses from. */
  private static String key(Client client) {
    String address = client.address();
    if (address == null) {
      return "-";
    }
    String[] parts = address.split(":");
    return parts.length > 4 && !address.contains("::")
        ? String.join(":", parts[0], parts[1], parts[2], parts[3])
        : address;
  }
}
