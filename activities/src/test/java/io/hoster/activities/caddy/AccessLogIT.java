package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.store.TestDatabase;
import io.hoster.store.edge.RouteRows;
import io.hoster.store.metering.TrafficStore;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests through a real Caddy, found again in PostgreSQL. */
class AccessLogIT {

  private static final int ROLLED_AT = 50 * 1024 * 1024;

  @TempDir private Path home;
  private final TestDatabase database = TestDatabase.fresh();
  private final TenantId tenant = new TenantId(database.tenant("Ada"));
  private final DeploymentId shop = new RouteRows(database).deployment(tenant, "shop");
  private final DeploymentId broken = new RouteRows(database).deployment(tenant, "broken");
  private RealCaddy caddy;
  private EchoApp app;
  private RawHttp http;

  @BeforeEach
  void startCaddy() throws IOException {
    caddy = new RealCaddy(home);
    app = new EchoApp("shop");
    http = new RawHttp(caddy.httpPort());
  }

  @AfterEach
  void stop() {
    caddy.close();
    app.close();
    database.close();
  }

  @Test
  void eachRequestIsCountedOnceOverRollingRestartsAndAKilledCaddy() throws Exception {
    serve(app.upstream());
    int sent = 0;
    try (var reading = new Reading()) {

      for (int i = 0; i < 7; i++) {
        http.send("POST", "shop.apps.localhost", "/" + i, "12345");
        sent++;
      }
      http.get("broken.apps.localhost", "/");
      reading.awaitCounted(sent, 1);
      assertThat(reading.figures()).isEqualTo(sent + 1);
    }
    caddy.kill();
    fillLog();
    caddy.start();
    serve(app.upstream());
    try (var reading = new Reading()) {
      for (int i = 0; i < 10; i++) {
        http.get("shop.apps.localhost", "/");
        sent++;
      }
      reading.awaitCounted(sent, 1);
    }
    assertThat(rolledAway()).isEqualTo(1);
    http.get("shop.apps.localhost", "/");
    sent++;
    try (var reading = new Reading()) {
      reading.awaitCounted(sent, 1);
      assertThat(reading.figures()).isEqualTo(1);
    }
    assertThat(sum("errors", shop)).isZero();
    assertThat(sum("errors", broken)).isEqualTo(1);
    assertThat(sum("bytes_in", shop)).isEqualTo(35);
    assertThat(sum("bytes_out", shop)).isGreaterThan(35);
    assertThat(sum("response_ms_sum", shop)).isPositive();
  }

  @Test
  void aWebSocketIsARequestWithoutAResponseTime() throws IOException {
    try (var chat = new UpgradeApp();
        var reading = new Reading()) {
      serve(chat.upstream());
      try (Socket socket = http.open()) {
        String request =
            "GET / HTTP/1.1\r\nHost: shop.apps.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(UpgradeApp.line(socket)).contains("101");
      }
      reading.awaitCounted(1, 0);
    }
    assertThat(sum("upgrades", shop)).isEqualTo(1);
    assertThat(sum("response_ms_sum", shop)).isZero();
  }

  /** With what belongs to nobody, so that Caddy rolls it at one of the next requests. */
  private void fillLog() throws IOException {
    String line = AccessLines.line("dep_nobody", 0, 200, "/" + "x".repeat(5_000));
    String lines = line.repeat((ROLLED_AT - 1_000) / line.length());
    Files.writeString(caddy.accessLog(), lines, StandardOpenOption.APPEND);
  }

  private int rolledAway() throws IOException {
    int files = 0;
    try (DirectoryStream<Path> rolled =
        Files.newDirectoryStream(caddy.accessLog().getParent(), "access-*.log")) {
      for (Path file : rolled) {
        assertThat(file).isNotEmptyFile();
        files++;
      }
    }
    return files;
  }

  private long sum(String column, DeploymentId deployment) {
    long minutes = sum("traffic", column, deployment);
    assertThat(sum("traffic_hour", column, deployment)).isEqualTo(minutes);
    return minutes;
  }

  private long sum(String table, String column, DeploymentId deployment) {
    return database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql(
                    "select coalesce(ceil(sum(%s)), 0) from %s where deployment_id = ? and tenant_id = ?"
                        .formatted(column, table))
                .params(deployment.value(), tenant.value())
                .query(Long.class)
                .single());
  }

  /** Both apps on a Caddy that has nothing yet. */
  private void serve(String upstream) throws IOException {
    caddy
        .client()
        .load(
            CaddyConfig.render(
                new EdgeState(
                    caddy.socket(),
                    caddy.httpPort(),
                    new EdgeState.Console(
                        List.of("localhost"),
                        List.of(upstream),
                        new EdgeState.TemporalUi(upstream, "hoster"),
                        upstream),
                    List.of(route("shop", shop, upstream), route("broken", broken, "127.0.0.1:1")),
                    EdgePages.read(Path.of("../proxy-config")),
                    caddy.accessLog())));
    http.awaitText("nobody.apps.localhost", "/", "There is no app");
  }

  private static AppRoute route(String name, DeploymentId deployment, String upstream) {
    return new AppRoute(name + ".apps.localhost", RouteState.LIVE, upstream, deployment);
  }

  /** One life of a reader. */
  private final class Reading implements AutoCloseable {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AccessLogReader reader =
        new AccessLogReader(
            caddy.accessLog(),
            new TrafficRecords(database.worker(), new TrafficStore(database.jdbc()), "edge-1"),
            new ProxyMeters(meters),
            Duration.ofMillis(50));

    Reading() {
      reader.start();
    }

    void awaitCounted(int ofShop, int ofBroken) {
      await("all is counted")
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            assertThat(sum("requests", shop)).isEqualTo(ofShop);
            assertThat(sum("requests", broken)).isEqualTo(ofBroken);
          });
    }

    double figures() {
      return meters.get("hoster.proxy.requests").counters().stream()
          .mapToDouble(Counter::count)
          .sum();
    }

    @Override
    public void close() {
      reader.stop();
    }
  }
}
