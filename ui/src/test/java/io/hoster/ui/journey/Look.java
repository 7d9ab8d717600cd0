package io.hoster.ui.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What a browser's window is like. */
enum Look {
  DESK(1280, 720, ColorScheme.LIGHT, false),
  DARK(1280, 720, ColorScheme.DARK, false),
  PHONE(390, 844, ColorScheme.LIGHT, true),
  NARROW(360, 740, ColorScheme.LIGHT, true);

  private final int width;
  private final int height;
  private final ColorScheme scheme;
  private final boolean touch;

  Look(int width, int height, ColorScheme scheme, boolean touch) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
    this.touch = touch;
  }

  /** Without the page's content security policy where axe has to be let in. */
  NewContextOptions options(boolean letAxeIn) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setHasTouch(touch)
        .setLocale("en-GB")
        .setBypassCSP(letAxeIn);
  }
}
