package io.hoster.ui.catalog;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables that a compose file mentions, for the editor's list; no judgement of the file. */
final class UsedVariables {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]{0,63})(?![A-Za-z0-9_])");
  private static final int MOST = 200;

  private UsedVariables() {}

  /** Their names in the order of their first mention. */
  static Set<String> in(String compose) {
    Set<String> names = new LinkedHashSet<>();
    compose
        .lines()
        .filter(line -> !line.stripLeading().startsWith("#"))
        .map(line -> line.replace("$$", ""))
        .forEach(line -> add(names, line));
    return names;
  }

  private static void add(Set<String> names, String line) {
    Matcher matcher = REFERENCE.matcher(line);
    while (matcher.find() && names.size() < MOST) {
      names.add(matcher.group(1));
    }
  }
}
