package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hoster.store.metering.TrafficCount;
import io.hoster.workflows.deployment.DeploymentId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLineTest {

  private static Optional<AccessLine> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return AccessLine.parse(bytes, 0, bytes.length);
  }

  @Test
  void readsWhatCounts() {
    assertThat(parse(AccessLines.line("dep_shop", 1.25, 503)))
        .contains(
            new AccessLine(
                AccessLines.NOON.plusMillis(1_250),
                new DeploymentId("dep_shop"),
                503,
                0.0015,
                7,
                1234));
  }

  @Test
  void isNotMisledByAPathThatLooksLikeFields() {
    String path = "/\\\",\\\"status\\\":500,\\\"deployment\\\":\\\"dep_other\\\"";
    AccessLine line = parse(AccessLines.line("dep_shop", 0, 200, path)).orElseThrow();
    assertThat(line.status()).isEqualTo(200);
    assertThat(line.deployment()).isEqualTo(new DeploymentId("dep_shop"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"ts\":1}",
        "{\"ts\":1,\"status\":200,\"deployment\":\"\"}",
        "{\"ts\":1,\"status\":200,\"deployment\":\"dep_\\u0000\"}",
        "{\"ts\":\"x\",\"status\":200,\"deployment\":\"dep_a\"}",
        "{\"ts\":1,\"status\":99999999999,\"deployment\":\"dep_a\"}",
        "{\"ts\":1e400,\"status\":200,\"deployment\":\"dep_a\"}",
        "{\"ts\":1,\"status\":200,\"deployment\":\"dep_a\"",
        "{\"level\":\"info\",\"ts\":1,\"request\":{\"uri\":\"/a{\"level\":\"info\",\"ts\":2}"
      })
  void passesOverWhatIsNoLine(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @Test
  void sumsUpByDeploymentAndMinute() {
    List<AccessLine> lines =
        Stream.of(
                AccessLines.line("dep_shop", 0, 200),
                AccessLines.line("dep_blog", 1, 499),
                AccessLines.line("dep_shop", 59.9999, 500),
                AccessLines.line("dep_shop", 30, 101),
                AccessLines.line("dep_shop", 60, 502))
            .map(line -> parse(line).orElseThrow())
            .toList();
    assertThat(Traffic.of(lines))
        .satisfiesExactly(
            first -> {
              assertThat(first.requests()).isEqualTo(3);
              assertThat(first.errors()).isEqualTo(1);
              assertThat(first.upgrades()).isEqualTo(1);
              assertThat(first.responseMillis()).isEqualTo(3, within(1e-9));
              assertThat(first.bytesIn()).isEqualTo(21);
              assertThat(first.bytesOut()).isEqualTo(3702);
            },
            second ->
                assertThat(second)
                    .isEqualTo(
                        new TrafficCount(
                            new DeploymentId("dep_blog"), AccessLines.NOON, 1, 0, 0, 1.5, 7, 1234)),
            third ->
                assertThat(third)
                    .isEqualTo(
                        new TrafficCount(
                            new DeploymentId("dep_shop"),
                            AccessLines.NOON.plusSeconds(60),
                            1,
                            1,
                            0,
                            1.5,
                            7,
                            1234)));
  }
}
