package io.hoster.activities.notice;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where alerts go beside mail.
 *
 * @param alertWebhook takes each alert as JSON by POST; null or empty, as a secret's file is that
 *     nobody wrote into: none
 * @param publicUrl of the console, for links
 */
@ConfigurationProperties("hoster")
record AlertSettings(@Nullable URI alertWebhook, URI publicUrl) {

  AlertSettings {
    if (alertWebhook != null && alertWebhook.toString().isEmpty()) {
      alertWebhook = null;
    }
    if (alertWebhook != null
        && !"https".equals(alertWebhook.getScheme())
        && !"http".equals(alertWebhook.getScheme())) {
      throw new IllegalArgumentException("HOSTER_ALERT_WEBHOOK must be an http or https address");
    }
  }

  /** Without what may be secret in the webhook's address. */
  @Override
  public String toString() {
    return "AlertSettings[webhook=" + (alertWebhook != null) + "]";
  }

  URI page(String path) {
    return publicUrl.resolve(path);
  }
}
