package io.hoster.workflows.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a value: {@code password(n)} of letters and digits that are not mistaken for each other and
 * need no escaping in a URL, {@code hex(n)} of n hexadecimal digits, {@code uuid} of version 4.
 */
final class Generator {

  private static final Pattern FORM = Pattern.compile("(password|hex)\\(([0-9]{1,3})\\)|uuid");
  private static final String READABLE =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private static final String HEX = "0123456789abcdef";
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private final String alphabet;
  private final int length;

  private Generator(String alphabet, int length) {
    this.alphabet = alphabet;
    this.length = length;
  }

  /** Nothing when {@code form} is none of the three, or its length is not from 8 to 128. */
  static Optional<Generator> of(String form) {
    Matcher matcher = FORM.matcher(form);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (form.equals("uuid")) {
      return Optional.of(new Generator(HEX, 0));
    }
    int length = Integer.parseInt(matcher.group(2));
    return length < SHORTEST || length > LONGEST
        ? Optional.empty()
        : Optional.of(new Generator(form.startsWith("hex") ? HEX : READABLE, length));
  }

  String make(Randomness random) {
    return length == 0 ? uuid(random) : text(length, random);
  }

  private String uuid(Randomness random) {
    String digits = text(32, random);
    return digits.substring(0, 8)
        + "-"
        + digits.substring(8, 12)
        + "-4"
        + digits.substring(13, 16)
        + "-"
        + HEX.charAt(8 + random.nextInt(4))
        + digits.substring(17, 20)
        + "-"
        + digits.substring(20);
  }

  private String text(int count, Randomness random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
