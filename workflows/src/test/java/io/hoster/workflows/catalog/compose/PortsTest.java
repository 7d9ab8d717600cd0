package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "80|80/tcp",
        "'80'|80/tcp",
        "'8080:80'|80/tcp",
        "'127.0.0.1:8080:80'|80/tcp",
        "'127.0.0.1::80'|80/tcp",
        "'[::1]:8080:80'|80/tcp",
        "'80/udp'|80/udp",
        "'53:53/udp'|53/udp",
        "'8080:80/tcp'|80/tcp",
        "'3000-3002'|3000/tcp 3001/tcp 3002/tcp",
        "'9000-9001:3000-3001'|3000/tcp 3001/tcp",
        "'9000-9009:80'|80/tcp",
        "'65535'|65535/tcp",
        "{target: 80}|80/tcp",
        "{target: '80', published: '8080', protocol: udp, host_ip: 0.0.0.0, mode: host, name: x, app_protocol: http}|80/udp"
      })
  void keepsTheContainersSide(String written, String expected) {
    assertThat(ports("ports: [" + written + "]")).isEqualTo(expected);
  }

  @Test
  void namesAPortOnce() {
    assertThat(ports("ports: ['80', '8080:80', '80/udp']")).isEqualTo("80/tcp 80/udp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'0'",
        "'65536'",
        "'-1'",
        "'http'",
        "'80:'",
        "'a:80'",
        "'99999:80'",
        "'80-70'",
        "'80/sctp'",
        "'80/'",
        "'80:http'",
        "'1-3:1-2'",
        "''",
        "'80;id'",
        "{target: 0}",
        "{target: 80, protocol: sctp}",
        "{target: 1-3}",
        "'1000000000000'",
        "80.5"
      })
  void refusesWhatIsNoPort(String written) {
    assertThat(Compiling.plain().webCodes("ports: [" + written + "]"))
        .singleElement()
        .asString()
        .startsWith("INVALID_VALUE /services/web/ports/0");
  }

  @Test
  void refusesWideRangesAndManyPorts() {
    assertThat(Compiling.plain().webCodes("ports: ['3000-3010']"))
        .containsExactly("OVER_LIMIT /services/web/ports/0");
    assertThat(Compiling.plain().webCodes("ports: ['10-19', '20-29', '30']"))
        .containsExactly("OVER_LIMIT /services/web/ports");
  }

  @Test
  void refusesWrongShapesAndUnknownKeys() {
    assertThat(Compiling.plain().webCodes("ports: '80'"))
        .containsExactly("SCHEMA /services/web/ports");
    assertThat(Compiling.plain().webCodes("ports: [true]"))
        .containsExactly("SCHEMA /services/web/ports/0");
    assertThat(Compiling.plain().webCodes("ports: [{published: 80}]"))
        .containsExactly("SCHEMA /services/web/ports/0");
    assertThat(Compiling.plain().webCodes("ports: [{target: 80, publish: 1}]"))
        .containsExactly("UNKNOWN_KEY /services/web/ports/0/publish");
  }

  @Test
  void exposedPortsAreCheckedAndPublishNothing() {
    assertThat(ports("expose: ['80', 443, 53/udp, 3000-3005]")).isEmpty();
    assertThat(Compiling.plain().webCodes("expose: ['80', http]"))
        .containsExactly("INVALID_VALUE /services/web/expose/1");
  }

  private static String ports(String keys) {
    return Compiling.plain().web(keys).ports().stream()
        .map(port -> port.containerPort() + "/" + port.protocol())
        .collect(Collectors.joining(" "));
  }
}
