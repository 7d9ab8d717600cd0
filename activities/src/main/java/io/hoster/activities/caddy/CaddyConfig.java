package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Admin;
import io.hoster.activities.caddy.CaddyJson.Apps;
import io.hoster.activities.caddy.CaddyJson.AutomaticHttps;
import io.hoster.activities.caddy.CaddyJson.Config;
import io.hoster.activities.caddy.CaddyJson.Encoder;
import io.hoster.activities.caddy.CaddyJson.Filter;
import io.hoster.activities.caddy.CaddyJson.Http;
import io.hoster.activities.caddy.CaddyJson.Log;
import io.hoster.activities.caddy.CaddyJson.Logging;
import io.hoster.activities.caddy.CaddyJson.Route;
import io.hoster.activities.caddy.CaddyJson.Server;
import io.hoster.activities.caddy.CaddyJson.ServerLogs;
import io.hoster.activities.caddy.CaddyJson.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Caddy's whole configuration as a pure function of the state: equal states give equal texts. What
 * it contains is told in {@code proxy-config/README.md}.
 */
public final class CaddyConfig {

  private static final String READ_HEADER = "30s";
  private static final String IDLE = "120s";

  /** How long a request that was under way at a change may go on; it bounds what old ones hold. */
  private static final String GRACE = "24h";

  private static final String APPS_LOG = "apps";
  private static final String APPS_LOGGER = "http.log.access." + APPS_LOG;

  private CaddyConfig() {}

  /** The configuration as JSON, for Caddy 2.11.1 or later. */
  public static String render(EdgeState state) {
    return CaddyJson.write(
        new Config(
            new Admin("unix/" + state.adminSocket() + "|0600"),
            logging(state),
            new Apps(new Http(GRACE, Map.of("edge", server(state))))));
  }

  /** Plain HTTP; another server beside it, with the same routes, is where HTTPS will listen. */
  private static Server server(EdgeState state) {
    return new Server(
        List.of(":" + state.httpPort()),
        READ_HEADER,
        IDLE,
        routes(state),
        Answers.noAnswer(state.pages().unavailable()),
        new AutomaticHttps(true),
        new ServerLogs(APPS_LOG));
  }

  private static List<Route> routes(EdgeState state) {
    var routes = new ArrayList<Route>();
    routes.add(RequestCleaning.hostName());
    routes.add(RequestCleaning.forwardedHeaders());
    routes.add(ConsoleRoutes.of(state.console(), state.httpPort(), state.pages()));
    routes.addAll(AppRoutes.of(state.apps(), state.pages()));
    return routes;
  }

  private static Logging logging(EdgeState state) {
    var file = new Writer("file", state.accessLog().toString(), "0640", 50, false, 4, 14);
    return new Logging(
        Map.of(
            APPS_LOG,
            new Log(file, withoutSecrets(), List.of(APPS_LOGGER), List.of()),
            "default",
            new Log(null, withoutSecrets(), List.of(), List.of(APPS_LOGGER))));
  }

  /** Headers carry cookies, and queries the tokens of reset and sign-in links. */
  private static Encoder withoutSecrets() {
    return new Encoder(
        "filter",
        Map.of(
            "request>headers", new Filter("delete", null),
            "resp_headers", new Filter("delete", null),
            "request>uri", new Filter("regexp", "\\?.*")));
  }
}
