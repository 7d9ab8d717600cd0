package io.hoster.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.ui.Problem;
import io.hoster.ui.security.WebRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a {@link Problem} as RFC 9457 problem+json, whatever the asker said it accepts. */
@WebRole
@Component
public final class ProblemWriter {

  private final ApiJson json;

  ProblemWriter(ApiJson json) {
    this.json = json;
  }

  private record Body(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @Nullable String requestId,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldProblem> errors) {}

  /** Answers with {@code problem}; nothing when an answer is on its way already. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    RetryLater.of(problem)
        .ifPresent(wait ->
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RetryLater.seconds(wait))));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.mapper().writeValueAsBytes(body(problem, RequestIds.of(request))));
  }

  private static Body body(Problem problem, @Nullable String requestId) {
    HttpStatus status = HttpStatus.resolve(problem.status());
    return new Body(
        "urn:hoster:problem:" + problem.code(),
        status == null ? "Error" : status.getReasonPhrase(),
        problem.status(),
        problem.detail(),
        problem.code(),
        requestId,
        problem.fields());
  }
}
