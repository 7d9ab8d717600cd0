package io.hoster.workflows.catalog;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches a stranger's pattern in bounded time: the matcher reads its text through this class,
 * which stops it after a fixed number of characters.
 */
final class BoundedMatch implements CharSequence {

  /** What came of a match. */
  enum Outcome {
    MATCHES,
    DIFFERS,
    BROKEN_PATTERN
  }

  private static final int LONGEST_PATTERN = 500;
  private static final int MOST_READS = 1_000_000;

  private static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyReads() {
      super("The pattern takes too long", null, false, false);
    }
  }

  private final String text;
  private final int[] reads;

  private BoundedMatch(String text, int[] reads) {
    this.text = text;
    this.reads = reads;
  }

  /** Whether the whole {@code text}, of at most 1,000 characters, matches. */
  static Outcome match(String pattern, String text) {
    if (pattern.length() > LONGEST_PATTERN) {
      return Outcome.BROKEN_PATTERN;
    }
    try {
      BoundedMatch bounded = new BoundedMatch(text, new int[1]);
      return Pattern.compile(pattern).matcher(bounded).matches()
          ? Outcome.MATCHES
          : Outcome.DIFFERS;
    } catch (PatternSyntaxException | TooManyReads | StackOverflowError unusable) {
      return Outcome.BROKEN_PATTERN;
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++reads[0] > MOST_READS) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedMatch(text.substring(start, end), reads);
  }

  @Override
  public String toString() {
    return text;
  }
}
