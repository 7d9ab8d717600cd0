package io.hoster.ui.api;

import io.hoster.ui.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives the request its id, and answers when something behind it failed. A
 * page whose database is away says so and tries again by itself.
 */
final class RequestFilter extends OncePerRequestFilter {

  private static final byte[] AWAY =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
      <title>One moment - Hoster</title></head><body><h1>One moment</h1>
      <p>Hoster cannot reach its database. Your apps keep running. This page tries again by itself.</p>
      </body></html>
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final String ERRORS = "/error";

  private final ProblemWriter problems;
  private final Faults faults;

  RequestFilter(ProblemWriter problems, Faults faults) {
    this.problems = problems;
    this.faults = faults;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = RequestIds.give(request);
    response.setHeader(RequestIds.HEADER, id);
    MDC.put(RequestIds.MDC_KEY, id);
    try {
      forward(request, response, chain);
    } finally {
      MDC.remove(RequestIds.MDC_KEY);
    }
  }

  private void forward(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (ERRORS.equals(request.getRequestURI())) {
        problems.write(
            request, response, Problem.notFound()); // it is forwarded to, never asked for
        return;
      }
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      if (response.isCommitted()) {
        throw e;
      } else if (ApiPaths.matches(request)) {
        problems.write(request, response, faults.problem(cause(e)));
      } else if (faults.isBadAddress(e)) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      } else if (faults.isDatabaseAway(e)) {
        sayAway(response, faults.problem(cause(e)));
      } else {
        throw e;
      }
    }
  }

  private static Throwable cause(Exception e) {
    Throwable cause = e.getCause();
    return e instanceof ServletException && cause != null ? cause : e;
  }

  private static void sayAway(HttpServletResponse response, Problem problem) throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status());
    RetryLater.of(problem)
        .ifPresent(wait ->
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RetryLater.seconds(wait))));
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(AWAY);
  }
}
