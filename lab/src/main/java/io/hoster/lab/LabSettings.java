package io.hoster.lab;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the lab keeps things and listens.
 *
 * @param home {@code HOSTER_HOME}, absolute
 * @param edgePort {@code HOSTER_HTTP_PORT}, where everything of the product enters
 * @param httpPort {@code HOSTER_LAB_HTTP_PORT}; 0 takes a free one
 * @param smtpPort {@code HOSTER_LAB_SMTP_PORT}; 0 takes a free one
 */
public record LabSettings(Path home, int edgePort, int httpPort, int smtpPort) {

  static LabSettings from(Map<String, String> environment) {
    return new LabSettings(
        Path.of(environment.getOrDefault("HOSTER_HOME", ".hoster")).toAbsolutePath().normalize(),
        port(environment, "HOSTER_HTTP_PORT", 8080),
        port(environment, "HOSTER_LAB_HTTP_PORT", 0),
        port(environment, "HOSTER_LAB_SMTP_PORT", 0));
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, "");
    if (text.isBlank()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      throw notAPort(name, text);
    }
    throw notAPort(name, text);
  }

  private static LabFailure notAPort(String name, String text) {
    return new LabFailure(name + " must be a port from 0 to 65535, not \"" + text + "\".");
  }
}
