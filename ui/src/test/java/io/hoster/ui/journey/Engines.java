package io.hoster.ui.journey;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each process of an installation is started: as the launcher does it. */
final class Engines {

  private static final List<String> KEYWORDS =
      List.of("HosterTenant", "HosterSubject", "HosterNode", "HosterState", "HosterFailure");

  private Engines() {}

  static Program temporal(Place place) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Tool.TEMPORAL.path(), "server", "start-dev"));
    command.addAll(List.of("--ip", "127.0.0.1"));
    command.addAll(List.of("--port", Integer.toString(place.temporalPort())));
    command.addAll(List.of("--ui-port", Integer.toString(place.temporalUiPort())));
    command.addAll(List.of("--db-filename", place.temporalDatabase().toString()));
    command.addAll(List.of("--namespace", "hoster", "--ui-disable-news-fetch"));
    command.addAll(List.of("--ui-public-path", "/ops/temporal"));
    command.addAll(List.of("--ui-codec-endpoint", place.console() + "/ops/codec"));
    for (String rate : List.of("transferProcessorMaxPollRPS", "timerProcessorMaxPollRPS")) {
      command.addAll(List.of("--dynamic-config-value", "history." + rate + "=2000"));
    }
    command.addAll(List.of("--sqlite-pragma", "journal_mode=WAL"));
    command.addAll(List.of("--sqlite-pragma", "synchronous=NORMAL"));
    for (String keyword : KEYWORDS) {
      command.addAll(List.of("--search-attribute", keyword + "=Keyword"));
    }
    command.addAll(List.of("--search-attribute", "HosterNeedsPerson=Bool", "--log-level", "warn"));
    return new Program(
        "temporal", place.logs(), command, Map.of(), () -> Program.listens(place.temporalPort()));
  }

  static Program caddy(Place place) {
    Path config = place.proxyConfig().resolve("caddy.json");
    return new Program(
        "caddy",
        place.logs(),
        List.of(Tool.CADDY.path(), "run", "--config", config.toString()),
        Map.of(
            "HOSTER_EDGE_ADMIN_SOCKET", place.edgeSocket().toString(),
            "HOSTER_HTTP_PORT", Integer.toString(place.httpPort()),
            "XDG_CONFIG_HOME", place.caddyFolder().toString(),
            "XDG_DATA_HOME", place.caddyFolder().toString()),
        () -> Program.listens(place.httpPort()) && listens(place.edgeSocket()));
  }

  private static boolean listens(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** The lab's mail trap. */
  static Program lab(Place place) {
    return new Program(
        "lab",
        place.logs(),
        List.of(java(), "-Xmx128m", "-XX:+UseSerialGC", "-jar", Tool.LAB.path()),
        Map.of(
            "HOSTER_HOME", place.home().toString(),
            "HOSTER_HTTP_PORT", Integer.toString(place.httpPort()),
            "HOSTER_LAB_SMTP_PORT", Integer.toString(place.smtpPort()),
            "HOSTER_LAB_HTTP_PORT", Integer.toString(place.mailPort())),
        () -> Program.listens(place.smtpPort()) && Program.listens(place.mailPort()));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The application: that of this commit, or of the one before. */
  static Program app(Place place, String databaseUrl, String docker, Part part) {
    return app(place, databaseUrl, docker, part, Map.of());
  }

  /** {@code more} comes before what it would get else. */
  static Program app(
      Place place, String databaseUrl, String docker, Part part, Map<String, String> more) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(part.equals(Part.BEFORE) ? List.of("-jar", Tool.PREVIOUS.path()) : artefact());
    int port = place.internalPorts().get(part.number());
    Map<String, String> settings = settings(place, databaseUrl);
    settings.put("HOSTER_ROLES", part.roles());
    settings.put("HOSTER_INTERNAL_PORT", Integer.toString(port));
    settings.put("HOSTER_DOCKER_HOST", docker);
    settings.putAll(more);
    return new Program(part.title(), place.logs(), command, settings, new Ready(port));
  }

  /** The packaged application where there is one, else the classes of this JVM. */
  private static List<String> artefact() {
    Path jar = Path.of("target", "hoster-ui-0.1.0.jar");
    return Files.exists(jar)
        ? List.of("-jar", jar.toAbsolutePath().toString())
        : List.of(
            "-cp",
            absolute(System.getProperty("java.class.path")),
            "io.hoster.ui.HosterApplication");
  }

  /**
   * A process of the application.
   *
   * @param number which of the internal ports it has
   */
  record Part(String title, String roles, int number) {

    static final Part ALL = new Part("app", "web,worker,edge", 0);

    /** The same of the commit before. */
    static final Part BEFORE = new Part("app-before", "web,worker,edge", 0);

    static final Part WEB = new Part("web", "web", 0);
    static final Part WORKER = new Part("worker", "worker", 1);
    static final Part EDGE = new Part("edge", "edge", 2);
    static final Part SECOND_WORKER = new Part("worker-2", "worker", 3);
    static final Part OTHER_WORKER = new Part("worker-3", "worker", 3);
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Map<String, String> settings(Place place, String databaseUrl) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("HOSTER_HOME", place.home().toString());
    settings.put("HOSTER_INSTALL", place.install());
    settings.put("HOSTER_DATABASE_URL", databaseUrl);
    settings.put("HOSTER_TEMPORAL_ADDRESS", "127.0.0.1:" + place.temporalPort());
    settings.put("HOSTER_TEMPORAL_UI_PORT", Integer.toString(place.temporalUiPort()));
    settings.put("HOSTER_HTTP_PORT", Integer.toString(place.httpPort()));
    settings.put("HOSTER_APP_PORT", Integer.toString(place.appPort()));
    settings.put("HOSTER_PROXY_CONFIG", place.proxyConfig().toString());
    settings.put("HOSTER_EDGE_ADMIN_SOCKET", place.edgeSocket().toString());
    settings.put("HOSTER_PORT_RANGE", place.portRange());
    settings.put("HOSTER_SMTP_URL", "smtp://127.0.0.1:" + place.smtpPort());
    settings.put("HOSTER_CATALOG_EXTRA", place.moreTemplates().toString());
    settings.put("HOSTER_CAMPAIGN_SETTLE", "PT3S");
    settings.put("HOSTER_INNER_REGISTRIES", "127.0.0.1");
    return settings;
  }
}
