package io.hoster.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where PostgreSQL is.
 *
 * @param databaseUrl a JDBC address with user and password of the owner, who may take on {@code
 *     hoster_web} and {@code hoster_worker}
 */
@ConfigurationProperties("hoster")
public record DatabaseSettings(String databaseUrl) {

  public DatabaseSettings {
    if (databaseUrl == null || !databaseUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "HOSTER_DATABASE_URL must be an address that starts with jdbc:postgresql:");
    }
  }

  @Override
  public String toString() {
    return "DatabaseSettings[databaseUrl=***]";
  }
}
