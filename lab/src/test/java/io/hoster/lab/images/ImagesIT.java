package io.hoster.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The images keep the official images' contract, inside the isolation that the product gives every
 * container.
 */
class ImagesIT {

  private static final String PASSWORD = "p w\"$1'";

  private final Containers containers = new Containers();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @BeforeAll
  static void makeImages(@TempDir Path home) {
    AppImages.of(new LabSettings(home, 8080, 0, 0)).makeAll();
  }

  @AfterEach
  void removeContainers() {
    containers.close();
    client.close();
  }

  @Test
  void nginxServesItsPagesFromAReadOnlyRoot() throws Exception {
    Files.writeString(folder.resolve("index.html"), "mine");
    makeReadable();
    String web =
        containers.start(
            Recipes.nginx().image(),
            List.of(
                "--read-only",
                "--tmpfs",
                "/var/cache/nginx",
                "--tmpfs",
                "/run",
                "--publish",
                "127.0.0.1::80",
                "--volume",
                folder + ":/usr/share/nginx/html:ro"));

    assertThat(containers.eventually(() -> get(web, 80, "/")).body()).isEqualTo("mine");
    assertThat(containers.logs(web)).contains("GET / HTTP/1.1");
  }

  @Test
  void nginxFillsItsTemplatesFromTheEnvironment() throws Exception {
    Files.writeString(
        folder.resolve("default.conf.template"),
        "server { listen 80; return 200 \"$uri ${GREETING}\"; }");
    makeReadable();
    String web =
        containers.start(
            Recipes.nginx().image(),
            List.of(
                "--env",
                "GREETING=hello",
                "--publish",
                "127.0.0.1::80",
                "--volume",
                folder + ":/etc/nginx/templates:ro"));

    assertThat(containers.eventually(() -> get(web, 80, "/a")).body()).isEqualTo("/a hello");
  }

  @Test
  void postgresKeepsItsDataAndItsPasswordOverARestart() throws Exception {
    List<String> options =
        List.of(
            "--env",
            "POSTGRES_PASSWORD=" + PASSWORD,
            "--env",
            "POSTGRES_USER=ada",
            "--env",
            "POSTGRES_DB=shop",
            "--publish",
            "127.0.0.1::5432",
            "--volume",
            containers.volume() + ":/var/lib/postgresql/data");
    String first = containers.start(Recipes.postgres().image(), options);
    try (Connection connection = containers.eventually(() -> connect(first, PASSWORD));
        Statement sql = connection.createStatement()) {
      sql.execute("create table kept as select 'here' as word");
    }
    containers.stop(first);

    String second = containers.start(Recipes.postgres().image(), options);

    try (Connection connection = containers.eventually(() -> connect(second, PASSWORD));
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select word from kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("here");
    }
    assertThatThrownBy(() -> connect(second, "wrong"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThat(containers.logs(first)).contains("database system is shut down");
    assertThat(containers.exec(second, "pg_isready")).contains("accepting connections");
  }

  @Test
  void postgresReadsItsPasswordFromAFileAndRunsTheInitFiles() throws Exception {
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("one.sql"), "create table one (n int);");
    Files.writeString(
        folder.resolve("two.sh"),
        "psql -v ON_ERROR_STOP=1 -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\" -c 'insert into one values (2)'\n");
    makeReadable();
    String database =
        containers.start(
            Recipes.postgres().image(),
            List.of(
                "--env",
                "POSTGRES_PASSWORD_FILE=/docker-entrypoint-initdb.d/password",
                "--env",
                "POSTGRES_USER=ada",
                "--env",
                "POSTGRES_DB=shop",
                "--publish",
                "127.0.0.1::5432",
                "--volume",
                folder + ":/docker-entrypoint-initdb.d:ro"));

    try (Connection connection = containers.eventually(() -> connect(database, PASSWORD));
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select n from one")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void postgresRefusesToStartWithoutAPassword() {
    assertThatThrownBy(() -> containers.run(Recipes.postgres().image(), List.of()))
        .hasMessageContaining("POSTGRES_PASSWORD");
  }

  @Test
  void minifluxRunsOnPostgres() throws Exception {
    String network = containers.network();
    String database =
        containers.start(
            Recipes.postgres().image(),
            List.of(
                "--network",
                network,
                "--network-alias",
                "db",
                "--env",
                "POSTGRES_PASSWORD=secret",
                "--env",
                "POSTGRES_USER=miniflux",
                "--publish",
                "127.0.0.1::5432"));
    containers.eventually(() -> containers.exec(database, "pg_isready", "--host", "127.0.0.1"));

    String reader =
        containers.start(
            Recipes.miniflux().image(),
            List.of(
                "--network",
                network,
                "--read-only",
                "--env",
                "DATABASE_URL=postgres://miniflux:secret@db/miniflux?sslmode=disable",
                "--env",
                "RUN_MIGRATIONS=1",
                "--env",
                "CREATE_ADMIN=1",
                "--env",
                "ADMIN_USERNAME=admin",
                "--env",
                "ADMIN_PASSWORD=test12345",
                "--publish",
                "127.0.0.1::8080"));

    assertThat(containers.eventually(() -> get(reader, 8080, "/healthcheck")).statusCode())
        .isEqualTo(200);
    containers.exec(reader, "/usr/bin/miniflux", "-healthcheck", "auto");
    assertThat(containers.inspect(reader, "{{.Config.User}}")).isEqualTo("65534");
  }

  @Test
  void nodeRunsAScriptAsItsOrdinaryUser() {
    String image = Recipes.node().image();

    assertThat(
            containers.run(
                image,
                List.of("--user", "node", "--read-only"),
                "-e",
                "console.log(process.version, process.getuid())"))
        .isEqualTo("v" + Recipes.node().version() + " 1000");
    assertThat(containers.run(image, List.of(), "npm", "--version")).matches("[0-9.]+");
  }

  @Test
  void busyboxHasItsApplets() {
    assertThat(containers.run(Recipes.busybox().image(), List.of("--read-only"), "echo", "here"))
        .isEqualTo("here");
  }

  @Test
  void imagesShareOneBase() {
    String base = containers.inspectImage(BaseImage.IMAGE, "{{index .RootFS.Layers 0}}");

    assertThat(Recipes.all().stream().filter(recipe -> !recipe.equals(Recipes.busybox())))
        .allSatisfy(recipe ->
            assertThat(containers.inspectImage(recipe.image(), "{{index .RootFS.Layers 0}}"))
                .isEqualTo(base));
  }

  private HttpResponse<String> get(String container, int port, String path) throws Exception {
    URI uri = URI.create("http://" + containers.address(container, port) + path);
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(uri + " answered " + answer.statusCode());
    }
    return answer;
  }

  private Connection connect(String container, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + containers.address(container, 5432) + "/shop", "ada", password);
  }

  private void makeReadable() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
