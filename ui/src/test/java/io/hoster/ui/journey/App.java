package io.hoster.ui.journey;

import java.util.List;

/** A template of the catalog and what one deployment of it is made of. */
enum App {
  STATIC_SITE("static-site", List.of("nginx:1.22.1"), 1, 0),
  MINIFLUX(
      "miniflux",
      List.of("miniflux/miniflux:2.2.14", "postgres:15.20"),
      2,
      1,
      List.of("ADMIN_PASSWORD")),
  PINNED_PAGE("pinned-page", List.of("nginx:1.22.1"), 1, 0),
  /** From whatever registry its image names. */
  PULLED_PAGE("pulled-page", List.of("busybox:1.35.0"), 1, 0),
  /** Does what it is told to. */
  TOLD_PAGE("told-page", List.of("busybox:1.35.0"), 1, 0);

  private final String template;
  private final List<String> images;
  private final int containers;
  private final int volumes;
  private final List<String> secrets;

  App(String template, List<String> images, int containers, int volumes) {
    this(template, images, containers, volumes, List.of());
  }

  App(String template, List<String> images, int containers, int volumes, List<String> secrets) {
    this.template = template;
    this.images = images;
    this.containers = containers;
    this.volumes = volumes;
    this.secrets = secrets;
  }

  String template() {
    return template;
  }

  List<String> images() {
    return images;
  }

  int containers() {
    return containers;
  }

  int volumes() {
    return volumes;
  }

  /** Variables of it that a customer types a secret into; others are made for them. */
  List<String> secrets() {
    return secrets;
  }
}
