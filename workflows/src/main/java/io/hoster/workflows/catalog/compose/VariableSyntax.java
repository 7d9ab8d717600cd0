package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.VariablePart.Literal;
import io.hoster.workflows.catalog.compose.VariablePart.Operator;
import io.hoster.workflows.catalog.compose.VariablePart.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the compose specification's variable syntax: {@code $V ${V} ${V:-d} ${V-d} ${V:?e} ${V?e}
 * ${V:+r} ${V+r} $$}, nested up to 16 deep. A dollar sign before anything else stands for itself.
 */
final class VariableSyntax {

  private static final int MAX_DEPTH = 16;
  private static final int MAX_VARIABLES = 1_000;

  /** What came of reading a text. */
  sealed interface Parsed {

    /** The text is good. */
    record Parts(List<VariablePart> parts) implements Parsed {}

    /** It is not, for this reason. */
    record Wrong(String message) implements Parsed {}
  }

  private final String text;
  private int at;
  private int variables;
  private Optional<String> problem = Optional.empty();

  private VariableSyntax(String text) {
    this.text = text;
  }

  static Parsed parse(String text) {
    if (text.indexOf('$') < 0) {
      return new Parsed.Parts(List.of(new Literal(text)));
    }
    VariableSyntax syntax = new VariableSyntax(text);
    List<VariablePart> parts = syntax.parts(0);
    return syntax.problem.<Parsed>map(Parsed.Wrong::new).orElseGet(() -> new Parsed.Parts(parts));
  }

  /** Reads to the end, or below the top to the closing brace, which is left where it is. */
  private List<VariablePart> parts(int depth) {
    List<VariablePart> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int braces = 0;
    while (at < text.length() && problem.isEmpty()) {
      char c = text.charAt(at);
      if (c == '}' && depth > 0 && braces-- == 0) {
        break;
      }
      if (c == '{') {
        braces++;
      }
      if (c == '$' && startsVariable(at + 1)) {
        parts.add(new Literal(literal.toString()));
        literal.setLength(0);
        at++;
        parts.add(reference(depth));
      } else {
        literal.append(c);
        at += c == '$' && at + 1 < text.length() && text.charAt(at + 1) == '$' ? 2 : 1;
      }
    }
    parts.add(new Literal(literal.toString()));
    return parts;
  }

  private VariablePart reference(int depth) {
    if (++variables > MAX_VARIABLES) {
      return wrong(at - 1, " comes after 1,000 variables of one value. Use fewer.");
    }
    if (text.charAt(at) != '{') {
      return new Reference(name(), Operator.VALUE, false, List.of());
    }
    int start = at - 1;
    at++;
    String name = name();
    boolean colon = at < text.length() && text.charAt(at) == ':';
    if (colon) {
      at++;
    }
    Optional<Operator> operator = operator(colon);
    if (name.isEmpty() || operator.isEmpty()) {
      return wrong(
          start, " is no variable. Write ${NAME} or ${NAME:-default}, and $$ for a dollar sign.");
    }
    if (depth == MAX_DEPTH) {
      return wrong(start, " is nested deeper than 16 levels. Make it flatter.");
    }
    List<VariablePart> argument = List.of();
    if (operator.get() != Operator.VALUE) {
      at++;
      argument = parts(depth + 1);
    }
    if (at >= text.length()) {
      return wrong(start, " is not closed. Add the missing }.");
    }
    at++;
    return new Reference(name, operator.get(), colon, argument);
  }

  /** The operator that begins here; empty when there is none that we know. */
  private Optional<Operator> operator(boolean colon) {
    if (at >= text.length()) {
      return colon ? Optional.empty() : Optional.of(Operator.VALUE);
    }
    return switch (text.charAt(at)) {
      case '}' -> colon ? Optional.empty() : Optional.of(Operator.VALUE);
      case '-' -> Optional.of(Operator.DEFAULT);
      case '+' -> Optional.of(Operator.REPLACEMENT);
      case '?' -> Optional.of(Operator.REQUIRED);
      default -> Optional.empty();
    };
  }

  private VariablePart wrong(int start, String message) {
    if (problem.isEmpty()) {
      problem = Optional.of(Quoted.of(text.substring(start)) + message);
    }
    return new Literal("");
  }

  private String name() {
    int start = at;
    if (at < text.length() && isNameStart(text.charAt(at))) {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
    }
    return text.substring(start, at);
  }

  private boolean startsVariable(int index) {
    return index < text.length() && (text.charAt(index) == '{' || isNameStart(text.charAt(index)));
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }
}
