package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import io.hoster.workflows.catalog.compose.VariablePart.Literal;
import io.hoster.workflows.catalog.compose.VariablePart.Reference;
import io.hoster.workflows.catalog.yaml.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the text of a {@code .env} file as {@code docker compose} does: {@code NAME=value} or
 * {@code NAME: value} a line, {@code export} before it, comments, single quotes (as they are) and
 * double quotes (with escapes) over several lines, variables of the lines above. Pure and bounded:
 * nothing but the text is read.
 */
public final class DotEnv {

  private static final int LARGEST_BYTES = 256 * 1024;
  private static final int LARGEST_FILLED = 1024 * 1024;
  private static final int MOST_FINDINGS = 100;
  private static final String ESCAPES = "abfnrtv";
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";

  /**
   * What came of reading a text.
   *
   * @param values the last one of each name
   * @param findings in the text's order; those lines gave no value
   */
  public record Read(SortedMap<String, String> values, List<Finding> findings) {

    public Read {
      findings = List.copyOf(findings);
    }
  }

  private final String text;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private long filled;

  private DotEnv(String text) {
    this.text = text;
  }

  /** Reads {@code text}, whatever it is; never throws because of it. */
  public static Read read(String text) {
    DotEnv file = new DotEnv(text);
    if (text.length() > LARGEST_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
      file.find(1, 1, "", Code.OVER_LIMIT, "The file is larger than 256 KiB. Make it smaller.");
    } else {
      file.readAll();
    }
    return new Read(file.values, file.findings);
  }

  private void readAll() {
    if (text.startsWith("\ufeff")) {
      at++;
    }
    while (at < text.length() && findings.size() < MOST_FINDINGS) {
      skipSpaces();
      if (at < text.length() && !isLineEnd(text.charAt(at)) && text.charAt(at) != '#') {
        statement();
      }
      skipLine();
    }
  }

  private void statement() {
    if (text.startsWith("export", at) && at + 6 < text.length() && isSpace(text.charAt(at + 6))) {
      at += 6;
      skipSpaces();
    }
    int start = at;
    int column = column();
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    skipSpaces();
    char next = at < text.length() ? text.charAt(at) : '\n';
    if (next == '=' || next == ':') {
      at++;
      skipSpaces();
      value(name, column);
    } else if (isLineEnd(next) && !name.isEmpty()) {
      return; // a name alone takes its value from the environment, and there is none
    } else {
      find(
          line,
          column,
          "",
          Code.SYNTAX,
          "This is no line of NAME=value. Write one, or begin a comment with #.");
      return;
    }
    if (name.isEmpty()) {
      find(line, column, "", Code.SYNTAX, "There is no name before the sign. Write NAME=value.");
      values.remove("");
    }
  }

  private void value(String name, int column) {
    int begun = line;
    char mark = at < text.length() ? text.charAt(at) : '\n';
    if (mark == '\'') {
      quoted(mark, begun, column).ifPresent(value -> values.put(name, value));
    } else if (mark == '"') {
      quoted(mark, begun, column)
          .flatMap(value -> filled(unescaped(value), begun, column, name))
          .ifPresent(value -> values.put(name, value));
    } else {
      filled(plain(), begun, column, name).ifPresent(value -> values.put(name, value));
    }
  }

  /** To the end of the line, without a comment after a space. */
  private String plain() {
    int start = at;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    String value = text.substring(start, at);
    if (value.startsWith("#")) {
      return "";
    }
    int comment = value.indexOf(" #");
    return (comment < 0 ? value : value.substring(0, comment)).strip();
  }

  /** What stands between the marks, with its backslashes but those before the mark. */
  private Optional<String> quoted(char mark, int begun, int column) {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == mark) {
        at++;
        return Optional.of(value.toString());
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        if (text.charAt(at) != mark) {
          value.append(c);
        }
        c = text.charAt(at);
      }
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      }
      value.append(c);
    }
    find(
        begun,
        column,
        "",
        Code.SYNTAX,
        "This value has a quotation mark that is not closed. Add the missing one.");
    return Optional.empty();
  }

  /** With the usual escapes resolved; {@code \$} becomes the {@code $$} that stands for itself. */
  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 == value.length()) {
        text.append(c);
        continue;
      }
      char next = value.charAt(++i);
      int known = ESCAPES.indexOf(next);
      if (known >= 0) {
        text.append(ESCAPED.charAt(known));
      } else if (next == '\\') {
        text.append('\\');
      } else {
        text.append(next == '$' ? "$" : "\\").append(next);
      }
    }
    return text.toString();
  }

  private Optional<String> filled(String value, int begun, int column, String name) {
    return switch (VariableSyntax.parse(value)) {
      case VariableSyntax.Parsed.Wrong wrong -> {
        find(begun, column, Pointer.to("", name), Code.INVALID_VALUE, wrong.message());
        yield Optional.empty();
      }
      case VariableSyntax.Parsed.Parts parts -> {
        int before = findings.size();
        String text = filled(parts.parts(), begun, column, name);
        yield findings.size() == before ? Optional.of(text) : Optional.empty();
      }
    };
  }

  private String filled(List<VariablePart> parts, int begun, int column, String name) {
    StringBuilder text = new StringBuilder();
    for (VariablePart part : parts) {
      String piece =
          switch (part) {
            case Literal literal -> literal.text();
            case Reference reference -> value(reference, begun, column, name);
          };
      filled += piece.length();
      if (filled > LARGEST_FILLED) {
        find(
            begun,
            column,
            Pointer.to("", name),
            Code.OVER_LIMIT,
            "The file is larger than 1 MiB once its variables are filled in. Use them less often.");
        return "";
      }
      text.append(piece);
    }
    return text.toString();
  }

  private String value(Reference reference, int begun, int column, String name) {
    Optional<String> usable =
        Optional.ofNullable(values.get(reference.name()))
            .filter(value -> !(reference.emptyCounts() && value.isEmpty()));
    return switch (reference.operator()) {
      case VALUE -> usable.orElse("");
      case DEFAULT -> usable.orElseGet(() -> filled(reference.argument(), begun, column, name));
      case REPLACEMENT ->
          usable.isPresent() ? filled(reference.argument(), begun, column, name) : "";
      case REQUIRED -> {
        if (usable.isEmpty()) {
          find(
              begun,
              column,
              Pointer.to("", name),
              Code.MISSING_VARIABLE,
              VariableSentences.missing(reference.name(), ""));
        }
        yield usable.orElse("");
      }
    };
  }

  private void find(int line, int column, String path, Code code, String message) {
    findings.add(new Finding(line, column, path, code, message));
  }

  private int column() {
    return text.codePointCount(lineStart, at) + 1;
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
    if (at < text.length()) {
      at++;
      line++;
      lineStart = at;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\u000b' || c == '\u00a0';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_.-[]".indexOf(c) >= 0;
  }
}
