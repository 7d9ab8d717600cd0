package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.edge.AppRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostDirectoryTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 101, 125, 126, 1_000, 1_001, 2_500})
  void leadsEveryHostToItsOwnUpstreamAndNoOther(int count) {
    EdgeState state = EdgeStates.with(EdgeStates.many(count));
    JsonNode routes = directory(state);
    for (AppRoute app : state.apps()) {
      assertThat(find(routes, app.host()))
          .contains(List.of(app.upstream(), "live", app.deployment().value()));
    }
    assertThat(find(routes, "nobody.apps.localhost")).isEmpty();
  }

  @Test
  void searchesOneMapUpToAHundredHosts() {
    JsonNode routes = directory(EdgeStates.with(EdgeStates.many(100)));
    assertThat(routes).hasSize(1);
    assertThat(routes.at("/0/handle/0/mappings")).hasSize(100);
  }

  @Test
  void searchesThousandHostsByHalvesDownToSmallMaps() {
    JsonNode routes = directory(EdgeStates.with(EdgeStates.many(2_500)));
    assertThat(routes).hasSize(3);
    assertThat(routes.at("/0/match/0/host")).hasSize(1_000);
    assertThat(routes.at("/0/handle/0/routes")).hasSize(8);
    assertThat(routes.at("/0/handle/0/routes/0/match/0/host")).hasSize(125);
    assertThat(routes.at("/0/handle/0/routes/0/handle/0/mappings")).hasSize(125);
  }

  private static JsonNode directory(EdgeState state) {
    return CaddyJson.read(CaddyJson.write(HostDirectory.routes(state.apps())));
  }

  /** Walks the routes as Caddy does: the first of a group that matches, all without a group. */
  private static Optional<List<String>> find(JsonNode routes, String host) {
    var taken = new ArrayList<String>();
    for (JsonNode route : routes) {
      String group = route.path("group").asString("");
      if (!matches(route.path("match"), host) || taken.contains(group)) {
        continue;
      }
      if (!group.isEmpty()) {
        taken.add(group);
      }
      JsonNode handler = route.at("/handle/0");
      Optional<List<String>> found =
          handler.path("handler").asString().equals("map")
              ? lookUp(handler, host)
              : find(handler.path("routes"), host);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean matches(JsonNode match, String host) {
    return match.isMissingNode()
        || match.at("/0/host").valueStream().anyMatch(h -> h.asString().equals(host));
  }

  private static Optional<List<String>> lookUp(JsonNode map, String host) {
    return map.path("mappings")
        .valueStream()
        .filter(mapping -> mapping.path("input").asString().equals(host))
        .map(m -> m.path("outputs").valueStream().map(JsonNode::asString).toList())
        .findFirst();
  }
}
