package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableValues;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values that complete what somebody has typed so far, so that a template can be looked at. */
final class SampleValues {

  private SampleValues() {}

  /**
   * {@code given} and a value for every other variable: its default, an example of what it
   * generates, else an example of its type.
   */
  static SortedMap<String, String> complete(
      List<Variable> variables, SortedMap<String, String> given) {
    SortedMap<String, String> values = withoutExamples(variables, given);
    for (Variable variable : variables) {
      if (variable.required()) {
        values.putIfAbsent(variable.name(), example(variable));
      }
    }
    return values;
  }

  /** {@code given} and every default and generated value; what is needed may be missing. */
  static SortedMap<String, String> withoutExamples(
      List<Variable> variables, SortedMap<String, String> given) {
    SortedMap<String, String> values = new TreeMap<>(given);
    for (Variable variable : variables) {
      if (!values.containsKey(variable.name())
          && VariableValues.check(List.of(variable), new TreeMap<>(), bound -> 0)
              instanceof VariableValues.Checked.Complete one) {
        values.putAll(one.values());
      }
    }
    return values;
  }

  private static String example(Variable variable) {
    return switch (variable.type()) {
      case STRING, SECRET -> "example";
      case NUMBER -> "1";
      case BOOLEAN -> "true";
      case CHOICE -> variable.choices().isEmpty() ? "" : variable.choices().getFirst();
    };
  }
}
