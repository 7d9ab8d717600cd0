package io.hoster.activities.caddy;

import io.hoster.workflows.edge.AppRoute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the edge of this machine is told at start; each {@code hoster.x-y} is {@code HOSTER_X_Y} in
 * the environment.
 *
 * @param edgeAdminSocket the unix socket that Caddy takes its orders at; absolute
 * @param httpPort where everything enters
 * @param baseDomain the console's host
 * @param appPort where this machine's {@code web} process serves
 * @param appUpstreams all {@code web} processes as {@code host:port}, when there are several
 * @param internalPort where the metrics are
 * @param temporalUiHost the machine that serves Temporal's web UI
 * @param temporalUiPort its port there
 * @param temporalNamespace the one that holds Hoster's workflows
 * @param proxyConfig the folder that holds {@code pages}
 * @param home holds {@code logs}
 * @param install tells installations on one machine apart
 * @param env in {@code production} the console has no other name than the base domain
 */
@ConfigurationProperties("hoster")
public record CaddySettings(
    @DefaultValue("") Path edgeAdminSocket,
    @DefaultValue("8080") int httpPort,
    @DefaultValue("localhost") String baseDomain,
    int appPort,
    @DefaultValue List<String> appUpstreams,
    int internalPort,
    @DefaultValue("127.0.0.1") String temporalUiHost,
    @DefaultValue("8233") int temporalUiPort,
    @DefaultValue("hoster") String temporalNamespace,
    @DefaultValue("proxy-config") Path proxyConfig,
    @DefaultValue(".hoster") Path home,
    @DefaultValue("local") String install,
    @DefaultValue("tryout") String env) {

  public CaddySettings {
    if (!edgeAdminSocket.toString().matches("/[A-Za-z0-9/._-]+")) {
      throw new IllegalArgumentException(
          "HOSTER_EDGE_ADMIN_SOCKET must be the absolute path of Caddy's socket, is "
              + edgeAdminSocket);
    }
    requirePort("HOSTER_HTTP_PORT", httpPort);
    requirePort("HOSTER_APP_PORT", appPort);
    requirePort("HOSTER_INTERNAL_PORT", internalPort);
    requirePort("HOSTER_TEMPORAL_UI_PORT", temporalUiPort);
    if (!temporalUiHost.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "HOSTER_TEMPORAL_UI_HOST must be a host name or an IPv4 address, is " + temporalUiHost);
    }
    if (!temporalNamespace.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException(
          "HOSTER_TEMPORAL_NAMESPACE must be a namespace's name, is " + temporalNamespace);
    }
    if (!baseDomain.matches("[a-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "HOSTER_BASE_DOMAIN must be a host name in lower case, is " + baseDomain);
    }
  }

  /** All that this process was told, with {@code apps}. */
  EdgeState state(List<AppRoute> apps, EdgePages pages) {
    return new EdgeState(edgeAdminSocket, httpPort, console(), apps, pages, accessLog());
  }

  /** What Caddy writes and this process counts. */
  Path accessLog() {
    return home.toAbsolutePath().normalize().resolve("logs").resolve("access.log");
  }

  /** One edge a machine for now; the number leaves room for more. */
  String edgeId() {
    return install + "-edge-1";
  }

  private EdgeState.Console console() {
    var hosts = new ArrayList<>(List.of(baseDomain));
    if (!env.equals("production")) {
      hosts.addAll(List.of("127.0.0.1", "::1"));
    }
    return new EdgeState.Console(
        hosts,
        appUpstreams.isEmpty() ? List.of(local(appPort)) : appUpstreams,
        new EdgeState.TemporalUi(temporalUiHost + ":" + temporalUiPort, temporalNamespace),
        local(internalPort));
  }

  private static String local(int port) {
    return "127.0.0.1:" + port;
  }

  private static void requirePort(String name, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be a port, is " + port);
    }
  }
}
