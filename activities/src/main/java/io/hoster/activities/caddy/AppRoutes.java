package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Handler.LogAppend;
import io.hoster.activities.caddy.CaddyJson.Handler.LogSkip;
import io.hoster.activities.caddy.CaddyJson.Handler.StaticResponse;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Route;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.util.ArrayList;
import java.util.List;

/**
 * Every host that is not the console's: looked up once in the {@link HostDirectory}, then answered
 * by what its state says. A host without an entry meets the last route, never an upstream.
 */
final class AppRoutes {

  private AppRoutes() {}

  /**
   * Routes of the server itself, where Caddy puts them together once; those of a subroute it puts
   * together for each request.
   */
  static List<Route> of(List<AppRoute> apps, EdgePages pages) {
    var routes = new ArrayList<>(HostDirectory.routes(apps));
    for (RouteState state : RouteState.values()) {
      routes.add(face(state, pages));
    }
    routes.add(Route.always(new LogSkip(true), Answers.page("404", pages.missing())));
    return routes;
  }

  private static Route face(RouteState state, EdgePages pages) {
    Match match = Match.vars(HostDirectory.STATE, state.word());
    return switch (state) {
      case LIVE ->
          Route.only(
              match,
              new LogAppend("deployment", HostDirectory.DEPLOYMENT),
              Proxy.to(HostDirectory.UPSTREAM));
      case STARTING -> resting(match, Answers.passingPage("503", pages.starting()));
      case STOPPED -> resting(match, Answers.page("503", pages.stopped()));
      case SUSPENDED -> resting(match, Answers.page("503", pages.suspended()));
      case UNAVAILABLE -> resting(match, Answers.passingPage("503", pages.unavailable()));
    };
  }

  /** The access log counts what reached an app, thus not these. */
  private static Route resting(Match match, StaticResponse page) {
    return Route.only(match, new LogSkip(true), page);
  }
}
