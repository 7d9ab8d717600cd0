package io.hoster.activities.caddy;

import java.time.Instant;

/** Lines as Caddy 2.11 writes them by our configuration. */
final class AccessLines {

  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private AccessLines() {}

  /** A line that ends {@code second} seconds after {@link #NOON}. */
  static String line(String deployment, double second, int status) {
    return line(deployment, second, status, "/");
  }

  static String line(String deployment, double second, int status, String path) {
    return ("{\"level\":\"info\",\"ts\":%.7f,\"logger\":\"http.log.access.apps\",\"msg\":\"handled request\","
            + "\"request\":{\"remote_ip\":\"127.0.0.1\",\"remote_port\":\"40404\",\"client_ip\":\"127.0.0.1\","
            + "\"proto\":\"HTTP/1.1\",\"method\":\"GET\",\"host\":\"shop.apps.localhost:8080\",\"uri\":\"%s\"},"
            + "\"bytes_read\":7,\"user_id\":\"\",\"duration\":0.0015,\"size\":1234,\"status\":%d,\"deployment\":\"%s\"}\n")
        .formatted(NOON.getEpochSecond() + second, path, status, deployment);
  }
}
