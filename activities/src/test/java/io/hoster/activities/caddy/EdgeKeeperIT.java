package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.activities.caddy.EdgeHealth.Behind;
import io.hoster.activities.caddy.EdgeHealth.InStep;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeKeeperIT {

  /** Only a wake, a pulse or a retry makes the keeper look within a test. */
  private static final EdgeKeeper.Pace PACE =
      new EdgeKeeper.Pace(
          Duration.ofMinutes(5),
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          Duration.ofMillis(100));

  @TempDir private Path folder;
  private final RoutesInMemory routes = new RoutesInMemory();
  private RealCaddy caddy;
  private RawHttp http;
  private EchoApp shop;
  private EdgeKeeper keeper;

  @BeforeEach
  void startKeeper() throws IOException {
    caddy = new RealCaddy(folder);
    http = new RawHttp(caddy.httpPort());
    shop = new EchoApp("shop");
    keeper = new EdgeKeeper(routes, this::state, caddy.client(), PACE, Clock.systemUTC());
    routes.change(List.of(EdgeStates.live("shop", shop.upstream())));
    keeper.start();
    routes.awaitApplied(1);
  }

  @AfterEach
  void stop() {
    keeper.stop();
    caddy.close();
    shop.close();
  }

  @Test
  void pushesAtItsStartAndRecordsTheRevision() throws IOException {
    int before = routes.recordings();
    keeper.wake();
    routes.awaitRecordingAfter(before);
    http.awaitText("shop.apps.localhost", "/", "answer of shop");
    assertThat(keeper.health())
        .isInstanceOfSatisfying(InStep.class, inStep -> assertThat(inStep.revision()).isEqualTo(1));
  }

  @Test
  void pushesWhatChangedWhenWoken() throws IOException {
    routes.change(List.of(EdgeStates.resting("shop", RouteState.STOPPED)));
    keeper.wake();
    routes.awaitApplied(2);
    http.awaitText("shop.apps.localhost", "/", "HTTP/1.1 503");
    assertThat(keeper.pushes()).isEqualTo(2);
  }

  @Test
  void restoresACaddyThatWasKilled() throws Exception {
    int before = routes.recordings();
    caddy.kill();
    caddy.start();
    routes.awaitRecordingAfter(before);
    http.awaitText("shop.apps.localhost", "/", "answer of shop");
  }

  @Test
  void aResumedCaddyServesWhileNothingElseRuns() throws Exception {
    keeper.stop();
    caddy.kill();
    caddy.resume();
    http.awaitText("shop.apps.localhost", "/", "answer of shop");
  }

  @Test
  void waitsForACaddyThatIsAwayAndSaysSo() throws Exception {
    caddy.kill();
    routes.change(List.of());
    keeper.wake();
    routes.awaitLoads(3);
    assertThat(keeper.health())
        .isInstanceOfSatisfying(
            Behind.class, behind -> assertThat(behind.reason()).contains("gave no answer"));
    assertThat(keeper.failures()).isPositive();
    caddy.start();
    routes.awaitApplied(2);
    http.awaitText("shop.apps.localhost", "/", "HTTP/1.1 404");
  }

  @Test
  void goesOnServingWhileTheDatabaseIsAway() throws IOException {
    routes.fail(true);
    keeper.wake();
    routes.awaitLoads(3);
    http.awaitText("shop.apps.localhost", "/", "answer of shop");
    int before = routes.recordings();
    routes.fail(false);
    routes.awaitRecordingAfter(before);
  }

  @Test
  void putsRightWhatSomebodyElseChanged() throws IOException {
    int before = routes.recordings();
    caddy
        .client()
        .load(CaddyConfig.render(state(List.of(EdgeStates.resting("shop", RouteState.STOPPED)))));
    keeper.wake();
    routes.awaitRecordingAfter(before);
    http.awaitText("shop.apps.localhost", "/", "answer of shop");
  }

  @Test
  void keepsWebSocketsOpenOverAChangeOfAnotherApp() throws IOException {
    try (var chat = new UpgradeApp()) {
      AppRoute shopRoute = EdgeStates.live("shop", shop.upstream());
      AppRoute chatRoute = EdgeStates.live("chat", chat.upstream());
      routes.change(List.of(shopRoute, chatRoute));
      keeper.wake();
      routes.awaitApplied(2);
      try (Socket socket = upgraded("chat.apps.localhost")) {
        assertThat(exchange(socket, "before")).isEqualTo("echo before");
        routes.change(List.of(chatRoute));
        keeper.wake();
        routes.awaitApplied(3);
        http.awaitText("shop.apps.localhost", "/", "HTTP/1.1 404");
        assertThat(exchange(socket, "after")).isEqualTo("echo after");
      }
    }
  }

  @Test
  void servesTheLastOfAThousandHostsAndAddsOneMore() throws IOException {
    var apps = new ArrayList<AppRoute>();
    for (int i = 1_000; i < 2_000; i++) {
      apps.add(EdgeStates.live("app" + i, shop.upstream()));
    }
    routes.change(apps);
    keeper.wake();
    routes.awaitApplied(2);
    for (String host : List.of("app1000", "app1124", "app1125", "APP1999", "app1999")) {
      http.awaitText(host + ".apps.localhost.", "/", "answer of shop");
    }
    http.awaitText("app2000.apps.localhost", "/", "HTTP/1.1 404");
    apps.add(EdgeStates.resting("app2000", RouteState.STOPPED));
    routes.change(apps);
    keeper.wake();
    routes.awaitApplied(3);
    http.awaitText("app2000.apps.localhost", "/", "HTTP/1.1 503");
  }

  @Test
  void reachesAnAppBehindAUnixSocket() throws IOException {
    Path socket = folder.resolve("nod_1.sock");
    try (var remote = new UnixApp(socket)) {
      routes.change(List.of(EdgeStates.live("far", "unix/" + socket)));
      keeper.wake();
      routes.awaitApplied(2);
      http.awaitText("far.apps.localhost", "/", "answer over unix");
      assertThat(remote.isOpen()).isTrue();
    }
  }

  @Test
  void logsIntoOneFileOverChanges() throws IOException {
    http.get("shop.apps.localhost", "/one");
    routes.change(
        List.of(
            EdgeStates.live("shop", shop.upstream()),
            EdgeStates.resting("blog", RouteState.STOPPED)));
    keeper.wake();
    routes.awaitApplied(2);
    http.get("shop.apps.localhost", "/two");
    assertThat(Files.readString(caddy.accessLog())).contains("\"/one\"", "\"/two\"");
  }

  private Socket upgraded(String host) throws IOException {
    Socket socket = http.open();
    String request =
        "GET /push HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(request.formatted(host).getBytes(StandardCharsets.US_ASCII));
    String line = UpgradeApp.line(socket);
    assertThat(line).contains("101");
    while (!line.isEmpty()) {
      line = UpgradeApp.line(socket);
    }
    return socket;
  }

  private static String exchange(Socket socket, String text) throws IOException {
    socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return UpgradeApp.line(socket);
  }

  private EdgeState state(List<AppRoute> apps) {
    return new EdgeState(
        caddy.socket(),
        caddy.httpPort(),
        new EdgeState.Console(
            List.of("localhost"),
            List.of(shop.upstream()),
            new EdgeState.TemporalUi(shop.upstream(), "hoster"),
            shop.upstream()),
        apps,
        EdgePages.read(Path.of("../proxy-config")),
        caddy.accessLog());
  }
}
