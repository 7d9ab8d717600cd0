package io.hoster.ui.security;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find this installation, and who its first administrator is.
 *
 * @param install names the installation; part of the cookie's name
 * @param publicUrl the address of the console; links in mails begin with it
 * @param home where run-time files are
 * @param adminEmail makes the first administrator without a link; null: with a link
 * @param adminPassword goes with {@code adminEmail}
 */
@ConfigurationProperties("hoster")
public record WebSettings(
    String install,
    URI publicUrl,
    Path home,
    @Nullable String adminEmail,
    @Nullable String adminPassword) {

  public WebSettings {
    if (install == null || !install.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("hoster.install must be letters, digits and hyphens");
    }
    if (publicUrl == null || publicUrl.getHost() == null || publicUrl.getScheme() == null) {
      throw new IllegalArgumentException("HOSTER_PUBLIC_URL must be an address with a host");
    }
    if (home == null) {
      throw new IllegalArgumentException("HOSTER_HOME must name a folder");
    }
  }

  /** Whether browsers come by HTTPS. */
  public boolean tls() {
    return publicUrl.getScheme().equalsIgnoreCase("https");
  }

  /** The public address of a page, such as {@code /verify?token=…}. */
  public String link(String path) {
    String base = publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  @Override
  public String toString() {
    return "WebSettings[install=" + install + ", publicUrl=" + publicUrl + "]";
  }
}
