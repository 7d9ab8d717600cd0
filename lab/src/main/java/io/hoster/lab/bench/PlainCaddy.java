package io.hoster.lab.bench;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another process of the same Caddy, with one static route: the edge's own configuration, read from
 * it, with its routes taken out, so that time-outs and the access log are the same.
 */
final class PlainCaddy {

  private PlainCaddy() {}

  /** Lets it serve {@code host} from {@code upstream}. */
  static void serve(Installation installation, String host, Upstream upstream) {
    ObjectNode config = (ObjectNode) installation.edgeAdmin().get("/config/");
    ObjectNode server = (ObjectNode) config.at("/apps/http/servers/edge");
    server.set("listen", tree(List.of(":" + installation.plainPort())));
    server.set("routes", tree(List.of(route(host, upstream))));
    ((ObjectNode) config.get("admin"))
        .put("listen", "unix/" + installation.plainAdmin().socket() + "|0600");
    ((ObjectNode) config.at("/logging/logs/apps/writer"))
        .put("filename", installation.home().resolve("logs").resolve("plain.log").toString());
    installation.plainAdmin().post("/load", config);
    Patience.untilAnswers(installation.plainPort(), host, Patience.LOOK);
  }

  private static Map<String, Object> route(String host, Upstream upstream) {
    return Map.of(
        "match", List.of(Map.of("host", List.of(host))),
        "handle",
            List.of(
                Map.of(
                    "handler",
                    "reverse_proxy",
                    "upstreams",
                    List.of(Map.of("dial", upstream.address())))));
  }

  private static tools.jackson.databind.JsonNode tree(Object value) {
    return JsonMapper.shared().valueToTree(value);
  }
}
