package io.hoster.ui.api;

import io.hoster.ui.Problem;
import io.hoster.ui.security.WebRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Every error of the API becomes a problem. Pages keep their own way. */
@WebRole
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

  private final ProblemWriter problems;
  private final Faults faults;

  ProblemAdvice(ProblemWriter problems, Faults faults) {
    this.problems = problems;
    this.faults = faults;
  }

  @ExceptionHandler(Exception.class)
  void handle(Exception fault, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (!ApiPaths.matches(request)) {
      throw fault;
    }
    if (fault instanceof AsyncRequestNotUsableException) {
      return; // the asker has gone
    }
    problems.write(request, response, problem(fault, response));
  }

  private Problem problem(Exception fault, HttpServletResponse response) throws IOException {
    return switch (fault) {
      case Problem problem -> problem;
      case HttpMessageNotReadableException unreadable -> JsonProblems.of(unreadable);
      case MethodArgumentNotValidException invalid -> JsonProblems.of(invalid);
      case HandlerMethodValidationException invalid ->
          Problem.invalid("", "A value in the address is out of its range.");
      case MethodArgumentTypeMismatchException mismatch
          when mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
          Problem.notFound(); // what is no id names nothing
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.invalid(
              "/" + mismatch.getName(), "“" + mismatch.getName() + "” has a wrong form.");
      case MissingServletRequestParameterException missing ->
          Problem.invalid(
              "/" + missing.getParameterName(), "“" + missing.getParameterName() + "” is missing.");
      case HttpRequestMethodNotSupportedException unsupported -> notAllowed(unsupported, response);
      case MultipartException multipart ->
          new Problem(415, "unsupported_media_type", "The body must be application/json.");
      case ErrorResponse other when other.getStatusCode().is4xxClientError() ->
          ofStatus(other.getStatusCode().value());
      default -> faults.problem(fault);
    };
  }

  private static Problem notAllowed(
      HttpRequestMethodNotSupportedException fault, HttpServletResponse response) {
    Set<HttpMethod> allowed = fault.getSupportedHttpMethods();
    if (allowed != null) {
      response.setHeader(
          HttpHeaders.ALLOW,
          String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList()));
    }
    return new Problem(
        405, "method_not_allowed", fault.getMethod() + " is not something to do here.");
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> Problem.notFound();
      case 406 -> new Problem(406, "not_acceptable", "The answer is application/json.");
      case 413 -> BodyFilter.tooLarge();
      case 415 -> new Problem(415, "unsupported_media_type", "The body must be application/json.");
      default -> new Problem(status, "bad_request", "This request has a wrong form.");
    };
  }
}
