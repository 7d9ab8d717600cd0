package io.hoster.workflows.catalog.compose;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a schema's error says to a person. */
final class SchemaSentences {

  private SchemaSentences() {}

  static String of(Error error) {
    JsonNode expected = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> "This must be " + shapes(expected) + ". Change it.";
      case "required" -> "The key \"" + error.getProperty() + "\" is missing here. Add it.";
      default -> "This has the wrong form: " + error.getMessage() + ". Change it.";
    };
  }

  private static String shapes(JsonNode types) {
    List<String> shapes = new ArrayList<>();
    if (types.isString()) {
      shapes.add(shape(types.asString()));
    }
    for (JsonNode type : types) {
      if (!type.asString().equals("null")) {
        shapes.add(shape(type.asString()));
      }
    }
    return String.join(" or ", shapes);
  }

  private static String shape(String type) {
    return switch (type) {
      case "object" -> "keys with values";
      case "array" -> "a list";
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a number";
    };
  }
}
