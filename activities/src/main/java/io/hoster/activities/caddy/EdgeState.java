package io.hoster.activities.caddy;

import io.hoster.workflows.edge.AppRoute;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * All that the configuration of one Caddy depends on.
 *
 * @param adminSocket where Caddy takes its orders; stays as it is over every change
 * @param httpPort where everything enters, on all addresses of the machine
 * @param apps sorted by host, no host twice
 * @param accessLog absolute path of the file that gets a line for each request to a live app
 */
public record EdgeState(
    Path adminSocket,
    int httpPort,
    Console console,
    List<AppRoute> apps,
    EdgePages pages,
    Path accessLog) {

  public EdgeState {
    apps = apps.stream().sorted(Comparator.comparing(AppRoute::host)).toList();
    for (int i = 1; i < apps.size(); i++) {
      if (apps.get(i).host().equals(apps.get(i - 1).host())) {
        throw new IllegalArgumentException(
            apps.get(i).host()
                + " leads to both "
                + apps.get(i - 1).deployment()
                + " and "
                + apps.get(i).deployment());
      }
    }
  }

  /**
   * Hoster's own pages.
   *
   * @param hosts the names they are reached by; an IPv6 address without brackets
   * @param upstreams the processes that serve UI and API, each {@code host:port}; at least one
   * @param temporalUi Temporal's own pages
   * @param internal {@code host:port} that serves the metrics
   */
  public record Console(
      List<String> hosts, List<String> upstreams, TemporalUi temporalUi, String internal) {

    public Console {
      hosts = List.copyOf(hosts);
      upstreams = List.copyOf(upstreams);
      if (hosts.isEmpty() || upstreams.isEmpty()) {
        throw new IllegalArgumentException("The console needs a host and an upstream");
      }
    }
  }

  /**
   * Temporal's own pages.
   *
   * @param upstream {@code host:port}
   * @param namespace the one that holds Hoster's workflows
   */
  public record TemporalUi(String upstream, String namespace) {}
}
