package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Errors;
import io.hoster.activities.caddy.CaddyJson.Handler.LogSkip;
import io.hoster.activities.caddy.CaddyJson.Handler.Subroute;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Route;
import java.util.List;

/** The console's host: UI, API and docs, and for staff the metrics and Temporal's own web UI. */
final class ConsoleRoutes {

  private static final String AUTHORIZE = "/ops/authorize";

  private ConsoleRoutes() {}

  /** {@code httpPort} tells the cookies of two installations on one host apart. */
  static Route of(EdgeState.Console console, int httpPort, EdgePages pages) {
    return Route.only(
        Match.hosts(console.hosts()),
        new LogSkip(true),
        new Subroute(
            List.of(
                Route.only(
                    Match.paths("/metrics"),
                    Proxy.authorized(console.upstreams(), AUTHORIZE + "?for=metrics"),
                    Proxy.withoutToken(console.internal())),
                Route.only(
                    Match.paths("/ops/temporal", "/ops/temporal/*"),
                    Proxy.authorized(console.upstreams(), AUTHORIZE),
                    Proxy.withoutToken(console.temporalUi())),
                Route.always(Proxy.sticky(console.upstreams(), "hoster_edge_" + httpPort))),
            away(pages)));
  }

  private static Errors away(EdgePages pages) {
    return new Errors(
        List.of(
            Route.when(
                Answers.noAnswer(),
                new Subroute(
                    List.of(
                        Route.only(
                            Match.header("Accept", "*text/html*"),
                            Answers.passingPage("503", pages.away())),
                        Route.always(
                            Answers.passingProblem(
                                "Hoster does not answer right now. Your apps keep running. Try"
                                    + " again in a few seconds.")))))));
  }
}
