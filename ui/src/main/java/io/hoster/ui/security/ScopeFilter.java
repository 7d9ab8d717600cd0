package io.hoster.ui.security;

import io.hoster.ui.Problem;
import io.hoster.ui.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** An API token reads with the scope {@code read} and changes with the scope {@code write}. */
final class ScopeFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final CurrentActor current;
  private final ProblemWriter problems;

  ScopeFilter(CurrentActor current, ProblemWriter problems) {
    this.current = current;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String needed = READING.contains(request.getMethod()) ? "read" : "write";
    Optional<Actor> actor = current.find();
    if (actor.isPresent() && !actor.get().scopes().contains(needed)) {
      problems.write(
          request,
          response,
          Problem.forbidden("insufficient_scope", "This token has no scope “" + needed + "”."));
    } else {
      chain.doFilter(request, response);
    }
  }
}
