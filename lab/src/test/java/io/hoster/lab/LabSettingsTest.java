package io.hoster.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabSettingsTest {

  @Test
  void takesFreePortsUnlessToldOtherwise() {
    LabSettings settings =
        LabSettings.from(Map.of("HOSTER_LAB_SMTP_PORT", "2525", "HOSTER_LAB_HTTP_PORT", " "));

    assertThat(settings.smtpPort()).isEqualTo(2525);
    assertThat(settings.httpPort()).isZero();
    assertThat(settings.edgePort()).isEqualTo(8080);
    assertThat(settings.home()).isAbsolute().endsWithRaw(java.nio.file.Path.of(".hoster"));
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> LabSettings.from(Map.of("HOSTER_HTTP_PORT", "80a")))
        .isInstanceOf(LabFailure.class)
        .hasMessageContaining("HOSTER_HTTP_PORT")
        .hasMessageContaining("80a");
    assertThatThrownBy(() -> LabSettings.from(Map.of("HOSTER_HTTP_PORT", "65536")))
        .isInstanceOf(LabFailure.class);
  }
}
