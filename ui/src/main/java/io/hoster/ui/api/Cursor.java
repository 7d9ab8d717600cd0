package io.hoster.ui.api;

import io.hoster.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list sorted by time ended; opaque to whoever asks.
 *
 * @param at the row's time, in microseconds as PostgreSQL keeps it; null: begin at the newest
 * @param id the row's id
 */
public record Cursor(@Nullable Instant at, String id) {

  /** Before the first row. */
  public static final Cursor START = new Cursor(null, "");

  private static final Pattern FORM = Pattern.compile("(\\d{1,17})\\.([0-9a-z_]{1,60})");

  /** A cursor of {@code text}; {@link #START} for null. Throws 422 for what is none. */
  public static Cursor decode(@Nullable String text) {
    if (text == null) {
      return START;
    }
    Matcher matcher = FORM.matcher(plain(text));
    if (!matcher.matches()) {
      throw refused();
    }
    return new Cursor(
        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS), matcher.group(2));
  }

  private static String plain(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static Problem refused() {
    return Problem.invalid("/cursor", "This cursor is not one that Hoster gave.");
  }

  /** The text for {@code next_cursor}. */
  public String encode() {
    if (at == null) {
      throw new IllegalStateException("the start has no text");
    }
    String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
  }
}
