package io.hoster.ui.tenant;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;

/** The colour scheme that somebody chose, on their page. */
public final class Schemes {

  private Schemes() {}

  /**
   * @param scheme {@code light} or {@code dark}; anything else follows the system
   */
  public static void apply(UI ui, String scheme) {
    ui.getPage()
        .setColorScheme(
            switch (scheme) {
              case "light" -> ColorScheme.Value.LIGHT;
              case "dark" -> ColorScheme.Value.DARK;
              default -> ColorScheme.Value.SYSTEM;
            });
  }
}
