package io.hoster.ui.component;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** The words on the screen, by key of {@code vaadin-i18n/translations.properties}. */
public final class Texts {

  private Texts() {}

  /** The text of {@code key} in the reader's language; {@code {0}} and so on are filled in. */
  public static String text(String key, Object... values) {
    return I18NProvider.translate(key, values);
  }

  /** {@code words}, or {@code otherwise} when there are none. */
  public static String or(@Nullable String words, String otherwise) {
    return words == null ? otherwise : words;
  }
}
