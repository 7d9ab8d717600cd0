package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries.After;
import io.hoster.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of templates ended, by name or by use; opaque to whoever asks. */
final class TemplateCursor {

  private static final int LONGEST = 2000;
  private static final Pattern FORM =
      Pattern.compile("(tpl_[0-9a-z]{1,40}) ([0-9]{1,9}) ([^\\x00]*)", Pattern.DOTALL);

  private TemplateCursor() {}

  static String after(TemplateRow row) {
    String plain = row.id() + " " + row.live() + " " + row.name();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #after} gave; the start for null. Throws 422 for what is no cursor. */
  static After decode(@Nullable String text) {
    if (text == null) {
      return After.NOTHING;
    }
    Matcher matcher = FORM.matcher(text.length() > LONGEST ? "" : plain(text));
    if (!matcher.matches()) {
      throw refused();
    }
    return new After(Integer.parseInt(matcher.group(2)), matcher.group(3), matcher.group(1));
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
