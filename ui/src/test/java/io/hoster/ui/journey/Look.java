package io.hoster.ui.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What a browser's window is like. */
enum Look {
  DESK(1280, 720, false),
  PHONE(390, 844, true);

  private final int width;
  private final int height;
  private final boolean touch;

  Look(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }

  /**
   * How its window is opened.
   *
   * @param letAxeIn past the page's content security policy
   */
  NewContextOptions options(boolean letAxeIn) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(ColorScheme.LIGHT)
        .setHasTouch(touch)
        .setLocale("en-GB")
        .setBypassCSP(letAxeIn);
  }
}
