package io.hoster.ui.security;

import io.hoster.ui.api.Buckets;
import io.hoster.ui.api.ProblemWriter;
import io.hoster.ui.api.RetryLater;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** 600 requests a minute for a token or session. */
final class RateLimitFilter extends OncePerRequestFilter {

  private static final int REQUESTS = 600;

  private final Buckets buckets = new Buckets(REQUESTS, Duration.ofMinutes(1));
  private final CurrentActor current;
  private final ProblemWriter problems;

  RateLimitFilter(CurrentActor current, ProblemWriter problems) {
    this.current = current;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait =
        current.signedIn().flatMap(signedIn -> buckets.take(signedIn.credential()));
    if (wait.isPresent()) {
      problems.write(request, response, RetryLater.rateLimited(wait.get()));
    } else {
      chain.doFilter(request, response);
    }
  }
}
