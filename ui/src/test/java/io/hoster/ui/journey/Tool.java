package io.hoster.ui.journey;

/** A program of the platform that a journey starts; found by {@code ./hoster test}. */
enum Tool {
  TEMPORAL("HOSTER_TEST_TEMPORAL", "Temporal's CLI"),
  CADDY("HOSTER_TEST_CADDY", "Caddy"),
  CHROMIUM("HOSTER_TEST_CHROMIUM", "Chromium"),
  LAB("HOSTER_TEST_LAB", "The lab's jar"),
  CLOCK("HOSTER_TEST_CLOCK", "libfaketime"),
  PREVIOUS("HOSTER_TEST_PREVIOUS", "The application's jar of the commit before");

  private final String variable;
  private final String title;

  Tool(String variable, String title) {
    this.variable = variable;
    this.title = title;
  }

  /**
   * Its path.
   *
   * @throws IllegalStateException it is missing
   */
  String path() {
    String path = System.getenv(variable);
    if (path == null || path.isBlank()) {
      throw new IllegalStateException(title + " is missing: run ./hoster test");
    }
    return path;
  }
}
