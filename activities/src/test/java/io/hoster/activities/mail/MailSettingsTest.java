package io.hoster.activities.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailSettingsTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @Test
  void anEmptyAddressIsNone() {
    runner
        .withPropertyValues("hoster.smtp-url=")
        .run(context -> assertThat(context.getBean(MailSettings.class).smtpUrl()).isNull());
  }

  @Test
  void tellNoPassword() {
    runner
        .withPropertyValues("hoster.smtp-url=smtp://me:hidden@mail.example")
        .run(context ->
            assertThat(context.getBean(MailSettings.class)).asString().doesNotContain("hidden"));
  }

  @EnableConfigurationProperties(MailSettings.class)
  static class Settings {}
}
