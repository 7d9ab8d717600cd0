package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.VariablePart.Literal;
import io.hoster.workflows.catalog.compose.VariablePart.Operator;
import io.hoster.workflows.catalog.compose.VariablePart.Reference;
import io.hoster.workflows.catalog.yaml.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Declares the variables that a value uses, as far as its text tells what they are. */
final class UndeclaredVariables {

  private final SortedMap<String, Variable> declared = new TreeMap<>();
  private final SortedMap<String, String> values;

  UndeclaredVariables(List<Variable> variables, SortedMap<String, String> values) {
    variables.forEach(variable -> declared.put(variable.name(), variable));
    this.values = values;
  }

  /** Those of {@code part} that are not declared, in their order. */
  List<Variable> in(Part part, String path) {
    Map<String, Variable> found = new LinkedHashMap<>();
    if (path.matches("/secrets/[^/]+/environment")) {
      add(found, part.scalar(), SuggestedVariable.secret(SuggestedVariable.name(part.scalar())));
    } else if (VariableSyntax.parse(part.scalar()) instanceof VariableSyntax.Parsed.Parts parts) {
      parts.parts().forEach(one -> add(found, one));
    }
    if (found.isEmpty() && path.contains("/environment")) {
      inherited(part, found);
    }
    return List.copyOf(found.values());
  }

  /** An environment's name without a value takes the variable's of that name. */
  private void inherited(Part part, Map<String, Variable> found) {
    String name = part.key().isEmpty() ? part.scalar() : part.key();
    if (name.indexOf('=') < 0) {
      add(found, name, variable(name, values.get(name), true));
    }
  }

  private void add(Map<String, Variable> found, VariablePart part) {
    if (part instanceof Reference reference) {
      boolean needed =
          reference.operator() == Operator.VALUE || reference.operator() == Operator.REQUIRED;
      String usual =
          values.getOrDefault(
              reference.name(),
              reference.operator() == Operator.DEFAULT ? literal(reference.argument()) : "");
      add(found, reference.name(), variable(reference.name(), usual, needed));
      reference.argument().forEach(inner -> add(found, inner));
    }
  }

  private void add(Map<String, Variable> found, String name, Variable variable) {
    if (!declared.containsKey(name) && name.equals(variable.name())) {
      found.putIfAbsent(name, variable);
    }
  }

  private static Variable variable(String name, @Nullable String usual, boolean needed) {
    String clean = SuggestedVariable.name(name);
    return Sensitive.isName(name)
        ? SuggestedVariable.secret(clean)
        : SuggestedVariable.text(clean, usual, needed);
  }

  /** The first reference whose name no variable can have, replaced by its own default. */
  Optional<Edit> writtenOut(Part part) {
    if (VariableSyntax.parse(part.scalar()) instanceof VariableSyntax.Parsed.Parts parts) {
      for (VariablePart one : parts.parts()) {
        if (one instanceof Reference reference
            && reference.operator() == Operator.DEFAULT
            && !SuggestedVariable.name(reference.name()).equals(reference.name())) {
          return writtenOut(part, reference);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Edit> writtenOut(Part part, Reference reference) {
    String usual = literal(reference.argument());
    String written = "${" + reference.name() + (reference.emptyCounts() ? ":-" : "-") + usual + "}";
    int at = part.raw().indexOf(written);
    if (at < 0) {
      return Optional.empty();
    }
    boolean alone = part.raw().equals(written);
    int from = part.from() + at;
    return Optional.of(
        new Edit(from, from + written.length(), alone ? "\"" + usual + "\"" : usual));
  }

  private static String literal(List<VariablePart> parts) {
    StringBuilder text = new StringBuilder();
    for (VariablePart part : parts) {
      if (!(part instanceof Literal literal)) {
        return "";
      }
      text.append(literal.text());
    }
    return text.toString();
  }
}
