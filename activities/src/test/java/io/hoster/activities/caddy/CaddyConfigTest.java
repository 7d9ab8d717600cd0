package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaddyConfigTest {

  private static final List<AppRoute> SMALL =
      List.of(
          EdgeStates.live("shop", "127.0.0.1:30001"),
          EdgeStates.resting("blog", RouteState.STOPPED),
          EdgeStates.live("far", "unix//run/hoster/nod_1.sock"));

  @Test
  void rendersTheGoldenConfiguration() throws IOException {
    assertThat(CaddyJson.read(CaddyConfig.render(EdgeStates.with(SMALL))).toPrettyString())
        .isEqualTo(CaddyJson.read(golden("caddy/small.json")).toPrettyString());
  }

  @Test
  void rendersEqualStatesEquallyWhateverTheirOrder() {
    assertThat(CaddyConfig.render(EdgeStates.with(SMALL.reversed())))
        .isEqualTo(CaddyConfig.render(EdgeStates.with(SMALL)));
  }

  @Test
  void keepsQuotesAndBracesOfAPageInsideItsText() {
    EdgeState state = EdgeStates.with(SMALL);
    String hostile = "\"}],\"admin\":{\"listen\":\":2019\"}\u0000\u2028</script>";
    var config =
        CaddyJson.read(
            CaddyConfig.render(
                new EdgeState(
                    state.adminSocket(),
                    state.httpPort(),
                    state.console(),
                    state.apps(),
                    new EdgePages(hostile, hostile, hostile, hostile, hostile, hostile),
                    state.accessLog())));
    assertThat(config.at("/admin/listen").asString()).isEqualTo("unix//run/hoster/caddy.sock|0600");
    assertThat(config.findValuesAsString("body")).contains(hostile);
  }

  @Test
  void refusesAHostThatLeadsToTwoApps() {
    assertThatThrownBy(() ->
            EdgeStates.with(
                List.of(
                    EdgeStates.live("shop", "127.0.0.1:1"),
                    EdgeStates.live("shop", "127.0.0.1:2"))))
        .hasMessageContaining("shop.apps.localhost leads to both");
  }

  @Test
  void pinsABrowserToOneOfSeveralConsoleProcesses() {
    EdgeState state = EdgeStates.with(SMALL);
    var console =
        new EdgeState.Console(
            List.of("localhost"),
            List.of("127.0.0.1:1", "127.0.0.1:2"),
            new EdgeState.TemporalUi("127.0.0.1:3", "hoster"),
            "a:4");
    String config =
        CaddyConfig.render(
            new EdgeState(
                state.adminSocket(),
                8080,
                console,
                state.apps(),
                state.pages(),
                state.accessLog()));
    assertThat(config).contains("\"policy\":\"cookie\"").contains("hoster_edge_8080");
  }

  static String golden(String name) throws IOException {
    try (var in = CaddyConfigTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
