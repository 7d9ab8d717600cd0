package io.hoster.lab.images;

import java.util.List;
import java.util.stream.Stream;

/** The images that the catalog and the tests name, by the versions that the packages give. */
final class Recipes {

  private static final String NODE = "24.21.0";
  private static final String NPM = "11.21.2";
  private static final String MINIFLUX = "2.2.14";

  private Recipes() {}

  /** What others stand on comes before them; slow ones first, so that they start first. */
  static List<Recipe> all() {
    return Stream.of(
            List.of(miniflux()),
            DatabaseRecipes.all(),
            List.of(postgres(), node(), nginx(), busybox()),
            AppRecipes.all())
        .flatMap(List::stream)
        .toList();
  }

  static Recipe nginx() {
    return new Recipe(
        "nginx:1.22.1",
        "1.22.1",
        "nginx",
        List.of(
            "Dockerfile",
            "nginx.conf",
            "default.conf",
            "index.html",
            "50x.html",
            "docker-entrypoint.sh",
            "20-envsubst-on-templates.sh"),
        List.of("nginx", "-v"),
        new Ingredients.None());
  }

  static Recipe node() {
    return new Recipe(
        "node:" + NODE + "-slim",
        NODE,
        "node",
        List.of("Dockerfile", "docker-entrypoint.sh"),
        List.of("node", "--version"),
        new NodeAndNpm(NODE, NPM));
  }

  static Recipe postgres() {
    return new Recipe(
        "postgres:15.20",
        "15.20",
        "postgres",
        List.of("Dockerfile", "docker-entrypoint.sh"),
        List.of("postgres", "--version"),
        new Ingredients.None());
  }

  static Recipe miniflux() {
    return new Recipe(
        "miniflux/miniflux:" + MINIFLUX,
        MINIFLUX,
        "miniflux",
        List.of("Dockerfile", "go.mod", "go.sum"),
        List.of("/usr/bin/miniflux", "-version"),
        new GoProgram(
            "miniflux.app/v2",
            "miniflux",
            "-X miniflux.app/v2/internal/version.Version=" + MINIFLUX));
  }

  static Recipe busybox() {
    return new Recipe(
        "busybox:1.35.0",
        "1.35.0",
        "busybox",
        List.of("Dockerfile"),
        List.of("busybox"),
        new Ingredients.None());
  }
}
