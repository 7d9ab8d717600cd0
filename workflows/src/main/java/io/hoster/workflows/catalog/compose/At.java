package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.Place;
import io.hoster.workflows.catalog.yaml.Pointer;
import io.hoster.workflows.catalog.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value in the file, with the path that leads to it. */
record At(String path, Place place, YamlNode node) {

  /** One key of a mapping: {@code name} points at the key, {@code value} at what it holds. */
  record Field(String key, At name, At value) {}

  static At root(YamlNode node) {
    return new At("", node.place(), node);
  }

  /** The fields in the file's order; none when this is no mapping. */
  List<Field> fields() {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return List.of();
    }
    return mapping.entries().stream().map(this::field).toList();
  }

  /** What the key holds, be it nothing. */
  Optional<At> child(String key) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping.entries().stream()
            .filter(entry -> entry.key().equals(key))
            .findFirst()
            .map(entry -> field(entry).value())
        : Optional.empty();
  }

  /** What the key holds; a key without a value counts as absent. */
  Optional<At> get(String key) {
    return child(key).filter(value -> !value.isNull());
  }

  /** The items; none when this is no list. */
  List<At> items() {
    List<At> items = new ArrayList<>();
    if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        items.add(new At(Pointer.to(path, items.size()), item.place(), item));
      }
    }
    return items;
  }

  /** The item at {@code index}, from 0; nothing when this is no list, or one with fewer. */
  Optional<At> item(int index) {
    if (!(node instanceof YamlNode.Sequence sequence) || index >= sequence.items().size()) {
      return Optional.empty();
    }
    YamlNode item = sequence.items().get(index);
    return Optional.of(new At(Pointer.to(path, index), item.place(), item));
  }

  boolean isNull() {
    return node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NULL;
  }

  boolean isMapping() {
    return node instanceof YamlNode.Mapping;
  }

  boolean isList() {
    return node instanceof YamlNode.Sequence;
  }

  /** The value in quotation marks, short enough for a message and without secrets. */
  String quoted() {
    return node instanceof YamlNode.Scalar scalar ? Quoted.of(scalar.shown()) : "This";
  }

  private Field field(YamlNode.Entry entry) {
    String below = Pointer.to(path, entry.key());
    return new Field(
        entry.key(),
        new At(below, entry.place(), entry.value()),
        new At(below, entry.value().place(), entry.value()));
  }
}
