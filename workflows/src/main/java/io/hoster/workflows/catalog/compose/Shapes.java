package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.yaml.YamlNode.Kind;
import io.hoster.workflows.catalog.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads values by the shape they should have. The schema has said before what has the wrong shape;
 * what it might have let through becomes a finding here, so that nothing is taken for another
 * thing.
 */
record Shapes(Findings findings) {

  Optional<String> text(At at) {
    if (at.node() instanceof Scalar scalar && scalar.kind() != Kind.NULL) {
      return Optional.of(scalar.text());
    }
    wrong(at, "one value");
    return Optional.empty();
  }

  List<At> items(At at) {
    if (!at.isList()) {
      wrong(at, "a list");
    }
    return at.items();
  }

  /** The fields of a mapping; a key without any value holds none. */
  List<At.Field> fields(At at) {
    if (!at.isMapping() && !at.isNull()) {
      wrong(at, "keys with values");
    }
    return at.fields();
  }

  /** True or false, also in the words that filled-in variables use. */
  boolean flag(At at) {
    Optional<String> text = text(at);
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.get().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "on" -> true;
      case "false", "no", "n", "off" -> false;
      default -> {
        findings.add(
            at, Code.INVALID_VALUE, at.quoted() + " is neither true nor false. Write one of them.");
        yield false;
      }
    };
  }

  boolean flag(At mapping, String key) {
    return mapping.get(key).map(this::flag).orElse(false);
  }

  private void wrong(At at, String shape) {
    findings.addLast(at, Code.SCHEMA, "This must be " + shape + ". Change it.");
  }
}
