package io.hoster.lab.images;

import java.util.List;

/** Databases, caches and queues of the catalog, beside {@link Recipes#postgres}. */
final class DatabaseRecipes {

  private static final String FERRETDB = "1.24.2";

  private DatabaseRecipes() {}

  static List<Recipe> all() {
    return List.of(ferretdb(), rabbitmq(), mariadb(), redis(), memcached());
  }

  /** MongoDB's protocol on PostgreSQL. Without the file of its version it does not start. */
  static Recipe ferretdb() {
    return new Recipe(
        "ferretdb/ferretdb:" + FERRETDB,
        FERRETDB,
        "ferretdb",
        List.of("Dockerfile", "go.mod", "go.sum", "version.txt"),
        List.of("/ferretdb", "--version"),
        new CompletedGoProgram(
            new GoProgram("github.com/FerretDB/FerretDB/cmd/ferretdb", "ferretdb", ""),
            "version.txt",
            "github.com/FerretDB/FerretDB/build/version/version.txt"));
  }

  static Recipe mariadb() {
    return new Recipe(
        "mariadb:10.11.19",
        "10.11.19",
        "mariadb",
        List.of("Dockerfile", "docker.cnf", "docker-entrypoint.sh", "healthcheck.sh"),
        List.of("mariadbd", "--version"),
        new Ingredients.None());
  }

  static Recipe redis() {
    return new Recipe(
        "redis:7.0.15",
        "7.0.15",
        "redis",
        List.of("Dockerfile", "docker-entrypoint.sh"),
        List.of("redis-server", "--version"),
        new Ingredients.None());
  }

  static Recipe rabbitmq() {
    return new Recipe(
        "rabbitmq:3.10.8-management",
        "3.10.8",
        "rabbitmq",
        List.of("Dockerfile", "10-defaults.conf", "docker-entrypoint.sh"),
        List.of("ls", "/usr/lib/rabbitmq/lib"),
        new Ingredients.None());
  }

  static Recipe memcached() {
    return new Recipe(
        "memcached:1.6.18",
        "1.6.18",
        "memcached",
        List.of("Dockerfile", "docker-entrypoint.sh"),
        List.of("memcached", "--version"),
        new Ingredients.None());
  }
}
