package io.hoster.activities.caddy;

import io.hoster.activities.caddy.CaddyJson.Errors;
import io.hoster.activities.caddy.CaddyJson.Handler.StaticResponse;
import io.hoster.activities.caddy.CaddyJson.Match;
import io.hoster.activities.caddy.CaddyJson.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the edge answers by itself. */
final class Answers {

  private static final String RETRY_SECONDS = "5";
  private static final String STATUS = "{http.error.status_code}";

  private Answers() {}

  static StaticResponse page(String status, String html) {
    return new StaticResponse(status, headers("text/html; charset=utf-8"), html);
  }

  /** A page that says to come back in a moment; it also does so by itself. */
  static StaticResponse passingPage(String status, String html) {
    return new StaticResponse(status, passing("text/html; charset=utf-8"), html);
  }

  /** For programs: RFC 9457, as the API itself answers. */
  static StaticResponse passingProblem(String detail) {
    var problem = new Problem("about:blank", "Service Unavailable", 503, detail, "unavailable");
    return new StaticResponse("503", passing("application/problem+json"), CaddyJson.write(problem));
  }

  /** What a live app's visitors see while nothing answers at its upstream. */
  static Errors noAnswer(String html) {
    return new Errors(List.of(Route.only(noAnswer(), passingPage(STATUS, html))));
  }

  /** Sends on to another address of the same host. */
  static StaticResponse elsewhere(String path) {
    return new StaticResponse(
        "302", Map.of("Location", List.of(path), "Cache-Control", List.of("no-store")), "");
  }

  static Match noAnswer() {
    return Match.vars(STATUS, "502", "503", "504");
  }

  private static Map<String, List<String>> passing(String type) {
    var headers = new TreeMap<>(headers(type));
    headers.put("Retry-After", List.of(RETRY_SECONDS));
    return headers;
  }

  private static Map<String, List<String>> headers(String type) {
    return Map.of(
        "Content-Type", List.of(type),
        "Cache-Control", List.of("no-store"),
        "X-Content-Type-Options", List.of("nosniff"),
        "X-Robots-Tag", List.of("noindex"),
        "Content-Security-Policy",
            List.of("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"));
  }

  private record Problem(String type, String title, int status, String detail, String code) {}
}
