package io.hoster.workflows.edge;

import io.hoster.workflows.deployment.DeploymentId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an app's address leads. The forms are strict because both texts reach the edge's
 * configuration, which would evaluate what stands in braces.
 *
 * @param host lower case, at least two labels, no trailing dot
 * @param upstream {@code host:port}, {@code [v6]:port} or {@code unix//absolute/path}; null when
 *     the state is not {@code LIVE} and nothing runs
 */
public record AppRoute(
    String host, RouteState state, @Nullable String upstream, DeploymentId deployment) {

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
  private static final Pattern NETWORK =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9a-fA-F:]{2,45}]):([0-9]{1,5})");
  private static final Pattern SOCKET = Pattern.compile("unix/(?:/[A-Za-z0-9_.-]+)+");

  public AppRoute {
    if (host.length() > 253 || !HOST.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "\"" + host + "\" of " + deployment + " is no host name in lower case");
    }
    if (upstream == null ? state == RouteState.LIVE : !isUpstream(upstream)) {
      throw new IllegalArgumentException(
          "\"" + upstream + "\" of " + deployment + " is no upstream; needed: host:port");
    }
  }

  private static boolean isUpstream(String upstream) {
    var network = NETWORK.matcher(upstream);
    if (network.matches()) {
      int port = Integer.parseInt(network.group(1));
      return port >= 1 && port <= 65_535;
    }
    return SOCKET.matcher(upstream).matches();
  }
}
