package io.hoster.workflows.catalog;

import java.util.Optional;

/** What holds for every declared variable, whoever declares it. */
public final class VariableRules {

  private VariableRules() {}

  /** What is wrong with the declaration, as a sentence without its beginning and end. */
  public static Optional<String> problem(Variable variable) {
    if ((variable.type() == Variable.Type.CHOICE) == variable.choices().isEmpty()) {
      return Optional.of(variable.name() + " needs choices when its type is choice, else none");
    }
    if (variable.generate() != null && Generator.of(variable.generate()).isEmpty()) {
      return Optional.of(variable.generate() + " is none of password(n), hex(n), uuid");
    }
    String pattern = variable.pattern();
    if (pattern != null && BoundedMatch.match(pattern, "") == BoundedMatch.Outcome.BROKEN_PATTERN) {
      return Optional.of("the pattern of " + variable.name() + " does not work");
    }
    return Optional.ofNullable(variable.defaultValue())
        .filter(value -> !value.isEmpty())
        .flatMap(value -> VariableValues.problem(variable, value))
        .map(wrong -> "the default of " + variable.name() + ": " + wrong);
  }
}
