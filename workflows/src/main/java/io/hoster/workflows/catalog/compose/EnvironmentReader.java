package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code environment} as a mapping or as a list of {@code NAME=value}. Values keep the text they
 * are written with. A name without a value takes the template's variable of that name.
 */
final class EnvironmentReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,127}");
  private static final List<String> RESERVED = List.of("HOSTER_", "LD_");

  /** What leads a Docker client to an engine; images have others with that beginning. */
  private static final List<String> ENGINE =
      List.of(
          "DOCKER_HOST",
          "DOCKER_CONTEXT",
          "DOCKER_CONFIG",
          "DOCKER_CERT_PATH",
          "DOCKER_TLS",
          "DOCKER_TLS_VERIFY",
          "DOCKER_API_VERSION");

  private static final int MOST = 256;
  private static final int LONGEST_BYTES = 32 * 1024;

  private final VariableLookup variables;
  private final Shapes shapes;
  private final SortedMap<String, String> environment = new TreeMap<>();

  EnvironmentReader(VariableLookup variables, Shapes shapes) {
    this.variables = variables;
    this.shapes = shapes;
  }

  SortedMap<String, String> read(At service) {
    service.get("environment").ifPresent(this::readAll);
    return environment;
  }

  private void readAll(At at) {
    if (at.isList()) {
      at.items().forEach(this::readLine);
    } else {
      shapes.fields(at).forEach(this::readField);
    }
    if (environment.size() > MOST) {
      shapes
          .findings()
          .add(
              at, Code.OVER_LIMIT, "A service has at most 256 environment variables. Remove some.");
    }
  }

  private void readLine(At line) {
    Optional<String> text = shapes.text(line);
    if (text.isEmpty()) {
      return;
    }
    int equals = text.get().indexOf('=');
    if (equals < 0) {
      inherit(line, text.get());
    } else {
      put(line, text.get().substring(0, equals), text.get().substring(equals + 1));
    }
  }

  private void readField(At.Field field) {
    if (field.value().isNull()) {
      inherit(field.name(), field.key());
    } else {
      shapes.text(field.value()).ifPresent(text -> put(field.name(), field.key(), text));
    }
  }

  private void inherit(At at, String name) {
    if (!isGoodName(at, name)) {
      return;
    }
    var declared = variables.declared(name);
    Optional<String> value = variables.value(name);
    if (declared.isEmpty()) {
      shapes
          .findings()
          .add(
              at,
              Code.UNDECLARED_VARIABLE,
              Quoted.of(name)
                  + " has no value and is not a variable of this template. Give it a value or declare it.");
    } else if (value.isPresent()) {
      put(at, name, value.get());
    } else if (variables.isNeeded(declared.get())) {
      shapes.findings().add(at, Code.MISSING_VARIABLE, VariableSentences.missing(name, ""));
    }
  }

  private void put(At at, String name, String value) {
    if (!isGoodName(at, name)) {
      return;
    }
    if (value.indexOf('\0') >= 0) {
      shapes
          .findings()
          .add(at, Code.INVALID_VALUE, "A value cannot contain the character NUL. Remove it.");
    } else if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      shapes.findings().add(at, Code.OVER_LIMIT, "A value has at most 32 KiB. Make it shorter.");
    } else {
      environment.put(name, value);
    }
  }

  private boolean isGoodName(At at, String name) {
    if (!NAME.matcher(name).matches()) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              "An environment variable's name has letters, digits, dots and underscores only, at most 128, and no digit"
                  + " first. Rename it.");
      return false;
    }
    if (ENGINE.contains(name)) {
      shapes
          .findings()
          .add(at, Code.NOT_ALLOWED, "No Docker engine can be reached from here. Remove it.");
      return false;
    }
    for (String prefix : RESERVED) {
      if (name.startsWith(prefix)) {
        shapes
            .findings()
            .add(
                at,
                Code.NOT_ALLOWED,
                "Names that begin with " + prefix + " are kept for the platform. Rename it.");
        return false;
      }
    }
    return true;
  }
}
