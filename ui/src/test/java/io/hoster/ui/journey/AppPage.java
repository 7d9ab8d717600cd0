package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of one app, in a window. */
final class AppPage {

  private static final Pattern ID = Pattern.compile("/deployments/(dep_[^/?]+)");
  private static final Pattern MORE = Pattern.compile("^More for ");
  private static final LocatorAssertions.HasTextOptions WORK =
      new LocatorAssertions.HasTextOptions().setTimeout(Customer.PATIENCE.toMillis());

  private final Window window;

  AppPage(Window window) {
    this.window = window;
  }

  /** The id in the page's address, which comes a moment after the page. */
  String id() {
    assertThat(window.page()).hasURL(ID);
    Matcher id = ID.matcher(window.path());
    if (!id.find()) {
      throw new AssertionError(window.path() + " is no app's page any more");
    }
    return id.group(1);
  }

  /** Waits until the badge beside the name says so. */
  void is(String state) {
    assertThat(badge()).hasText(state, WORK);
  }

  Locator badge() {
    return window.page().locator(".title-row vaadin-badge.state").first();
  }

  /** Chooses a verb of the menu. */
  void choose(String verb) {
    window.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(MORE)).click();
    window.menuItem(verb).click();
  }

  void section(String name) {
    window.link(name).click();
    assertThat(window.page().locator(".sections a[aria-current='page']")).hasText(name);
  }

  /** The link to the app beside its name. */
  Locator address() {
    return window.page().locator(".title-row .address a");
  }
}
