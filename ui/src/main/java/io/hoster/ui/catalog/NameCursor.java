package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateQueries.After;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of a list sorted by name ended; opaque to whoever asks. */
final class NameCursor {

  private static final int LONGEST = 2000;

  private NameCursor() {}

  static String after(TemplateRow row) {
    String plain = row.id() + " " + row.name();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #after} gave; the start for null. Throws 422 for what is no cursor. */
  static After decode(@Nullable String text) {
    if (text == null) {
      return After.NOTHING;
    }
    String plain = text.length() > LONGEST ? "" : plain(text);
    int end = plain.indexOf(' ');
    if (!plain.startsWith("tpl_") || end < 0 || plain.indexOf('\0') >= 0) {
      throw refused();
    }
    return new After(plain.substring(end + 1), plain.substring(0, end));
  }

  private static String plain(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static Problem refused() {
    return Problem.invalid("/cursor", "This cursor is not one that Hoster gave.");
  }
}
