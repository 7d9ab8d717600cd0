package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.yaml.Outline;
import io.hoster.workflows.catalog.yaml.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds passwords, tokens and keys that stand in a file, and makes variables of them: one for each
 * text, wherever it stands, so that what had the same password still has.
 */
final class SecretSuggestions {

  private static final int SHORTEST_ALONE = 6;

  /** A text that is a secret, by which variable it is called, and where it stands. */
  record Secret(Part first, Variable variable, List<Edit> edits) {}

  /** A place of an environment that holds a value. */
  private record Value(Part part, String name, String text) {}

  private final Set<String> taken = new TreeSet<>();
  private final List<Value> values = new ArrayList<>();
  private final List<Part> others = new ArrayList<>();

  private SecretSuggestions(List<Variable> declared) {
    declared.forEach(variable -> taken.add(variable.name()));
  }

  static List<Secret> of(Outline outline, List<Variable> declared) {
    SecretSuggestions secrets = new SecretSuggestions(declared);
    outline
        .root()
        .child("services")
        .ifPresent(services -> services.children().forEach(secrets::collect));
    return secrets.found();
  }

  private void collect(Part service) {
    service
        .child("environment")
        .ifPresent(environment -> environment.children().forEach(this::collectValue));
    for (String key : List.of("command", "entrypoint")) {
      service.child(key).ifPresent(this::collectOther);
    }
    service.child("healthcheck").flatMap(h -> h.child("test")).ifPresent(this::collectOther);
  }

  private void collectOther(Part part) {
    others.add(part);
    part.children().forEach(this::collectOther);
  }

  private void collectValue(Part part) {
    if (!part.key().isEmpty()) {
      values.add(new Value(part, part.key(), part.scalar()));
    } else if (part.scalar().indexOf('=') > 0) {
      int equals = part.scalar().indexOf('=');
      values.add(
          new Value(part, part.scalar().substring(0, equals), part.scalar().substring(equals + 1)));
    }
  }

  private List<Secret> found() {
    Map<String, Value> literals = new LinkedHashMap<>();
    for (Value value : values) {
      if (Sensitive.isName(value.name()) && Sensitive.isLiteral(value.text())) {
        literals.putIfAbsent(value.text(), value);
      }
    }
    List<Secret> secrets = new ArrayList<>();
    literals.forEach((text, value) -> {
      List<Edit> edits = new ArrayList<>();
      String name = free(SuggestedVariable.name(value.name()));
      values.forEach(other -> replace(other, text, name, edits));
      if (isDistinct(text)) {
        others.forEach(other -> replaceWords(other, text, name, edits));
      }
      if (!edits.isEmpty()) {
        secrets.add(new Secret(value.part(), SuggestedVariable.secret(name), edits));
      }
    });
    return secrets;
  }

  private String free(String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /** Whether the text means the secret wherever it stands, and not a user or an image. */
  private boolean isDistinct(String text) {
    return text.length() >= SHORTEST_ALONE
        && values.stream()
            .noneMatch(other -> other.text().equals(text) && !Sensitive.isName(other.name()));
  }

  private void replace(Value value, String text, String name, List<Edit> edits) {
    Part part = value.part();
    if (part.raw().startsWith("&") || part.raw().startsWith("*")) {
      return;
    }
    if (Sensitive.isName(value.name()) && value.text().equals(text)) {
      int at = part.raw().lastIndexOf(text);
      if (at >= 0 && part.key().isEmpty()) {
        edits.add(new Edit(part.from() + at, part.from() + at + text.length(), ref(name)));
      } else if (at >= 0) {
        String quote = part.isInFlow() ? "\"" : "";
        edits.add(new Edit(part.from(), part.to(), quote + ref(name) + quote));
      }
    } else {
      replaceIn(part, ":" + text + "@", ":" + ref(name) + "@", edits);
    }
  }

  private static void replaceWords(Part part, String text, String name, List<Edit> edits) {
    if (part.children().isEmpty()) {
      String raw = part.raw();
      for (int at = raw.indexOf(text); at >= 0; at = raw.indexOf(text, at + text.length())) {
        int end = at + text.length();
        if ((at == 0 || !isWord(raw.charAt(at - 1)) || raw.startsWith("-p", at - 2))
            && (end == raw.length() || !isWord(raw.charAt(end)))) {
          edits.add(new Edit(part.from() + at, part.from() + end, ref(name)));
        }
      }
    }
  }

  private static void replaceIn(Part part, String old, String fresh, List<Edit> edits) {
    int at = part.raw().indexOf(old);
    if (at >= 0) {
      edits.add(new Edit(part.from() + at, part.from() + at + old.length(), fresh));
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$' || c == '{';
  }

  private static String ref(String name) {
    return "${" + name + "}";
  }
}
