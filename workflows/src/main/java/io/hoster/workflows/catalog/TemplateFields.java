package io.hoster.workflows.catalog;

import io.hoster.workflows.catalog.yaml.Place;
import io.hoster.workflows.catalog.yaml.YamlNode;
import io.hoster.workflows.catalog.yaml.YamlNode.Entry;
import io.hoster.workflows.catalog.yaml.YamlNode.Mapping;
import io.hoster.workflows.catalog.yaml.YamlNode.Scalar;
import io.hoster.workflows.catalog.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a mapping in a {@code template.yaml}; what is wrong is thrown with its line. */
final class TemplateFields {

  private final String slug;
  private final Mapping mapping;

  TemplateFields(String slug, YamlNode node) {
    this.slug = slug;
    if (!(node instanceof Mapping fields)) {
      throw wrong(node.place(), "keys with values must stand here");
    }
    this.mapping = fields;
  }

  void allow(String... keys) {
    for (Entry entry : mapping.entries()) {
      if (!List.of(keys).contains(entry.key())) {
        throw wrong(entry.place(), "the key \"" + entry.key() + "\" is not known");
      }
    }
  }

  Optional<String> optional(String key) {
    return node(key).map(this::scalar);
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> wrong("the key \"" + key + "\" is missing"));
  }

  String matching(String key, Pattern form) {
    String text = text(key);
    if (!form.matcher(text).matches()) {
      throw wrong(key, "\"" + text + "\" has not the form " + form);
    }
    return text;
  }

  int number(String key) {
    return Integer.parseInt(matching(key, Pattern.compile("[0-9]{1,9}")));
  }

  boolean flag(String key, boolean usual) {
    return optional(key).isEmpty()
        ? usual
        : matching(key, Pattern.compile("true|false")).equals("true");
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw wrong(key, "\"" + text + "\" is none of " + List.of(type.getEnumConstants()));
  }

  Optional<TemplateFields> mapping(String key) {
    return node(key).map(node -> new TemplateFields(slug, node));
  }

  List<TemplateFields> list(String key) {
    return items(key).stream().map(node -> new TemplateFields(slug, node)).toList();
  }

  List<String> texts(String key) {
    return items(key).stream().map(this::scalar).toList();
  }

  IllegalArgumentException wrong(String what) {
    return wrong(mapping.place(), what);
  }

  private IllegalArgumentException wrong(String key, String what) {
    return wrong(node(key).map(YamlNode::place).orElse(mapping.place()), what);
  }

  private IllegalArgumentException wrong(Place place, String what) {
    return new IllegalArgumentException(
        "%s/template.yaml, line %d: %s".formatted(slug, place.line(), what));
  }

  private List<YamlNode> items(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Sequence sequence) {
      return sequence.items();
    }
    throw wrong(node.get().place(), "a list must stand here");
  }

  private String scalar(YamlNode node) {
    if (node instanceof Scalar scalar && scalar.kind() != YamlNode.Kind.NULL) {
      return scalar.text();
    }
    throw wrong(node.place(), "a single value must stand here");
  }

  private Optional<YamlNode> node(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Entry::value)
        .findFirst();
  }
}
