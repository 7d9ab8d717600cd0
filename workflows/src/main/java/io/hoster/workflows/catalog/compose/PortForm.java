package io.hoster.workflows.catalog.compose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port or a range of ports, {@code 80} or {@code 8000-8005}.
 *
 * @param from the first port
 * @param to the last port, not below {@code from}
 */
record PortForm(int from, int to) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");
  private static final int HIGHEST = 65_535;

  /** Nothing when {@code text} is neither. */
  static Optional<PortForm> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(form.group(1));
    int to = form.group(2) == null ? from : Integer.parseInt(form.group(2));
    return from >= 1 && from <= to && to <= HIGHEST
        ? Optional.of(new PortForm(from, to))
        : Optional.empty();
  }

  int count() {
    return to - from + 1;
  }
}
