package io.hoster.workflows.catalog.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell does, with its quotes and backslashes, and does
 * nothing else that a shell does: operators outside quotes are refused instead of being dropped,
 * and dollar signs, tildes and wildcards stand for themselves.
 */
final class Words {

  private static final String OPERATORS = ";&|<>()`";

  /** What came of splitting a text. */
  sealed interface Split {

    /** The words; an empty pair of quotes is an empty word. */
    record Into(List<String> words) implements Split {}

    /** The end of a sentence that begins with the command. */
    record Not(String why) implements Split {}
  }

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean started;
  private int at;

  private Words(String text) {
    this.text = text;
  }

  static Split split(String text) {
    return new Words(text).split();
  }

  private Split split() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\'' || c == '"') {
        started = true;
        if (!quoted(c)) {
          return new Split.Not(" has a quotation mark that is not closed. Add the missing one.");
        }
      } else if (c == '\\') {
        if (at == text.length()) {
          return new Split.Not(" ends with a backslash. Remove it or write two.");
        }
        escaped(text.charAt(at++));
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        endWord();
      } else if (OPERATORS.indexOf(c) >= 0) {
        return new Split.Not(
            " has a \""
                + c
                + "\" outside quotes, and no shell reads it. Quote it, or write the list form with"
                + " [\"sh\", \"-c\", …].");
      } else {
        add(c);
      }
    }
    endWord();
    return new Split.Into(List.copyOf(words));
  }

  /** Reads to the closing mark; false when there is none. */
  private boolean quoted(char mark) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == mark) {
        return true;
      }
      if (c == '\\' && mark == '"' && at < text.length()) {
        char next = text.charAt(at++);
        if ("$`\"\\".indexOf(next) < 0 && next != '\n') {
          add(c);
        }
        escaped(next);
      } else {
        add(c);
      }
    }
    return false;
  }

  /** A backslash before the end of a line joins the lines. */
  private void escaped(char c) {
    if (c != '\n') {
      add(c);
    }
  }

  private void add(char c) {
    started = true;
    word.append(c);
  }

  private void endWord() {
    if (started) {
      words.add(word.toString());
      word.setLength(0);
      started = false;
    }
  }
}
