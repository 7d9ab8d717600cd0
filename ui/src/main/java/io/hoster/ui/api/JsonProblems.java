package io.hoster.ui.api;

import io.hoster.ui.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body, with a JSON pointer to the place. Never repeats the value. */
final class JsonProblems {

  private JsonProblems() {}

  static Problem of(HttpMessageNotReadableException fault) {
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Problem problem -> {
          return problem; // a value object refused its value
        }
        case UnrecognizedPropertyException unknown -> {
          return field(pointer(unknown), "unknown_field", "This field is not known here.");
        }
        case MismatchedInputException mismatch -> {
          return field(pointer(mismatch), "invalid", "This field has a wrong type or form.");
        }
        case JacksonException syntax -> {
          return field("", "syntax", "The body is not valid JSON" + place(syntax) + ".");
        }
        default -> {
          // look at what caused it
        }
      }
    }
    return field("", "invalid", "The body must be a JSON object.");
  }

  static Problem of(MethodArgumentNotValidException fault) {
    List<Problem.FieldProblem> fields =
        fault.getBindingResult().getFieldErrors().stream().map(JsonProblems::field).toList();
    return fields.isEmpty()
        ? Problem.invalid("", "The body has a wrong form.")
        : Problem.invalid(fields);
  }

  private static Problem.FieldProblem field(FieldError error) {
    return new Problem.FieldProblem(
        "/" + snakeCase(error.getField()),
        "invalid",
        Objects.requireNonNullElse(error.getDefaultMessage(), "invalid"));
  }

  private static Problem field(String pointer, String code, String message) {
    return Problem.invalid(List.of(new Problem.FieldProblem(pointer, code, message)));
  }

  private static String pointer(JacksonException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : fault.getPath()) {
      @Nullable String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }

  private static String place(JacksonException fault) {
    var location = fault.getLocation();
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '/').toLowerCase(Locale.ROOT);
  }
}
