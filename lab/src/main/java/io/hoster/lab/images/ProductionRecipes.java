package io.hoster.lab.images;

import java.util.List;

/** The images that {@code docker-compose.yml} names. */
final class ProductionRecipes {

  private static final String TEMPORAL = "1.31.2";
  private static final String TEMPORAL_UI = "2.50.1";
  private static final String CADDY = "2.11.9";
  private static final String POSTGRES = "18.6";

  private ProductionRecipes() {}

  static List<Recipe> all() {
    return List.of(java(), postgres(), temporalServer(), temporalTools(), temporalUi(), caddy());
  }

  private static Recipe java() {
    return new Recipe(
        "eclipse-temurin:25-jre",
        "25",
        "temurin",
        List.of("Dockerfile"),
        List.of("sh", "-c", "java --version | grep -q '^openjdk 25'"),
        Given.of("HOSTER_LAB_JAVA", "java"));
  }

  /** Stands on the catalog's older one, which brings what the server's own archive lacks. */
  private static Recipe postgres() {
    return new Recipe(
        "postgres:" + POSTGRES,
        POSTGRES,
        "postgres-18",
        List.of("Dockerfile"),
        List.of("postgres", "--version"),
        Given.of("HOSTER_LAB_POSTGRES", "postgres"));
  }

  private static Recipe temporalServer() {
    return new Recipe(
        "temporalio/server:" + TEMPORAL,
        TEMPORAL,
        "temporal-server",
        List.of("Dockerfile", "entrypoint.sh"),
        List.of("temporal-server", "--version"),
        Given.of("HOSTER_LAB_TEMPORAL_SERVER", "temporal-server"));
  }

  private static Recipe temporalTools() {
    return new Recipe(
        "temporalio/admin-tools:" + TEMPORAL,
        TEMPORAL,
        "temporal-admin-tools",
        List.of("Dockerfile"),
        List.of("temporal-sql-tool", "--version"),
        new Given(
            List.of(
                new Given.Part("HOSTER_LAB_TEMPORAL", "temporal"),
                new Given.Part("HOSTER_LAB_TEMPORAL_SQL_TOOL", "temporal-sql-tool"))));
  }

  private static Recipe temporalUi() {
    return new Recipe(
        "temporalio/ui:" + TEMPORAL_UI,
        TEMPORAL_UI,
        "temporal-ui",
        List.of("Dockerfile", "docker.yaml", "start-ui-server.sh"),
        List.of("./ui-server", "--version"),
        Given.of("HOSTER_LAB_TEMPORAL_UI", "ui-server"));
  }

  private static Recipe caddy() {
    return new Recipe(
        "caddy:" + CADDY,
        CADDY,
        "caddy",
        List.of("Dockerfile"),
        List.of("caddy", "version"),
        Given.of("HOSTER_LAB_CADDY", "caddy"));
  }
}
