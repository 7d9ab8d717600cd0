package io.hoster.activities.node;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the local machine may be given out.
 *
 * @param portRange {@code first-last}, from {@code HOSTER_PORT_RANGE}
 */
@ConfigurationProperties("hoster")
public record NodeSettings(@DefaultValue("30000-39999") String portRange) {

  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_535;

  public NodeSettings {
    int dash = portRange.indexOf('-');
    if (dash < 0
        || port(portRange.substring(0, dash)) < LOWEST
        || port(portRange.substring(dash + 1)) > HIGHEST
        || port(portRange.substring(0, dash)) > port(portRange.substring(dash + 1))) {
      throw new IllegalArgumentException(
          "HOSTER_PORT_RANGE must be such as 30000-39999, within 1024-65535");
    }
  }

  int firstPort() {
    return port(portRange.substring(0, portRange.indexOf('-')));
  }

  int lastPort() {
    return port(portRange.substring(portRange.indexOf('-') + 1));
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("HOSTER_PORT_RANGE is no range of ports: " + text, e);
    }
  }
}
