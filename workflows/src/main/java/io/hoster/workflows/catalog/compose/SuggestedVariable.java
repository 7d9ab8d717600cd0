package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.Variable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the variables that suggestions declare. */
final class SuggestedVariable {

  /** In characters, as many as the templates of the catalogue have. */
  private static final String MADE = "password(32)";

  private static final int LONGEST_NAME = 64;

  private SuggestedVariable() {}

  /** A secret that is made when a template is deployed. */
  static Variable secret(String name) {
    return new Variable(
        name,
        Variable.Type.SECRET,
        label(name),
        "Leave it empty to have one made.",
        "",
        null,
        true,
        MADE,
        null,
        List.of());
  }

  /** A text. */
  static Variable text(String name, @Nullable String usual, boolean required) {
    return new Variable(
        name,
        Variable.Type.STRING,
        label(name),
        "",
        "",
        usual == null || usual.isEmpty() ? null : usual,
        required,
        null,
        null,
        List.of());
  }

  /** A name that a variable may have. */
  static String name(String text) {
    String name = text.replaceAll("[^A-Za-z0-9_]", "_");
    String start = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    return start.substring(0, Math.min(start.length(), LONGEST_NAME));
  }

  private static String label(String name) {
    String words = name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
    return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
