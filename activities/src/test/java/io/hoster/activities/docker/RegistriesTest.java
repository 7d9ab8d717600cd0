package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistriesTest {

  private final Registries registries = new Registries(List.of("10.1.2.3"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:5000/app:1",
        "127.1/app:1",
        "localhost/app:1",
        "localhost:8080/app:1",
        "10.0.0.1/app:1",
        "192.168.7.1:5000/a/b",
        "172.16.0.9/app",
        "169.254.1.1/latest",
        "100.64.0.1/app",
        "0.0.0.0:80/app"
      })
  void whatIsInsideIsNotAsked(String image) {
    assertThatThrownBy(() -> registries.requireOutside(image))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("inside the platform's own network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx",
        "library/nginx:1",
        "team/app:1",
        "203.0.113.9/app:1",
        "10.1.2.3:5000/app:1",
        "no-such-host.invalid/app:1"
      })
  void whatIsOutsideOrNamedByAnOperatorIs(String image) {
    assertThatCode(() -> registries.requireOutside(image)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "fd00::1, true",
    "fe80::1, true",
    "::1, true",
    "2001:db8::1, false",
    "100.128.0.1, false"
  })
  void addressesOfBothKindsAreKnown(String address, boolean inside) throws UnknownHostException {
    assertThat(Registries.isInside(InetAddress.getByName(address))).isEqualTo(inside);
  }
}
