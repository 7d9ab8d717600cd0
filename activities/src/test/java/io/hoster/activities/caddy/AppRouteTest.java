package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppRouteTest {

  private static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "Shop.apps.localhost",
        "shop.apps.localhost.",
        "*.apps.localhost",
        "{env.HOME}.apps.localhost",
        "a\"b.apps.localhost",
        "a b.localhost",
        "-a.localhost",
        "a..localhost",
        "a.localhost\n",
        "a_b.localhost",
        "shop.apps.localhost:80"
      })
  void refusesWhatIsNoHost(String host) {
    assertThatThrownBy(() -> new AppRoute(host, RouteState.LIVE, "127.0.0.1:1", DEPLOYMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:{env.PORT}",
        ":80",
        "{http.request.header.X}:80",
        "http://a:80",
        "unix/relative",
        "unix//a{b}",
        "a:1,b:2"
      })
  void refusesWhatIsNoUpstream(String upstream) {
    assertThatThrownBy(() -> new AppRoute("a.localhost", RouteState.LIVE, upstream, DEPLOYMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:1", "[::1]:65535", "web-1.internal:80", "unix//run/a_b/c.sock"})
  void takesAnUpstream(String upstream) {
    assertThatCode(() -> new AppRoute("a.localhost", RouteState.LIVE, upstream, DEPLOYMENT))
        .doesNotThrowAnyException();
  }
}
