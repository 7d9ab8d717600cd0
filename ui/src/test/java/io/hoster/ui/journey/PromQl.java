package io.hoster.ui.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which metrics and labels a PromQL expression names.
 *
 * @param metrics each with the labels that it is selected by
 * @param groupings labels of {@code by}, {@code on} and the like
 */
record PromQl(Map<String, Set<String>> metrics, Set<String> groupings) {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";

  /** In this order: what is quoted or counted names nothing; the rest is words and brackets. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|\\$\\{[^}]*}|\\$\\w+|\\[[^]]*]|"
              + "\\d[\\w.]*|(?<word>"
              + NAME
              + ")|(?<open>[{(])|(?<close>[})])");

  private static final Set<String> LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf");

  /** Reads {@code expression}. */
  static PromQl of(String expression) {
    Reader reader = new Reader(expression);
    TOKEN.matcher(expression).results().forEach(reader::take);
    return new PromQl(reader.metrics, reader.groupings);
  }

  private static final class Reader {

    private final String text;
    private final Map<String, Set<String>> metrics = new LinkedHashMap<>();
    private final Set<String> groupings = new TreeSet<>();
    private Set<String> labels = new TreeSet<>();
    private boolean selecting;
    private boolean list;
    private boolean inList;

    Reader(String text) {
      this.text = text;
    }

    void take(MatchResult token) {
      String word = token.group("word");
      if (word != null) {
        word(word, token.end());
      } else if (token.group("open") != null) {
        selecting = token.group().equals("{");
        inList = list && !selecting;
        list = false;
      } else if (token.group("close") != null) {
        selecting = false;
        inList = false;
      }
    }

    private void word(String word, int end) {
      if (selecting) {
        labels.add(word);
      } else if (inList) {
        groupings.add(word);
      } else if (LISTS.contains(word)) {
        list = true;
      } else if (!WORDS.contains(word) && !isCall(end)) {
        labels = metrics.computeIfAbsent(word, name -> new TreeSet<>());
      }
    }

    /** Before a bracket, or before the list of an aggregation: {@code sum (…)}, {@code sum by}. */
    private boolean isCall(int end) {
      Matcher after = Pattern.compile("\\s*(\\(|(by|without)\\b)").matcher(text);
      return after.region(end, text.length()).lookingAt();
    }
  }
}
