package io.hoster.workflows.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what somebody typed for a template's variables and completes it. */
public final class VariableValues {

  /** In bytes of UTF-8. */
  static final int LONGEST_BYTES = 32 * 1024;

  /** In characters, of a value that has a pattern. */
  static final int LONGEST_MATCHED = 1_000;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

  /** What came of a check. */
  public sealed interface Checked {

    /** Every value is good, and every one that can be had is there. */
    record Complete(SortedMap<String, String> values) implements Checked {

      public Complete {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      }
    }

    /** At least one is not; first in the order of the declared variables, then unknown names. */
    record Invalid(List<FieldProblem> problems) implements Checked {

      public Invalid {
        problems = List.copyOf(problems);
      }
    }
  }

  private VariableValues() {}

  /**
   * Checks {@code given} and fills in defaults and generated values. An optional variable without
   * either stays out of the result. An empty text counts as not given, except for an optional
   * STRING or SECRET that has no generator: there it stays empty.
   *
   * @param random asked only for the variables whose value is generated, in their order
   */
  public static Checked check(
      List<Variable> variables, SortedMap<String, String> given, Randomness random) {
    List<FieldProblem> problems = new ArrayList<>();
    SortedMap<String, String> values = new TreeMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (Variable variable : variables) {
      names.add(variable.name());
      String typed = given.get(variable.name());
      if (typed != null && !typed.isEmpty()) {
        problem(variable, typed)
            .ifPresentOrElse(
                message -> problems.add(new FieldProblem(variable.name(), message)),
                () -> values.put(variable.name(), typed));
      } else {
        complete(variable, typed != null, values, problems, random);
      }
    }
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        problems.add(
            new FieldProblem(name, "This template has no variable of this name. Remove it."));
      }
    }
    return problems.isEmpty() ? new Checked.Complete(values) : new Checked.Invalid(problems);
  }

  private static void complete(
      Variable variable,
      boolean emptied,
      SortedMap<String, String> values,
      List<FieldProblem> problems,
      Randomness random) {
    Optional<Generator> generator = Optional.ofNullable(variable.generate()).flatMap(Generator::of);
    if (generator.isPresent()) {
      values.put(variable.name(), generator.get().make(random));
    } else if (emptied && !variable.required() && isText(variable)) {
      values.put(variable.name(), "");
    } else if (variable.defaultValue() != null && !(emptied && variable.required())) {
      values.put(variable.name(), variable.defaultValue());
    } else if (variable.required()) {
      problems.add(new FieldProblem(variable.name(), "This is needed. Enter a value."));
    }
  }

  private static boolean isText(Variable variable) {
    return variable.type() == Variable.Type.STRING || variable.type() == Variable.Type.SECRET;
  }

  /** What is wrong with a value that is not empty, as a sentence. */
  static Optional<String> problem(Variable variable, String value) {
    if (value.length() > LONGEST_BYTES
        || value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of("This is longer than 32 KiB. Make it shorter.");
    }
    if (value.indexOf('\0') >= 0) {
      return Optional.of("This contains the character NUL. Remove it.");
    }
    Optional<String> wrongKind =
        switch (variable.type()) {
          case STRING, SECRET -> Optional.empty();
          case NUMBER ->
              NUMBER.matcher(value).matches()
                  ? Optional.empty()
                  : Optional.of("This is no number. Write one such as 10 or 0.5.");
          case BOOLEAN ->
              value.equals("true") || value.equals("false")
                  ? Optional.empty()
                  : Optional.of("This is neither true nor false. Choose one of them.");
          case CHOICE ->
              variable.choices().contains(value)
                  ? Optional.empty()
                  : Optional.of("Choose one of " + String.join(", ", variable.choices()) + ".");
        };
    return wrongKind.or(() -> patternProblem(variable.pattern(), value));
  }

  private static Optional<String> patternProblem(@Nullable String pattern, String value) {
    if (pattern == null) {
      return Optional.empty();
    }
    if (value.length() > LONGEST_MATCHED) {
      return Optional.of("This is longer than 1,000 characters. Make it shorter.");
    }
    return switch (BoundedMatch.match(pattern, value)) {
      case MATCHES -> Optional.empty();
      case DIFFERS ->
          Optional.of("This does not have the form that is asked for: " + pattern + ".");
      case BROKEN_PATTERN ->
          Optional.of("The template's pattern for this value does not work. Tell its author.");
    };
  }
}
