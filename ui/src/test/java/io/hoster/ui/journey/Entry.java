package io.hoster.ui.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** How a person comes in and goes, in a window. */
final class Entry {

  private final Window window;

  Entry(Window window) {
    this.window = window;
  }

  /** Fills the page that makes an account, and sends it. */
  void signUp(Person person) {
    assertThat(window.button("Create account")).isVisible();
    window.fill("Your name", person.name());
    window.fill("E-mail", person.email());
    window.fill("New password", person.password());
    window.button("Create account").click();
  }

  /** Fills the page that signs in, and sends it. */
  void signIn(Person person) {
    assertThat(window.field("E-mail")).isVisible();
    window.fill("E-mail", person.email());
    window.fill("Password", person.password());
    window.button("Sign in").click();
  }

  void signOut(Person person) {
    window.menuItem("Account of " + person.name()).click();
    window.menuItem("Sign out").click();
    assertThat(window.link("Sign in")).isVisible();
  }
}
