package io.hoster.store.catalog;

/** A service of a template and its image, as the compose file says it. */
public record ServiceImage(String name, String image) {}
