package io.hoster.activities.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail goes out.
 *
 * @param smtpUrl {@code smtp://[user:password@]host:port} or {@code smtps://…}; null or empty, as a
 *     secret's file is that nobody wrote into: mails wait in the outbox
 * @param mailFrom the sender's address
 */
@ConfigurationProperties("hoster")
public record MailSettings(
    @Nullable URI smtpUrl, @DefaultValue("hoster@localhost") String mailFrom) {

  public MailSettings {
    if (smtpUrl != null && smtpUrl.toString().isEmpty()) {
      smtpUrl = null;
    }
  }

  @Override
  public String toString() {
    return "MailSettings[mailFrom=" + mailFrom + "]";
  }
}
