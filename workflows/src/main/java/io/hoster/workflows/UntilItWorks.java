package io.hoster.workflows;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** How record activities are called: they touch one database, and whoever is away comes back. */
public final class UntilItWorks {

  /** The number of attempts must be said: without it a local activity is tried once only. */
  private static final RetryOptions RETRIES =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofMillis(200))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofSeconds(5))
          .setMaximumAttempts(Integer.MAX_VALUE)
          .build();

  private UntilItWorks() {}

  public static LocalActivityOptions options() {
    return LocalActivityOptions.newBuilder()
        .setStartToCloseTimeout(Duration.ofSeconds(10))
        .setRetryOptions(RETRIES)
        .build();
  }
}
