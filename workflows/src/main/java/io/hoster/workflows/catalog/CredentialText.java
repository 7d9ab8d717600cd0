package io.hoster.workflows.catalog;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills values into a line of the credentials page. */
public final class CredentialText {

  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private CredentialText() {}

  /**
   * {@code text} with the value of {@code NAME} for each <code>${NAME}</code>. A name without a
   * value stays as it is written; what is filled in is not looked at again.
   */
  public static String fill(String text, SortedMap<String, String> values) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
