package io.hoster.workflows.catalog.yaml;

/** Where something stands in a text: line and column, both from 1. */
public record Place(int line, int column) {

  /** The first character of a text. */
  public static final Place START = new Place(1, 1);
}
