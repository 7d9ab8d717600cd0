package io.hoster.workflows.catalog.yaml;

import java.util.List;

/** A piece of a YAML document with its place; aliases and merge keys are already resolved. */
public sealed interface YamlNode {

  Place place();

  /** What a plain scalar means under the YAML 1.2 core schema; quoted ones are always TEXT. */
  enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
  }

  /**
   * A single value.
   *
   * @param text as written: {@code 0123} stays {@code 0123}
   * @param shown what a message may quote; differs from {@code text} once a secret stands in it
   */
  record Scalar(String text, String shown, Kind kind, Place place) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, Place place) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys to values, in the text's order, each key once. */
  record Mapping(List<Entry> entries, Place place) implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One key of a mapping; {@code place} is the key's. */
  record Entry(String key, Place place, YamlNode value) {}
}
