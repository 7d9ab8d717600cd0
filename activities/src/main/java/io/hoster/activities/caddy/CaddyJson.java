package io.hoster.activities.caddy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of Caddy's own JSON that we write, named as Caddy names it
 * (https://caddyserver.com/docs/ json/, read with v2.11.9 on 2026-11-21). Null and empty fields are
 * left out; durations are texts such as {@code 30s}.
 */
final class CaddyJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private CaddyJson() {}

  static String write(Object part) {
    return MAPPER.writeValueAsString(part);
  }

  static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }

  record Config(Admin admin, Logging logging, Apps apps) {}

  record Admin(String listen) {}

  record Apps(Http http) {}

  record Http(String gracePeriod, Map<String, Server> servers) {}

  record Server(
      List<String> listen,
      String readHeaderTimeout,
      String idleTimeout,
      List<Route> routes,
      Errors errors,
      AutomaticHttps automaticHttps,
      ServerLogs logs) {}

  record AutomaticHttps(boolean disable) {}

  record ServerLogs(String defaultLoggerName) {}

  record Logging(Map<String, Log> logs) {}

  record Log(
      @Nullable Writer writer, Encoder encoder, List<String> include, List<String> exclude) {}

  record Writer(
      String output,
      String filename,
      String mode,
      int rollSizeMb,
      boolean rollGzip,
      int rollKeep,
      int rollKeepDays) {}

  record Encoder(String format, Map<String, Filter> fields) {}

  record Filter(String filter, @Nullable String regexp) {}

  /** Routes of one group exclude each other: only the first that matches is taken. */
  record Route(
      @Nullable String group,
      List<Match> match,
      List<? extends Handler> handle,
      @Nullable Boolean terminal) {

    static Route always(Handler... handlers) {
      return new Route(null, List.of(), List.of(handlers), null);
    }

    static Route when(Match match, Handler... handlers) {
      return new Route(null, List.of(match), List.of(handlers), null);
    }

    /** Like {@link #when}, and no later route is looked at. */
    static Route only(Match match, Handler... handlers) {
      return new Route(null, List.of(match), List.of(handlers), true);
    }
  }

  record Match(
      List<String> host,
      List<String> path,
      Map<String, List<String>> header,
      Map<String, Pattern> headerRegexp,
      Map<String, List<String>> vars) {

    record Pattern(String pattern) {}

    static Match hosts(List<String> hosts) {
      return new Match(hosts, List.of(), Map.of(), Map.of(), Map.of());
    }

    static Match paths(String... paths) {
      return new Match(List.of(), List.of(paths), Map.of(), Map.of(), Map.of());
    }

    static Match header(String name, String value) {
      return new Match(List.of(), List.of(), Map.of(name, List.of(value)), Map.of(), Map.of());
    }

    static Match headerRegexp(String name, String pattern) {
      return new Match(
          List.of(), List.of(), Map.of(), Map.of(name, new Pattern(pattern)), Map.of());
    }

    static Match vars(String placeholder, String... values) {
      return new Match(
          List.of(), List.of(), Map.of(), Map.of(), Map.of(placeholder, List.of(values)));
    }
  }

  /** What is done with a request. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "handler")
  sealed interface Handler {

    @JsonTypeName("subroute")
    record Subroute(List<Route> routes, @Nullable Errors errors) implements Handler {
      Subroute(List<Route> routes) {
        this(routes, null);
      }
    }

    @JsonTypeName("map")
    record HostMap(
        String source, List<String> destinations, List<Mapping> mappings, List<String> defaults)
        implements Handler {}

    @JsonTypeName("headers")
    record Headers(HeaderOps request) implements Handler {}

    @JsonTypeName("static_response")
    record StaticResponse(String statusCode, Map<String, List<String>> headers, String body)
        implements Handler {}

    @JsonTypeName("rewrite")
    record Rewritten(String uri) implements Handler {}

    @JsonTypeName("log_append")
    record LogAppend(String key, String value) implements Handler {}

    /** Keeps the request out of the access log. */
    @JsonTypeName("vars")
    record LogSkip(@JsonProperty("log_skip") boolean skip) implements Handler {}

    @JsonTypeName("vars")
    record Nothing() implements Handler {}

    @JsonTypeName("reverse_proxy")
    record ReverseProxy(
        List<Upstream> upstreams,
        Transport transport,
        @Nullable LoadBalancing loadBalancing,
        @Nullable HealthChecks healthChecks,
        @Nullable ProxyHeaders headers,
        @Nullable Rewrite rewrite,
        List<ResponseHandler> handleResponse,
        @Nullable String streamCloseDelay)
        implements Handler {}
  }

  record Errors(List<Route> routes) {}

  record Mapping(String input, List<String> outputs) {}

  record HeaderOps(
      Map<String, List<String>> set, List<String> delete, Map<String, List<Replacement>> replace) {

    static HeaderOps set(Map<String, List<String>> values) {
      return new HeaderOps(values, List.of(), Map.of());
    }

    static HeaderOps delete(String... names) {
      return new HeaderOps(Map.of(), List.of(names), Map.of());
    }
  }

  /** {@code replace} is written even when empty: it stands for removing what was found. */
  record Replacement(
      @Nullable String search,
      @Nullable String searchRegexp,
      @JsonInclude(JsonInclude.Include.ALWAYS) String replace) {}

  record ProxyHeaders(@Nullable HeaderOps request, @Nullable HeaderOps response) {}

  record Upstream(String dial) {}

  record Transport(String protocol, String dialTimeout, String responseHeaderTimeout) {}

  record LoadBalancing(SelectionPolicy selectionPolicy, String tryDuration) {}

  record SelectionPolicy(String policy, String name) {}

  record HealthChecks(Passive passive) {

    record Passive(String failDuration) {}
  }

  record Rewrite(String method, String uri) {}

  record ResponseHandler(ResponseMatch match, List<Route> routes) {}

  record ResponseMatch(List<Integer> statusCode) {}
}
