package io.hoster.activities.caddy;

import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One request to a live app, as Caddy's access log tells it.
 *
 * @param at when it ended
 * @param seconds from its first byte to the last one of the answer
 */
record AccessLine(
    Instant at, DeploymentId deployment, int status, double seconds, long bytesIn, long bytesOut) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_ERROR = 500;
  private static final long MICROS = 1_000_000;

  /** Whether it became a WebSocket. */
  boolean isUpgrade() {
    return status == SWITCHING_PROTOCOLS;
  }

  boolean isError() {
    return status >= FIRST_ERROR;
  }

  /**
   * Reads the few fields that count and skips all others. Empty for what is no such line: a crash
   * may cut one short.
   */
  static Optional<AccessLine> parse(byte[] bytes, int from, int length) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      return parse(json);
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<AccessLine> parse(JsonParser json) {
    double at = 0;
    String deployment = null;
    int status = 0;
    double seconds = 0;
    long in = 0;
    long out = 0;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "ts" -> at = json.getDoubleValue();
        case "deployment" -> deployment = json.getString();
        case "status" -> status = json.getIntValue();
        case "duration" -> seconds = json.getDoubleValue();
        case "bytes_read" -> in = json.getLongValue();
        case "size" -> out = json.getLongValue();
        default -> json.skipChildren();
      }
    }
    return json.currentToken() == JsonToken.END_OBJECT
        ? line(at, deployment, status, seconds, in, out)
        : Optional.empty();
  }

  private static Optional<AccessLine> line(
      double at, @Nullable String deployment, int status, double seconds, long in, long out) {
    return deployment == null || status == 0 || !isTime(at) || !isTime(seconds)
        ? Optional.empty()
        : Optional.of(
            new AccessLine(instant(at), new DeploymentId(deployment), status, seconds, in, out));
  }

  /** Before the year 5138; what is more than that, or not a number, would spoil a sum for good. */
  private static boolean isTime(double seconds) {
    return seconds >= 0 && seconds < 1e11;
  }

  /** From seconds since 1970, as Caddy writes times. */
  static Instant instant(double seconds) {
    long micros = Math.round(seconds * MICROS);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }
}
