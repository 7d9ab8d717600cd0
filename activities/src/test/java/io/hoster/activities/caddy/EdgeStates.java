package io.hoster.activities.caddy;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** States to test with. */
final class EdgeStates {

  private EdgeStates() {}

  static AppRoute live(String name, String upstream) {
    return new AppRoute(name + ".apps.localhost", RouteState.LIVE, upstream, deployment(name));
  }

  static AppRoute resting(String name, RouteState state) {
    return new AppRoute(name + ".apps.localhost", state, null, deployment(name));
  }

  /** {@code count} live apps, each with a port of its own. */
  static List<AppRoute> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> live("app" + i, "127.0.0.1:" + (10_000 + i)))
        .toList();
  }

  static EdgeState with(List<AppRoute> apps) {
    return new EdgeState(
        Path.of("/run/hoster/caddy.sock"),
        8080,
        new EdgeState.Console(
            List.of("localhost", "127.0.0.1", "::1"),
            List.of("127.0.0.1:4000"),
            new EdgeState.TemporalUi("127.0.0.1:8233", "hoster"),
            "127.0.0.1:4001"),
        apps,
        new EdgePages("starting", "stopped", "suspended", "unavailable", "missing", "away"),
        Path.of("/var/log/hoster/access.log"));
  }

  private static DeploymentId deployment(String name) {
    return new DeploymentId("dep_" + name.replace("-", ""));
  }
}
