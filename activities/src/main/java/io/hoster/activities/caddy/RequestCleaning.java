package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Handler.Headers;
import io.hoster.activities.caddy.CaddyJson.HeaderOps;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Replacement;
import io.hoster.activities.caddy.CaddyJson.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is done to every request before it is looked at. */
final class RequestCleaning {

  private static final Headers LOWER_CASE_WITHOUT_DOT =
      new Headers(
          new HeaderOps(
              Map.of(),
              List.of(),
              Map.of(
                  "Host",
                  Stream.concat(
                          Stream.of(new Replacement(null, "\\.(:[0-9]+)?$", "$1")),
                          IntStream.rangeClosed('A', 'Z').mapToObj(RequestCleaning::lowered))
                      .toList())));

  private RequestCleaning() {}

  /**
   * Host names are the same in any case and with a dot at the end. The map of hosts compares texts
   * and Caddy has no function for lower case, so the few requests that need it are rewritten letter
   * by letter.
   */
  static Route hostName() {
    return Route.when(Match.headerRegexp("Host", "[A-Z]|\\.(:[0-9]+)?$"), LOWER_CASE_WITHOUT_DOT);
  }

  /**
   * What a client says about where it comes from is not believed; the {@link Proxy} adds its own.
   */
  static Route forwardedHeaders() {
    return Route.always(
        new Headers(
            HeaderOps.delete(
                "Forwarded", "X-Forwarded-*", "X_Forwarded_*", "X-Real-*", "X_Real_*", "Proxy")));
  }

  private static Replacement lowered(int letter) {
    return new Replacement(
        Character.toString(letter), null, Character.toString(Character.toLowerCase(letter)));
  }
}
