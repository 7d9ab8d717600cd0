package io.hoster.ui.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hoster.ui.Problem;
import io.hoster.workflows.catalog.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that a template asks for, as the API shows and takes it.
 *
 * @param once counts at the first set-up only
 * @param generate how it is made when none is given, such as {@code password(32)}
 */
public record VariableJson(
    @Nullable String name,
    Variable.@Nullable Type type,
    @Nullable String label,
    @Nullable String help,
    @Nullable String group,
    @JsonProperty("default") @Nullable String defaultValue,
    boolean required,
    @Nullable String generate,
    @Nullable String pattern,
    @Nullable List<String> choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean once) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  static VariableJson of(Variable variable) {
    return new VariableJson(
        variable.name(),
        variable.type(),
        variable.label(),
        variable.help(),
        variable.group(),
        variable.defaultValue(),
        variable.required(),
        variable.generate(),
        variable.pattern(),
        variable.choices(),
        variable.once());
  }

  /** A text that is needed and of which nothing else is known. */
  static VariableJson undeclared(String name) {
    return of(
        new Variable(name, Variable.Type.STRING, name, "", "", null, true, null, null, List.of()));
  }

  /**
   * A list of them as the compiler takes it; null: none.
   *
   * @throws Problem 422 when one is wrong or there twice
   */
  static List<Variable> declared(@Nullable List<@Nullable VariableJson> variables) {
    List<Variable> declared = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (VariableJson variable :
        variables == null ? List.<@Nullable VariableJson>of() : variables) {
      String pointer = "/variables/" + declared.size();
      if (variable == null) {
        throw Problem.invalid(pointer, "A variable is an object with a name.");
      }
      Variable one = variable.declared(pointer);
      if (!names.add(one.name())) {
        throw Problem.invalid(
            pointer + "/name", "The variable " + one.name() + " is declared twice.");
      }
      declared.add(one);
    }
    return declared;
  }

  /**
   * As the compiler takes it.
   *
   * @param pointer where it stands in the request
   * @throws Problem 422 when it has no name or a wrong one
   */
  Variable declared(String pointer) {
    String given = name;
    if (given == null || !NAME.matcher(given).matches()) {
      throw Problem.invalid(
          pointer + "/name", "A variable's name is letters, digits and underscores, at most 64.");
    }
    if (choices != null && choices.stream().anyMatch(Objects::isNull)) {
      throw Problem.invalid(pointer + "/choices", "A choice is a text.");
    }
    return new Variable(
        given,
        type == null ? Variable.Type.STRING : type,
        Objects.requireNonNullElse(label, given),
        Objects.requireNonNullElse(help, ""),
        Objects.requireNonNullElse(group, ""),
        defaultValue,
        required,
        generate,
        pattern,
        choices == null ? List.of() : choices,
        once);
  }
}
