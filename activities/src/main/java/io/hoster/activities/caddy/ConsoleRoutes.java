package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Errors;
import io.hoster.activities.caddy.CaddyJson.Handler.LogSkip;
import io.hoster.activities.caddy.CaddyJson.Handler.Rewritten;
import io.hoster.activities.caddy.CaddyJson.Handler.Subroute;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Route;
import java.util.List;

/** The console's host: UI, API and docs, and for staff the metrics and Temporal's own web UI. */
final class ConsoleRoutes {

  private static final String AUTHORIZE = "/ops/authorize";
  private static final String TEMPORAL_UI = "/ops/temporal";

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
                    Match.paths(TEMPORAL_UI, TEMPORAL_UI + "/*"),
                    Proxy.authorized(console.upstreams(), AUTHORIZE),
                    temporalUi(console.temporalUi())),
                Route.always(Proxy.sticky(console.upstreams(), "hoster_edge_" + httpPort))),
            away(pages)));
  }

  /**
   * Entered without a page of its own it would show an empty namespace. Summaries and details are
   * shown by a page that it serves one prefix too deep (read in UI 2.50.1: the prefix is taken off
   * every address before the routes, and this one route has it once more).
   */
  private static Subroute temporalUi(EdgeState.TemporalUi ui) {
    return new Subroute(
        List.of(
            Route.only(
                Match.paths(TEMPORAL_UI, TEMPORAL_UI + "/"),
                Answers.elsewhere(TEMPORAL_UI + "/namespaces/" + ui.namespace() + "/workflows")),
            Route.when(
                Match.paths(TEMPORAL_UI + "/render"),
                new Rewritten(TEMPORAL_UI + "{http.request.uri}")),
            Route.always(Proxy.withoutToken(ui.upstream()))));
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
