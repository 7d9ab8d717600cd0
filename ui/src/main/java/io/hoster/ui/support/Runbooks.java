package io.hoster.ui.support;

import io.hoster.ui.security.WebRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The pages of {@code docs/runbooks}, which come with the application. */
@WebRole
@Component
class Runbooks {

  static final String INDEX = "index";

  /** Where the page about a failure's code stands, such as {@code IMAGE_MISSING}. */
  static String of(String code) {
    return "staff/runbooks/" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A page's text, its links leading to pages of the console; empty: there is no such page. */
  Optional<String> page(String name) {
    if (!name.matches("[a-z0-9-]{1,60}")) {
      return Optional.empty();
    }
    String file = name.equals(INDEX) ? "README" : name;
    try (InputStream page = Runbooks.class.getResourceAsStream("/runbooks/" + file + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(linked(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the repository they lead to files beside the page. */
  private static String linked(String words) {
    return words
        .replaceAll("\\[([^\\]]+)\\]\\(\\.\\./[^)]*\\)", "$1")
        .replaceAll("\\(README\\.md\\)", "(staff/runbooks/" + INDEX + ")")
        .replaceAll("\\(([a-z0-9-]+)\\.md\\)", "(staff/runbooks/$1)");
  }
}
