package io.hoster.lab.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.lab.LabSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the official images promise beyond what the catalog's own entries use of it. */
class MoreImagesIT {

  private static final String PASSWORD = "p w\"$1'\\";

  private final Containers containers = new Containers();

  @TempDir Path folder;

  @BeforeAll
  static void makeImages(@TempDir Path home) {
    AppImages.of(new LabSettings(home, 8080, 0, 0)).makeAll();
  }

  @AfterEach
  void removeContainers() {
    containers.close();
  }

  @Test
  void mariadbReadsItsPasswordFromAFileRunsTheInitFilesAndKeepsItsData() throws Exception {
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("one.sql"), "create table one (n int);");
    Files.writeString(
        folder.resolve("two.sh"),
        "mariadb -uroot -p\"$MARIADB_ROOT_PASSWORD\" shop -e 'insert into one values (2)'\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> options =
        List.of(
            "--env",
            "MARIADB_ROOT_PASSWORD_FILE=/docker-entrypoint-initdb.d/password",
            "--env",
            "MYSQL_USER=ada",
            "--env",
            "MYSQL_PASSWORD=" + PASSWORD,
            "--env",
            "MARIADB_DATABASE=shop",
            "--env",
            "MARIADB_INITDB_SKIP_TZINFO=1",
            "--volume",
            folder + ":/docker-entrypoint-initdb.d:ro",
            "--volume",
            containers.volume() + ":/var/lib/mysql");
    String image = DatabaseRecipes.mariadb().image();

    String first = containers.start(image, options);
    assertThat(containers.eventually(() -> select(first))).isEqualToIgnoringWhitespace("2");
    containers.stop(first);
    String second = containers.start(image, options);
    assertThat(containers.eventually(() -> select(second))).isEqualToIgnoringWhitespace("2");

    assertThat(containers.logs(first)).contains("Shutdown complete");
    assertThatThrownBy(() -> mariadb(second, "wrong")).hasMessageContaining("Access denied");
    assertThat(containers.exec(second, "stat", "--format=%U", "/proc/1")).contains("mysql");
  }

  private String select(String container) {
    return mariadb(container, PASSWORD);
  }

  /** Over TCP: the server that prepares the first start listens on its socket only. */
  private String mariadb(String container, String password) {
    return containers.exec(
        container,
        "mariadb",
        "--host=127.0.0.1",
        "--user=ada",
        "--password=" + password,
        "--skip-column-names",
        "--execute=select n from one",
        "shop");
  }

  @Test
  void mariadbRefusesToStartWithoutAPassword() {
    assertThatThrownBy(() -> containers.run(DatabaseRecipes.mariadb().image(), List.of()))
        .hasMessageContaining("MARIADB_ROOT_PASSWORD");
  }

  @Test
  void redisTakesASettingsFileAndRunsAsItsOwnUser() throws Exception {
    Path settings = folder.resolve("redis.conf");
    Files.writeString(settings, "maxmemory 12345678\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    String redis =
        containers.start(
            DatabaseRecipes.redis().image(),
            List.of("--volume", folder + ":/etc/redis:ro", "--read-only"),
            "/etc/redis/redis.conf");

    assertThat(
            containers.eventually(
                () -> containers.exec(redis, "redis-cli", "config", "get", "maxmemory")))
        .contains("12345678");
    assertThat(containers.exec(redis, "stat", "--format=%U", "/proc/1", "/data"))
        .isEqualToIgnoringNewLines("redis\nredis");
  }

  @Test
  void phpReadsTheSettingsOfItsFolder() throws Exception {
    Files.writeString(folder.resolve("mine.ini"), "memory_limit = 77M\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(
            containers.run(
                AppRecipes.php().image(),
                List.of("--volume", folder + ":/usr/local/etc/php/conf.d:ro"),
                "php",
                "-r",
                "echo ini_get('memory_limit'), ' ', extension_loaded('pdo_sqlite');"))
        .isEqualTo("77M 1");
  }

  @Test
  void pythonBringsPip() {
    assertThat(
            containers.run(
                AppRecipes.python().image(), List.of("--user", "1000"), "pip", "--version"))
        .contains("python 3.11");
  }
}
