package io.hoster.ui.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are good enough: 12 to 1,024 characters, and more than a hundred thousand guesses
 * away (common passwords, names, dates and keyboard rows are guessed first). No rule about kinds of
 * characters.
 */
public final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 1024;

  /** Estimating costs more than linear time; what follows can only make a password stronger. */
  private static final int ESTIMATED = 64;

  private static final double GUESSES = 1e5;
  private static final Zxcvbn ESTIMATOR = new Zxcvbn();

  private PasswordRules() {}

  /**
   * Why {@code password} is not good enough, in a sentence; empty: it is.
   *
   * @param about what an attacker tries first: name and e-mail address
   */
  public static Optional<String> objection(String password, List<String> about) {
    if (password.length() < SHORTEST) {
      return Optional.of("A password has at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      return Optional.of("A password has at most " + LONGEST + " characters.");
    }
    String start = password.substring(0, Math.min(ESTIMATED, password.length()));
    return ESTIMATOR.measure(start, parts(about)).getGuesses() < GUESSES
        ? Optional.of("This password is easy to guess. Use a longer one, or a few unusual words.")
        : Optional.empty();
  }

  /** “Ada Lovelace” is also guessed as ada, lovelace and adalovelace. */
  private static List<String> parts(List<String> about) {
    List<String> parts = new ArrayList<>();
    for (String text : about) {
      String lower = text.toLowerCase(Locale.ROOT);
      parts.addAll(List.of(lower.split("[^\\p{L}\\p{N}]+")));
      parts.add(lower.replaceAll("[^\\p{L}\\p{N}]+", ""));
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
