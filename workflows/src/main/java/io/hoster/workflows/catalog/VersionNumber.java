package io.hoster.workflows.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a version of a template is called: one to four numbers, compared as numbers. */
public record VersionNumber(List<Integer> parts) implements Comparable<VersionNumber> {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

  public VersionNumber {
    parts = List.copyOf(parts);
  }

  /** The number that {@code text} writes, such as {@code 2.1.0}; empty: it is none. */
  public static Optional<VersionNumber> of(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(
            new VersionNumber(Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()))
        : Optional.empty();
  }

  /** A part that is not written is zero. */
  @Override
  public int compareTo(VersionNumber other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int difference = Integer.compare(part(i), other.part(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int part(int position) {
    return position < parts.size() ? parts.get(position) : 0;
  }

  /** The version that follows when the last part but one goes up: 2.1.0 after 2.0.3. */
  public String next() {
    int minor = part(1) + 1;
    return part(0) + "." + minor + ".0";
  }
}
