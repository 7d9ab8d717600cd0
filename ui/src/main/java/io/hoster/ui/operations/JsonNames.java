package io.hoster.ui.operations;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Writes properties in snake_case and labels in lower case: the description is made from Java's
 * names by a mapper of its own, the API's mapper writes them so.
 */
final class JsonNames implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
      return;
    }
    api.getComponents().getSchemas().values().forEach(JsonNames::rename);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own raw types
  private static void rename(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      Map<String, Schema> renamed = new LinkedHashMap<>();
      properties.forEach((name, property) -> renamed.put(snakeCase(name), property));
      schema.setProperties(renamed);
      renamed.values().forEach(JsonNames::rename);
    }
    List<String> required = schema.getRequired();
    if (required != null) {
      schema.setRequired(required.stream().map(JsonNames::snakeCase).toList());
    }
    List<Object> labels = schema.getEnum();
    if (labels != null) {
      schema.setEnum(labels.stream().map(JsonNames::label).toList());
    }
    if (schema.getItems() != null) {
      rename(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema values) {
      rename(values);
    }
  }

  private static Object label(Object label) {
    return label instanceof String text ? text.toLowerCase(Locale.ROOT) : label;
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
