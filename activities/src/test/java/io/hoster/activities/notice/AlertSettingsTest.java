package io.hoster.activities.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {

  private static AlertSettings of(String webhook) {
    return new AlertSettings(URI.create(webhook), URI.create("https://console.test"));
  }

  @Test
  void aFileThatNobodyWroteIntoIsNoWebhook() {
    assertThat(of("").alertWebhook()).isNull();
    assertThat(of("https://hooks.test/x").alertWebhook()).hasHost("hooks.test");
  }

  @Test
  void anAddressThatCannotBePostedToIsRefusedAtTheStart() {
    for (String wrong : new String[] {"ftp://hooks.test", "hooks.test", "file:///etc/passwd"}) {
      assertThatThrownBy(() -> of(wrong)).hasMessageContaining("HOSTER_ALERT_WEBHOOK");
    }
  }

  @Test
  void whatIsSecretInTheAddressIsNotShown() {
    assertThat(of("https://hooks.test/secret").toString()).doesNotContain("secret");
  }
}
