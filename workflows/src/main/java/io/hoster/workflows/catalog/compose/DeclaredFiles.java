package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Finding.Code;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file's {@code configs} with their text and its {@code secrets} with the value of the variable
 * that each names.
 */
final class DeclaredFiles {

  static final int MOST = 20;

  private static final int LARGEST_BYTES = 256 * 1024;

  private final VariableLookup variables;
  private final Shapes shapes;
  private final SortedMap<String, String> configs = new TreeMap<>();
  private final SortedMap<String, String> secrets = new TreeMap<>();

  DeclaredFiles(VariableLookup variables, Shapes shapes) {
    this.variables = variables;
    this.shapes = shapes;
  }

  /** Takes a declared config. */
  void addConfig(At.Field field) {
    configs.put(field.key(), "");
    Optional<At> content = field.value().child("content");
    if (content.isPresent()) {
      shapes.text(content.get()).ifPresent(text -> put(configs, field, content.get(), text));
    } else if (field.value().fields().isEmpty()) {
      shapes
          .findings()
          .add(field.name(), Code.SCHEMA, "This config has no content. Write its text there.");
    }
  }

  /** Takes a declared secret. */
  void addSecret(At.Field field) {
    secrets.put(field.key(), "");
    Optional<At> name = field.value().get("environment");
    if (name.isPresent()) {
      shapes.text(name.get()).ifPresent(text -> addSecret(field, name.get(), text));
    } else if (field.value().fields().isEmpty()) {
      shapes
          .findings()
          .add(
              field.name(),
              Code.SCHEMA,
              "This secret names no variable. Name a secret variable with environment.");
    }
  }

  private void addSecret(At.Field field, At at, String name) {
    Optional<Variable> declared = variables.declared(name);
    Optional<String> value = variables.value(name);
    if (declared.isEmpty()) {
      shapes
          .findings()
          .add(
              at,
              Code.UNDECLARED_VARIABLE,
              at.quoted() + " is not a variable of this template. Declare it as a secret.");
    } else if (declared.get().type() != Variable.Type.SECRET) {
      shapes
          .findings()
          .add(
              at,
              Code.INVALID_VALUE,
              at.quoted() + " is a variable that is no secret. Declare it as one.");
    } else if (value.isEmpty()) {
      shapes.findings().add(at, Code.MISSING_VARIABLE, VariableSentences.missing(name, ""));
    } else {
      put(secrets, field, at, value.get());
    }
  }

  private void put(SortedMap<String, String> files, At.Field field, At at, String content) {
    if (content.indexOf('\0') >= 0) {
      shapes
          .findings()
          .add(at, Code.INVALID_VALUE, "A file cannot contain the character NUL. Remove it.");
    } else if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
      shapes
          .findings()
          .add(at, Code.OVER_LIMIT, "A file has at most 256 KiB. Put the rest into the image.");
    } else {
      files.put(field.key(), content);
    }
  }

  /** The text of a declared config. */
  Optional<String> config(String name) {
    return Optional.ofNullable(configs.get(name));
  }

  /** The text of a declared secret. */
  Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
