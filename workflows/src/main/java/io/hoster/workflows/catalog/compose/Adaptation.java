package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A compose file with all suggestions taken that help, one after another: what an import begins
 * with.
 *
 * @param text the changed file
 * @param variables all that are declared now
 * @param taken in their order
 * @param compiled the changed file, with an example for each value that is still missing
 */
public record Adaptation(
    String text, List<Variable> variables, List<Suggestion> taken, Compiled compiled) {

  private static final int MOST = 200;

  public Adaptation {
    variables = List.copyOf(variables);
    taken = List.copyOf(taken);
  }

  /**
   * Adapts {@code text}.
   *
   * @param variables what is declared already
   * @param values of variables, also of some that are not declared: those of a {@code .env} file
   */
  public static Adaptation of(
      String text, List<Variable> variables, SortedMap<String, String> values) {
    Adaptation now = new Adaptation(text, variables, List.of(), compile(text, variables, values));
    Set<String> useless = new TreeSet<>();
    for (int steps = 0; steps < MOST; steps++) {
      Optional<Adaptation> next = now.step(values, useless);
      if (next.isEmpty()) {
        return now.withoutUnused(variables);
      }
      now = next.get();
    }
    return now.withoutUnused(variables);
  }

  /** A declared variable may have stood in what was removed later. */
  private Adaptation withoutUnused(List<Variable> given) {
    List<Variable> used =
        variables.stream()
            .filter(one -> given.contains(one) || text.matches("(?s).*\\b" + one.name() + "\\b.*"))
            .toList();
    return new Adaptation(text, used, taken, compiled);
  }

  /**
   * All declarations taken, for they leave the text as it is; else the first change that helps;
   * nothing when none does.
   */
  private Optional<Adaptation> step(SortedMap<String, String> values, Set<String> useless) {
    List<Suggestion> all = Suggestions.of(text, variables, examples(variables, values));
    List<Suggestion> declarations = all.stream().filter(one -> one.edits().isEmpty()).toList();
    if (!declarations.isEmpty()) {
      Adaptation next = with(declarations, text, values);
      if (next.helps(this)) {
        return Optional.of(next);
      }
    }
    for (Suggestion one : all) {
      String what = one.path() + " " + one.message();
      if (!one.edits().isEmpty() && !useless.contains(what)) {
        Adaptation next = with(List.of(one), one.applyTo(text), values);
        if (next.helps(this)) {
          return Optional.of(next);
        }
        useless.add(what);
      }
    }
    return Optional.empty();
  }

  private Adaptation with(
      List<Suggestion> suggestions, String changed, SortedMap<String, String> values) {
    List<Variable> more = new ArrayList<>(variables);
    List<Suggestion> all = new ArrayList<>(taken);
    for (Suggestion suggestion : suggestions) {
      int before = more.size();
      for (Variable variable : suggestion.variables()) {
        if (more.stream().noneMatch(one -> one.name().equals(variable.name()))) {
          more.add(variable);
        }
      }
      if (more.size() > before || !suggestion.edits().isEmpty()) {
        all.add(suggestion);
      }
    }
    return new Adaptation(changed, more, all, compile(changed, more, values));
  }

  private boolean helps(Adaptation before) {
    boolean same = text.equals(before.text) && variables.equals(before.variables);
    return !same && findings() <= before.findings() && !isBroken();
  }

  private int findings() {
    return compiled instanceof Compiled.Refused refused ? refused.findings().size() : 0;
  }

  private boolean isBroken() {
    return compiled instanceof Compiled.Refused refused
        && refused.findings().getFirst().code() == Finding.Code.SYNTAX;
  }

  private static Compiled compile(
      String text, List<Variable> variables, SortedMap<String, String> values) {
    return ComposeCompiler.compile(text, variables, examples(variables, values));
  }

  private static SortedMap<String, String> examples(
      List<Variable> variables, SortedMap<String, String> values) {
    SortedMap<String, String> all = new TreeMap<>(values);
    for (Variable variable : variables) {
      if (variable.defaultValue() == null && (variable.required() || variable.generate() != null)) {
        all.putIfAbsent(variable.name(), "example");
      }
    }
    return all;
  }
}
