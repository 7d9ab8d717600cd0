package io.hoster.workflows.catalog.compose;

import java.util.List;

/** A piece of a text with variables in it. */
sealed interface VariablePart {

  /** Plain text; {@code $$} has become {@code $}. */
  record Literal(String text) implements VariablePart {}

  /**
   * {@code ${NAME…}}.
   *
   * @param emptyCounts the operator had a colon: an empty value counts as none
   * @param argument the default, the replacement or the error message
   */
  record Reference(String name, Operator operator, boolean emptyCounts, List<VariablePart> argument)
      implements VariablePart {}

  /** What a reference does with its variable. */
  enum Operator {
    VALUE,
    DEFAULT,
    REPLACEMENT,
    REQUIRED
  }
}
