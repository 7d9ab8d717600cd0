package io.hoster.ui.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one real browser of this JVM; each window is somebody who was never here before. */
final class Chromium implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;
  private final Installation installation;

  private Chromium(Playwright playwright, Browser browser, Installation installation) {
    this.playwright = playwright;
    this.browser = browser;
    this.installation = installation;
  }

  static Chromium at(Installation installation) {
    PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE.toMillis());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Chromium(playwright, launch(playwright), installation);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(Tool.CHROMIUM.path()))
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  Window window(Look look) {
    return new Window(browser.newContext(look.options(false)), installation);
  }

  /** A window that axe can look into. */
  Window examined() {
    return new Window(browser.newContext(Look.DESK.options(true)), installation);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
