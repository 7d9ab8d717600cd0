package io.hoster.ui.catalog;

import io.hoster.store.catalog.ServiceImage;

/** A service of a template and its image. */
public record ServiceJson(String name, String image) {

  static ServiceJson of(ServiceImage service) {
    return new ServiceJson(service.name(), service.image());
  }
}
