package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CaddySettingsTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class)
          .withPropertyValues(
              "hoster.edge-admin-socket=/run/hoster/caddy.sock",
              "hoster.app-port=4000",
              "hoster.internal-port=4001",
              "hoster.home=/var/lib/hoster",
              "hoster.install=x1");

  @Test
  void fillInWhatTheTryOutNeeds() {
    runner.run(context -> {
      CaddySettings settings = context.getBean(CaddySettings.class);
      EdgeState state = settings.state(List.of(), EdgePages.read(Path.of("..", "proxy-config")));
      assertThat(state.httpPort()).isEqualTo(8080);
      assertThat(state.accessLog()).isEqualTo(Path.of("/var/lib/hoster/logs/access.log"));
      assertThat(state.console())
          .isEqualTo(
              new EdgeState.Console(
                  List.of("localhost", "127.0.0.1", "::1"),
                  List.of("127.0.0.1:4000"),
                  new EdgeState.TemporalUi("127.0.0.1:8233", "hoster"),
                  "127.0.0.1:4001"));
      assertThat(settings.proxyConfig()).isEqualTo(Path.of("proxy-config"));
      assertThat(settings.edgeId()).isEqualTo("x1-edge-1");
    });
  }

  @Test
  void comeFromTheEnvironmentByTheirUsualNames() {
    runner
        .withInitializer(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                    new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                            "HOSTER_EDGE_ADMIN_SOCKET", "/tmp/other.sock",
                            "HOSTER_HTTP_PORT", "9090",
                            "HOSTER_BASE_DOMAIN", "hoster.test"))))
        .run(context -> {
          CaddySettings settings = context.getBean(CaddySettings.class);
          assertThat(settings.edgeAdminSocket()).isEqualTo(Path.of("/tmp/other.sock"));
          assertThat(settings.httpPort()).isEqualTo(9090);
          assertThat(settings.baseDomain()).isEqualTo("hoster.test");
        });
  }

  @Test
  void knowTheConsoleByItsNameOnlyInProduction() {
    runner
        .withPropertyValues(
            "hoster.env=production",
            "hoster.base-domain=hoster.example",
            "hoster.app-upstreams=10.0.0.1:4000,10.0.0.2:4000",
            "hoster.temporal-ui-host=10.0.0.3")
        .run(context -> {
          EdgeState.Console console =
              context
                  .getBean(CaddySettings.class)
                  .state(List.of(), EdgePages.read(Path.of("../proxy-config")))
                  .console();
          assertThat(console.hosts()).containsExactly("hoster.example");
          assertThat(console.upstreams()).containsExactly("10.0.0.1:4000", "10.0.0.2:4000");
          assertThat(console.temporalUi().upstream()).isEqualTo("10.0.0.3:8233");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoster.edge-admin-socket=relative.sock",
        "hoster.edge-admin-socket=/run/{env.HOME}.sock",
        "hoster.http-port=0",
        "hoster.app-port=70000",
        "hoster.temporal-ui-host={env.HOME}",
        "hoster.base-domain=Hoster Example"
      })
  void stopTheStartWhenTheyAreWrong(String property) {
    runner
        .withPropertyValues(property)
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageStartingWith("HOSTER_")
                .hasMessageContaining("must be"));
  }

  @EnableConfigurationProperties(CaddySettings.class)
  static class Settings {}
}
