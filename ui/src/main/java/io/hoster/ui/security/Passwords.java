package io.hoster.ui.security;

import io.hoster.ui.api.RetryLater;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id: 19 MiB, two passes, one lane, as OWASP asks for (2025). Two at a
 * time, so that a flood of sign-ins takes neither the memory nor the processors from the rest.
 */
@WebRole
@Component
public final class Passwords {

  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodys = encoder.encode(Tokens.fresh());

  /** A hash to store. */
  public String hash(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  /** Whether {@code password} is the one that was hashed; see {@link #inTurn}. */
  public boolean matches(String password, String hash) {
    return encoder.matches(password, hash);
  }

  /** The hash of a password that nobody has: comparing with it takes as long as with a real one. */
  public String nobodys() {
    return nobodys;
  }

  /**
   * Waits for a turn to hash. What decides about an attempt belongs inside, so that many at the
   * same time do not all pass before the first is counted.
   */
  public <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw RetryLater.tooManyAttempts(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RetryLater.unavailable(Duration.ofSeconds(5));
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
