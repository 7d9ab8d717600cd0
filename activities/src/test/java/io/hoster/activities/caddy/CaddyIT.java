package io.hoster.activities.caddy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.activities.caddy.RawHttp.Answer;
import io.hoster.workflows.edge.AppRoute;
import io.hoster.workflows.edge.RouteState;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaddyIT {

  @TempDir static Path folder;
  private static RealCaddy caddy;
  private static RawHttp http;
  private static EchoApp shop;
  private static EchoApp blog;
  private static EchoApp console;
  private static EchoApp temporal;
  private static EchoApp internal;

  @BeforeAll
  static void pushOnce() throws IOException {
    caddy = new RealCaddy(folder);
    http = new RawHttp(caddy.httpPort());
    shop = new EchoApp("shop");
    blog = new EchoApp("blog");
    console = new EchoApp("console");
    temporal = new EchoApp("temporal");
    internal = new EchoApp("internal");
    caddy.client().load(CaddyConfig.render(state(apps())));
  }

  @AfterAll
  static void close() {
    for (AutoCloseable closeable : List.of(caddy, shop, blog, console, temporal, internal)) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void leadsEachHostToItsApp() throws IOException {
    assertThat(http.get("shop.apps.localhost", "/a?b=c").text())
        .contains("answer of shop", "GET /a?b=c", "host: shop.apps.localhost");
    assertThat(http.get("blog.apps.localhost:8080", "/").text()).contains("answer of blog");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOP.apps.localhost",
        "shop.apps.localhost.",
        "Shop.Apps.LOCALHOST.:8080",
        "shop.APPS.localhost:1"
      })
  void matchesHostsWithoutCaseAndTrailingDot(String host) throws IOException {
    assertThat(http.get(host, "/").text()).contains("answer of shop");
  }

  @ParameterizedTest
  @CsvSource({
    "starting, 503, This app is starting, true",
    "stopped, 503, This app is stopped, false",
    "suspended, 503, This app is suspended, false",
    "unavailable, 503, This app does not answer right now, true",
    "broken, 502, This app does not answer right now, true",
    "nobody, 404, There is no app at this address, false",
  })
  void showsThePageOfAnAppThatDoesNotServe(String name, int status, String title, boolean comesBack)
      throws IOException {
    Answer answer = http.get(name + ".apps.localhost", "/any/path");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(title, "text/html; charset=utf-8", "no-store");
    assertThat(answer.text().contains("Retry-After: 5")).isEqualTo(comesBack);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"apps.localhost", "evil.example", "a.b.apps.localhost", "10.1.2.3", "[::2]:80"})
  void answersHostsThatAreNobodysWithTheMissingPage(String host) throws IOException {
    Answer answer = http.get(host, "/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("There is no app at this address");
  }

  @Test
  void replacesWhatAClientSaysAboutWhereItComesFrom() throws IOException {
    Answer answer =
        http.get(
            "shop.apps.localhost",
            "/",
            "X-Forwarded-For: 6.6.6.6",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "x-forwarded-prefix: /evil",
            "X-Forwarded-Port: 666",
            "Forwarded: for=6.6.6.6;host=evil.example",
            "X-Real-IP: 6.6.6.6",
            "X_Forwarded_For: 6.6.6.6",
            "Connection: X-Real-IP, X-Forwarded-For");
    assertThat(answer.text())
        .doesNotContain("6.6.6.6", "evil", "666", "forwarded: ")
        .contains(
            "x-forwarded-for: 127.0.0.1",
            "x-forwarded-proto: http",
            "x-forwarded-host: shop.apps.localhost",
            "x-real-ip: 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "[::1]"})
  void servesTheConsole(String host) throws IOException {
    assertThat(http.send("POST", host, "/api/v1/x", "hello").text())
        .contains("answer of console", "POST /api/v1/x", "body=hello");
    assertThat(http.get(host, "/ops/codec").text()).contains("answer of console");
    assertThat(http.get(host, "/ops/temporalx").text()).contains("answer of console");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ops/temporal/namespaces?a=b",
        "/OPS/Temporal/x",
        "/ops/%74emporal/x",
        "//ops//temporal/x",
        "/api/../ops/temporal/x",
        "/metrics"
      })
  void asksTheConsoleBeforeTheToolsOfStaff(String path) throws IOException {
    Answer stranger = http.get("localhost", path);
    assertThat(stranger.status()).isEqualTo(302);
    assertThat(stranger.text()).contains("Location: /login?to=/").doesNotContain("Set-Cookie");

    Answer customer = http.get("localhost", path, "Cookie: staff=no");
    assertThat(customer.status()).isEqualTo(404);
    assertThat(customer.text()).contains("nothing here").doesNotContain("Set-Cookie");

    Answer staff =
        http.send(
            "POST", "localhost", path, "hello", "Cookie: staff=yes", "Authorization: Bearer hst_x");
    assertThat(staff.status()).isEqualTo(200);
    assertThat(staff.text())
        .contains(path.equals("/metrics") ? "answer of internal" : "answer of temporal")
        .contains("POST " + path, "body=hello")
        .doesNotContain("Set-Cookie", "hst_x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ops/temporal", "/ops/temporal/"})
  void leadsStaffToTheNamespaceOfTheInstallation(String path) throws IOException {
    assertThat(http.get("localhost", path).text()).contains("Location: /login?to=/");
    assertThat(http.get("localhost", path, "Cookie: staff=no").status()).isEqualTo(404);
    Answer staff = http.get("localhost", path, "Cookie: staff=yes");
    assertThat(staff.status()).isEqualTo(302);
    assertThat(staff.text()).contains("Location: /ops/temporal/namespaces/hoster/workflows");
  }

  @Test
  void findsThePageThatShowsSummaries() throws IOException {
    Answer staff = http.get("localhost", "/ops/temporal/render?content=x", "Cookie: staff=yes");
    assertThat(staff.text())
        .contains("answer of temporal", "GET /ops/temporal/ops/temporal/render?content=x");
  }

  @Test
  void shutsTheToolsOfStaffWhileTheConsoleIsAway() throws IOException {
    withConsole(
        List.of("127.0.0.1:1"),
        () -> {
          http.awaitText("localhost", "/", "HTTP/1.1 503");
          Answer temporalUi = http.get("localhost", "/ops/temporal/", "Cookie: staff=yes");
          assertThat(temporalUi.status()).isEqualTo(503);
          assertThat(temporalUi.text()).doesNotContain("answer of");
        });
  }

  @Test
  void saysThatTheConsoleIsAwayToPeopleAndToPrograms() throws IOException {
    withConsole(
        List.of("127.0.0.1:1"),
        () -> {
          http.awaitText("localhost", "/", "HTTP/1.1 503");
          Answer page = http.get("localhost", "/", "Accept: text/html,application/xml;q=0.9");
          assertThat(page.status()).isEqualTo(503);
          assertThat(page.text()).contains("Your apps keep running", "Retry-After: 5", "<html");
          Answer problem = http.get("localhost", "/api/v1/deployments", "Accept: */*");
          assertThat(problem.status()).isEqualTo(503);
          assertThat(problem.text())
              .contains("application/problem+json", "\"code\":\"unavailable\"", "Retry-After: 5");
          assertThat(http.get("shop.apps.localhost", "/").text()).contains("answer of shop");
        });
  }

  @Test
  void keepsABrowserAtOneOfSeveralConsolesAndLeavesADeadOne() throws IOException {
    withConsole(
        List.of("127.0.0.1:1", console.upstream(), blog.upstream()),
        () -> {
          http.awaitText("localhost", "/", "hoster_edge_");
          Answer first = http.get("localhost", "/");
          String cookie =
              first
                  .text()
                  .lines()
                  .filter(line -> line.startsWith("Set-Cookie: "))
                  .map(line -> line.substring("Set-Cookie: ".length()).split(";")[0])
                  .reduce((dead, alive) -> alive)
                  .orElseThrow();
          assertThat(cookie).startsWith("hoster_edge_" + caddy.httpPort() + "=");
          String name = first.text().contains("answer of console") ? "console" : "blog";
          for (int i = 0; i < 10; i++) {
            assertThat(http.get("localhost", "/", "Cookie: " + cookie).text())
                .contains("answer of " + name);
          }
        });
  }

  @Test
  void passesTheFirstPieceOfAStreamOnBeforeTheSecondIsThere() throws IOException {
    try (Socket socket = http.open()) {
      socket
          .getOutputStream()
          .write(
              "GET /stream HTTP/1.1\r\nHost: shop.apps.localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String line = UpgradeApp.line(socket);
      while (!line.equals("first")) {
        line = UpgradeApp.line(socket);
      }
      shop.endStreams();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .contains("second");
    }
  }

  @Test
  void neverLeadsAnAppsHostToTheToolsOfStaff() throws IOException {
    assertThat(http.get("shop.apps.localhost", "/ops/temporal").text()).contains("answer of shop");
    assertThat(http.get("shop.apps.localhost", "/metrics").text()).contains("answer of shop");
  }

  @Test
  void logsWhatReachedAnAppWithItsDeploymentAndWithoutSecrets() throws IOException {
    http.get("shop.apps.localhost", "/logged?token=topsecret", "Cookie: a=topsecret");
    http.get("localhost", "/reset?token=topsecret");
    http.get("stopped.apps.localhost", "/logged-not");
    String log = Files.readString(caddy.accessLog());
    assertThat(log).doesNotContain("topsecret", "logged-not", "/reset");
    var line =
        CaddyJson.read(
            log.lines().filter(l -> l.contains("\"/logged\"")).findFirst().orElseThrow());
    assertThat(line.path("deployment").asString()).isEqualTo("dep_shop");
    assertThat(line.at("/request/host").asString()).isEqualTo("shop.apps.localhost");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("size").asInt()).isPositive();
    assertThat(line.path("duration").asDouble()).isPositive();
    assertThat(line.has("bytes_read")).isTrue();
  }

  @Test
  void showsWhatItWasGiven() {
    assertThat(CaddyJson.read(caddy.client().config()))
        .isEqualTo(CaddyJson.read(CaddyConfig.render(state(apps()))));
    assertThat(caddy.client().isConfigured()).isTrue();
  }

  @Test
  void keepsServingWhenItRefusesAConfiguration() throws IOException {
    assertThatThrownBy(() -> caddy.client().load("{\"apps\":{\"http\":{\"servers\":7}}}"))
        .isInstanceOf(CaddyRefusedException.class)
        .hasMessageContaining("It goes on with the configuration it had");
    assertThat(http.get("shop.apps.localhost", "/").text()).contains("answer of shop");
  }

  private static List<AppRoute> apps() {
    var apps = new ArrayList<AppRoute>();
    apps.add(EdgeStates.live("shop", shop.upstream()));
    apps.add(EdgeStates.live("blog", blog.upstream()));
    apps.add(EdgeStates.live("broken", "127.0.0.1:1"));
    apps.add(EdgeStates.resting("starting", RouteState.STARTING));
    apps.add(EdgeStates.resting("stopped", RouteState.STOPPED));
    apps.add(EdgeStates.resting("suspended", RouteState.SUSPENDED));
    apps.add(EdgeStates.resting("unavailable", RouteState.UNAVAILABLE));
    return apps;
  }

  private static void withConsole(List<String> upstreams, Check check) throws IOException {
    EdgeState usual = state(apps());
    var other =
        new EdgeState.Console(
            usual.console().hosts(), upstreams, usual.console().temporalUi(), internal.upstream());
    caddy
        .client()
        .load(
            CaddyConfig.render(
                new EdgeState(
                    usual.adminSocket(),
                    usual.httpPort(),
                    other,
                    usual.apps(),
                    usual.pages(),
                    usual.accessLog())));
    try {
      check.run();
    } finally {
      caddy.client().load(CaddyConfig.render(usual));
    }
  }

  private interface Check {
    void run() throws IOException;
  }

  private static EdgeState state(List<AppRoute> apps) {
    return new EdgeState(
        caddy.socket(),
        caddy.httpPort(),
        new EdgeState.Console(
            List.of("localhost", "127.0.0.1", "::1"),
            List.of(console.upstream()),
            new EdgeState.TemporalUi(temporal.upstream(), "hoster"),
            internal.upstream()),
        apps,
        EdgePages.read(Path.of("../proxy-config")),
        caddy.accessLog());
  }
}
