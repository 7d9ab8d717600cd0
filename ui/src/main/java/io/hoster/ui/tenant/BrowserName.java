package io.hoster.ui.tenant;

import java.util.List;

/** What a browser calls itself, in two words. */
final class BrowserName {

  /** In this order: most browsers also claim to be those further down. */
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");

  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");

  private BrowserName() {}

  /** Such as "Firefox on Linux"; the agent's own text when it is unknown. */
  static String of(String agent) {
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    if (browser.isEmpty()) {
      return agent.isBlank() ? "unknown browser" : agent;
    }
    String name =
        switch (browser) {
          case "Edg" -> "Edge";
          case "OPR" -> "Opera";
          default -> browser;
        };
    return system.isEmpty() ? name : name + " on " + system.replace("Mac OS X", "macOS");
  }

  private static String first(List<String> names, String agent) {
    return names.stream().filter(agent::contains).findFirst().orElse("");
  }
}
