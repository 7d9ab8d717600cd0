package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles short files and takes the result apart. */
final class Compiling {

  private final List<Variable> variables = new ArrayList<>();
  private final SortedMap<String, String> values = new TreeMap<>();

  private Compiling() {}

  static Compiling plain() {
    return new Compiling();
  }

  /** With an optional text variable. */
  Compiling with(String name, @Nullable String value) {
    return with(variable(name, Variable.Type.STRING, null, false), value);
  }

  Compiling with(Variable variable, @Nullable String value) {
    variables.add(variable);
    if (value != null) {
      values.put(variable.name(), value);
    }
    return this;
  }

  static Variable variable(
      String name, Variable.Type type, @Nullable String defaultValue, boolean required) {
    return new Variable(name, type, name, "", "", defaultValue, required, null, null, List.of());
  }

  /** A file with one service, {@code web}, whose keys beside the image are {@code keys}. */
  static String service(String keys) {
    return "services:\n  web:\n    image: nginx:1.27\n" + keys.strip().indent(4);
  }

  Compiled compile(String text) {
    return ComposeCompiler.compile(text, variables, values);
  }

  DeploymentPlan plan(String text) {
    Compiled compiled = compile(text);
    assertThat(compiled).isInstanceOf(Compiled.Planned.class);
    return ((Compiled.Planned) compiled).plan();
  }

  /** The service {@code web} of a file with these keys. */
  ServicePlan web(String keys) {
    return plan(service(keys)).services().getFirst();
  }

  List<Finding> findings(String text) {
    Compiled compiled = compile(text);
    assertThat(compiled).isInstanceOf(Compiled.Refused.class);
    return ((Compiled.Refused) compiled).findings();
  }

  /** The findings as {@code code path}, in the file's order. */
  List<String> codes(String text) {
    return findings(text).stream().map(found -> found.code() + " " + found.path()).toList();
  }

  /** The findings of a file whose service {@code web} has these keys. */
  List<String> webCodes(String keys) {
    return codes(service(keys));
  }
}
