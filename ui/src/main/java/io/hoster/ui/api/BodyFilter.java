package io.hoster.ui.api;

import io.hoster.ui.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads bodies of the API whole, up to 1 MiB; larger ones are 413. Refuses characters in the query
 * that no database keeps.
 */
public final class BodyFilter extends OncePerRequestFilter {

  static final int LIMIT = 1024 * 1024;

  /** A larger body than this is not even read to be thrown away. */
  private static final int DRAINED = 32 * 1024 * 1024;

  private final ProblemWriter problems;

  public BodyFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  static Problem tooLarge() {
    return new Problem(413, "too_large", "The body is larger than 1 MiB.");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      drain(request);
      problems.write(request, response, tooLarge());
    } else if (!hasCleanParameters(request)) {
      problems.write(
          request, response, Problem.invalid("", "The address has a character that is no text."));
    } else {
      chain.doFilter(new ReadBody(request, body), response);
    }
  }

  /** Clients that look for an answer only once all is sent would otherwise meet a closed door. */
  private static void drain(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() <= DRAINED) {
      request.getInputStream().skip(DRAINED);
    }
  }

  private static boolean hasCleanParameters(HttpServletRequest request) {
    for (String[] values : request.getParameterMap().values()) {
      for (String value : values) {
        if (!CleanText.isClean(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
