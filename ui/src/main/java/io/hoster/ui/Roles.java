package io.hoster.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What this process does: {@code web} serves people, {@code worker} works, {@code edge} routes. One
 * without {@code web} serves on the internal port only, and no pages.
 */
final class Roles {

  private static final List<String> ALL = List.of("web", "worker", "edge");

  private Roles() {}

  /**
   * The same as arguments of the command line, which come before every file.
   *
   * @throws IllegalArgumentException for a word that is no role
   */
  static String[] arguments(@Nullable String text) {
    return properties(text).entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  /**
   * The properties that switch the parts on and off.
   *
   * @param text such as {@code web,worker}; null or blank: all
   * @throws IllegalArgumentException for a word that is no role
   */
  static Map<String, Object> properties(@Nullable String text) {
    List<String> wanted =
        text == null || text.isBlank()
            ? ALL
            : Arrays.stream(text.split(",")).map(String::strip).toList();
    for (String role : wanted) {
      if (!ALL.contains(role)) {
        throw new IllegalArgumentException(
            "HOSTER_ROLES names \"" + role + "\"; the roles are web, worker and edge");
      }
    }
    Map<String, Object> properties = new TreeMap<>();
    ALL.forEach(role -> properties.put("hoster.role." + role, wanted.contains(role)));
    if (!wanted.contains("web")) {
      properties.put("server.port", "${hoster.internal-port}");
      properties.put("server.address", "${hoster.internal-address}");
      properties.put(
          "hoster.left-out-too",
          "com.vaadin.flow.spring.SpringBootAutoConfiguration,com.vaadin.flow.spring.VaadinScopesConfig,com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    }
    return properties;
  }
}
