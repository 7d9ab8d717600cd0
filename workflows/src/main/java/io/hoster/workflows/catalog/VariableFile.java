package io.hoster.workflows.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one variable of a {@code template.yaml}. */
final class VariableFile {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  private VariableFile() {}

  static Variable read(TemplateFields file) {
    file.allow(
        "name",
        "type",
        "label",
        "help",
        "group",
        "default",
        "required",
        "generate",
        "pattern",
        "choices",
        "once");
    Variable variable =
        new Variable(
            file.matching("name", NAME),
            file.choice("type", Variable.Type.class),
            file.text("label"),
            file.optional("help").orElse(""),
            file.optional("group").orElse(""),
            file.optional("default").orElse(null),
            file.flag("required", false),
            file.optional("generate").orElse(null),
            file.optional("pattern").orElse(null),
            file.texts("choices"),
            file.flag("once", false) ? Boolean.TRUE : null);
    check(file, variable);
    return variable;
  }

  private static void check(TemplateFields file, Variable variable) {
    Optional<String> problem = VariableRules.problem(variable);
    if (problem.isPresent()) {
      throw file.wrong(problem.get());
    }
  }
}
