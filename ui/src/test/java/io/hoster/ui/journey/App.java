package io.hoster.ui.journey;

import java.util.List;

/** A template of the catalog and what one deployment of it is made of. */
enum App {
  STATIC_SITE("static-site", List.of("nginx:1.22.1"), 1, 0),
  MINIFLUX("miniflux", List.of("miniflux/miniflux:2.2.14", "postgres:15.20"), 2, 1),
  PINNED_PAGE("pinned-page", List.of("nginx:1.22.1"), 1, 0);

  private final String template;
  private final List<String> images;
  private final int containers;
  private final int volumes;

  App(String template, List<String> images, int containers, int volumes) {
    this.template = template;
    this.images = images;
    this.containers = containers;
    this.volumes = volumes;
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
}
