package io.hoster.workflows.catalog.compose;

/**
 * Something the compiler refuses, located.
 *
 * @param line from 1
 * @param column from 1
 * @param path a JSON pointer, such as {@code /services/web/ports/0}
 * @param message a sentence for people: what is wrong and what to do
 */
public record Finding(int line, int column, String path, Code code, String message) {

  /** Stable names; the API shows them in lower case. */
  public enum Code {
    SYNTAX,
    SCHEMA,
    UNKNOWN_KEY,
    NOT_ALLOWED,
    INVALID_VALUE,
    BELOW_MINIMUM,
    OVER_LIMIT,
    UNDECLARED_VARIABLE,
    MISSING_VARIABLE
  }
}
