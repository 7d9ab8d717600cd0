package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The declared variables and what is known of their values; nothing else can be filled in. */
final class VariableLookup {

  private final SortedMap<String, Variable> declared = new TreeMap<>();
  private final SortedMap<String, String> values;

  VariableLookup(List<Variable> variables, SortedMap<String, String> values) {
    variables.forEach(variable -> declared.put(variable.name(), variable));
    this.values = values;
  }

  Optional<Variable> declared(String name) {
    return Optional.ofNullable(declared.get(name));
  }

  /** The given value, else the default. */
  Optional<String> value(String name) {
    String given = values.get(name);
    return given != null
        ? Optional.of(given)
        : declared(name).flatMap(variable -> Optional.ofNullable(variable.defaultValue()));
  }

  /** Without a value the file makes no sense: an unmade password must not become an empty one. */
  boolean isNeeded(Variable variable) {
    return variable.required() || variable.generate() != null;
  }
}
