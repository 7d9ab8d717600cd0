package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Handler.Nothing;
import io.hoster.activities.caddy.CaddyJson.Handler.ReverseProxy;
import io.hoster.activities.caddy.CaddyJson.HeaderOps;
import io.hoster.activities.caddy.CaddyJson.HealthChecks;
import io.hoster.activities.caddy.CaddyJson.LoadBalancing;
import io.hoster.activities.caddy.CaddyJson.ProxyHeaders;
import io.hoster.activities.caddy.CaddyJson.ResponseHandler;
import io.hoster.activities.caddy.CaddyJson.ResponseMatch;
import io.hoster.activities.caddy.CaddyJson.Rewrite;
import io.hoster.activities.caddy.CaddyJson.Route;
import io.hoster.activities.caddy.CaddyJson.SelectionPolicy;
import io.hoster.activities.caddy.CaddyJson.Transport;
import io.hoster.activities.caddy.CaddyJson.Upstream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways a request is passed on. There is no deadline on bodies: it would cut streams. Nor is a
 * flush asked for: Caddy passes on at once what has no length or is a stream of events, and a timer
 * for every other answer takes a twentieth of what a request costs.
 */
final class Proxy {

  /** To connect, and to the headers of the answer once the request's body is sent. */
  private static final Transport TRANSPORT = new Transport("http", "30s", "30s");

  /** WebSockets outlive a change of the configuration by this; each holds the old one so long. */
  private static final String STREAM_CLOSE_DELAY = "1h";

  private static final String REAL_IP = "X-Real-IP";
  private static final List<String> ADDRESS = List.of("{http.request.remote.host}");

  /** Set last: a client could have it removed by naming it in its {@code Connection} header. */
  private static final Map<String, List<String>> CLIENT = Map.of(REAL_IP, ADDRESS);

  private static final HeaderOps WITH_ADDRESS = HeaderOps.set(CLIENT);

  private Proxy() {}

  /** To one upstream; {@code dial} may be a placeholder. */
  static ReverseProxy to(String dial) {
    return proxy(List.of(dial), null, null, WITH_ADDRESS);
  }

  /** Like {@link #to}, without the caller's API token, which is not meant for this upstream. */
  static ReverseProxy withoutToken(String dial) {
    return proxy(
        List.of(dial),
        null,
        null,
        new HeaderOps(CLIENT, List.of("Authorization", "Authorization-Extras"), Map.of()));
  }

  /**
   * To one of several, the same one for the same browser while it answers.
   *
   * @param cookie names the upstream in the browser
   */
  static ReverseProxy sticky(List<String> dials, String cookie) {
    if (dials.size() == 1) {
      return to(dials.getFirst());
    }
    return proxy(
        dials,
        new LoadBalancing(new SelectionPolicy("cookie", cookie), "3s"),
        new HealthChecks(new HealthChecks.Passive("10s")),
        WITH_ADDRESS);
  }

  /**
   * Asks the upstreams by a GET of {@code uri} whether the request may go on: 2xx lets it through,
   * any other answer is the client's. The question never signs anybody in, so its cookies are
   * dropped.
   */
  static ReverseProxy authorized(List<String> dials, String uri) {
    var question =
        Map.of(
            "X-Forwarded-Method",
            List.of("{http.request.method}"),
            "X-Forwarded-Uri",
            List.of("{http.request.uri}"),
            REAL_IP,
            ADDRESS);
    return new ReverseProxy(
        dials.stream().map(Upstream::new).toList(),
        TRANSPORT,
        null,
        null,
        new ProxyHeaders(HeaderOps.set(question), HeaderOps.delete("Set-Cookie")),
        new Rewrite("GET", uri),
        List.of(
            new ResponseHandler(
                new ResponseMatch(List.of(2)), List.of(Route.always(new Nothing())))),
        null);
  }

  private static ReverseProxy proxy(
      List<String> dials,
      @Nullable LoadBalancing balancing,
      @Nullable HealthChecks checks,
      HeaderOps request) {
    return new ReverseProxy(
        dials.stream().map(Upstream::new).toList(),
        TRANSPORT,
        balancing,
        checks,
        new ProxyHeaders(request, null),
        null,
        List.of(),
        STREAM_CLOSE_DELAY);
  }
}
