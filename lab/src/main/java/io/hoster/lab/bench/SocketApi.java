package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON over HTTP on a unix socket: the Docker engine's API, and Caddy's admin interface. */
record SocketApi(Path socket) {

  private static final String JSON = "Content-Type: application/json\r\nConnection: close\r\n";

  JsonNode get(String path) {
    return call("GET", path, "");
  }

  JsonNode post(String path, Object body) {
    return call("POST", path, JsonMapper.shared().writeValueAsString(body));
  }

  JsonNode post(String path) {
    return call("POST", path, "");
  }

  JsonNode delete(String path) {
    return call("DELETE", path, "");
  }

  private JsonNode call(String method, String path, String body) {
    try (Wire wire = Wire.to(socket)) {
      Answer answer = wire.exchange(Wire.request(method, path, "localhost", JSON, body));
      if (!answer.isOk()) {
        throw new LabFailure(
            "%s %s at %s: %d, %s"
                .formatted(method, path, socket, answer.status(), answer.text().strip()));
      }
      return answer.body().length == 0
          ? JsonNodeFactory.instance.nullNode()
          : JsonMapper.shared().readTree(answer.body());
    } catch (IOException away) {
      throw new LabFailure("Nothing answers %s %s at %s.".formatted(method, path, socket), away);
    }
  }
}
