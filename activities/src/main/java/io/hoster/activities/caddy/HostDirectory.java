package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Handler.HostMap;
import io.hoster.activities.caddy.CaddyJson.Handler.Subroute;
import io.hoster.activities.caddy.CaddyJson.Mapping;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Route;
import io.hoster.workflows.edge.AppRoute;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a host's state and upstream. Caddy's map is searched from its start, so above a hundred
 * hosts two levels of host matchers, which are searched by halves, lead to a small map: the last
 * host is then as fast as the first.
 */
final class HostDirectory {

  static final String UPSTREAM = "{hoster.upstream}";
  static final String STATE = "{hoster.state}";
  static final String DEPLOYMENT = "{hoster.deployment}";

  static final int ONE_MAP = 100;
  static final int BLOCK = 1_000;

  /** Above a hundred: only then does Caddy search a matcher by halves. */
  static final int LEAF = 125;

  private HostDirectory() {}

  /** The routes that set the three placeholders; {@code apps} are sorted by host. */
  static List<Route> routes(List<AppRoute> apps) {
    if (apps.size() <= ONE_MAP) {
      return List.of(Route.always(map(apps)));
    }
    return partition(apps, BLOCK).stream()
        .map(block -> within("block", block, new Subroute(leaves(block))))
        .toList();
  }

  private static List<Route> leaves(List<AppRoute> block) {
    return partition(block, LEAF).stream().map(leaf -> within("leaf", leaf, map(leaf))).toList();
  }

  private static Route within(String group, List<AppRoute> apps, CaddyJson.Handler handler) {
    List<String> hosts = apps.stream().map(AppRoute::host).toList();
    return new Route(group, List.of(Match.hosts(hosts)), List.of(handler), null);
  }

  private static HostMap map(List<AppRoute> apps) {
    return new HostMap(
        "{http.request.host}",
        List.of(UPSTREAM, STATE, DEPLOYMENT),
        apps.stream().map(HostDirectory::mapping).toList(),
        List.of());
  }

  private static Mapping mapping(AppRoute app) {
    String upstream = app.upstream() == null ? "" : app.upstream();
    return new Mapping(app.host(), List.of(upstream, app.state().word(), app.deployment().value()));
  }

  private static List<List<AppRoute>> partition(List<AppRoute> apps, int size) {
    var parts = new ArrayList<List<AppRoute>>();
    for (int from = 0; from < apps.size(); from += size) {
      parts.add(apps.subList(from, Math.min(from + size, apps.size())));
    }
    return parts;
  }
}
