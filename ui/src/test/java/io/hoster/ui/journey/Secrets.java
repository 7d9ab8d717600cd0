package io.hoster.ui.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * What people of the tests typed and the platform made for them that nobody may read in a log, a
 * history, a row or an answer; and what was answered.
 */
final class Secrets {

  private static final int SHORTEST = 8;

  /** What a program signs in with, whoever made it. */
  private static final Pattern TOKEN = Pattern.compile("hst_[A-Za-z0-9_-]{20,}");

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  private record Answer(String request, String body) {}

  /** From now on it is looked for. */
  void add(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("so short a text is found anywhere: " + secret);
    }
    known.add(secret);
  }

  /** A secret that nobody has typed yet, which is looked for from now on. */
  String fresh() {
    String secret = "otter-lantern-" + UUID.randomUUID();
    add(secret);
    return secret;
  }

  /** It is looked for no more. */
  void forget(String secret) {
    known.remove(secret);
  }

  Set<String> known() {
    return Set.copyOf(known);
  }

  /** What somebody was told. */
  void answered(String request, String body) {
    answers.add(new Answer(request, body));
  }

  /** A sentence for each secret that the answers since the last call give away. */
  List<String> inAnswers() {
    List<String> leaks = new ArrayList<>();
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      leaks.addAll(in("the answer to " + answer.request(), answer.body()));
    }
    return leaks;
  }

  /** A sentence for each secret that {@code text} gives away. */
  List<String> in(String where, String text) {
    List<String> leaks = new ArrayList<>();
    known.stream()
        .filter(text::contains)
        .forEach(secret -> leaks.add(where + " gives away " + secret));
    TOKEN
        .matcher(text)
        .results()
        .forEach(found -> leaks.add(where + " gives away " + found.group()));
    return leaks;
  }
}
