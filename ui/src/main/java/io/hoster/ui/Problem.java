package io.hoster.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not what was asked for, said so that the asker knows what to do. The API shows
 * it as problem+json, a view as its sentence.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<FieldProblem> fields;

  /**
   * @param status the HTTP status
   * @param code stable, such as {@code plan_limit}
   * @param detail a sentence for people
   */
  public Problem(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  public Problem(int status, String code, String detail, List<FieldProblem> fields) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  /** Absent, or another tenant's: the same answer. */
  public static Problem notFound() {
    return new Problem(
        404, "not_found", "There is nothing here, or it belongs to another account.");
  }

  public static Problem invalid(List<FieldProblem> fields) {
    return new Problem(422, "invalid", fields.getFirst().message(), fields);
  }

  public static Problem invalid(String pointer, String message) {
    return invalid(List.of(new FieldProblem(pointer, "invalid", message)));
  }

  public static Problem conflict(String code, String detail) {
    return new Problem(409, code, detail);
  }

  public static Problem forbidden(String code, String detail) {
    return new Problem(403, code, detail);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldProblem> fields() {
    return fields;
  }

  /**
   * What is wrong with one field.
   *
   * @param pointer a JSON pointer, such as {@code /variables/TITLE}
   * @param line of the text in the field, from 1; null: the field as a whole
   * @param column from 1
   * @param path a JSON pointer into what the text says, such as {@code /services/web}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldProblem(
      String pointer,
      String code,
      String message,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable String path) {

    public FieldProblem(String pointer, String code, String message) {
      this(pointer, code, message, null, null, null);
    }
  }
}
