package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.yaml.YamlNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file as the schema's validator takes it. It asks for the kinds of values only, so that a
 * number stands in for every number: the model reads them from their text.
 */
final class SchemaTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaTree() {}

  static JsonNode of(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping mapping -> {
        ObjectNode object = NODES.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
        yield object;
      }
      case YamlNode.Sequence sequence -> {
        ArrayNode array = NODES.arrayNode();
        sequence.items().forEach(item -> array.add(of(item)));
        yield array;
      }
      case YamlNode.Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> NODES.stringNode(scalar.text());
            case INTEGER -> NODES.numberNode(1);
            case DECIMAL -> NODES.numberNode(1.5);
            case BOOLEAN -> NODES.booleanNode(true);
            case NULL -> NODES.nullNode();
          };
    };
  }
}
