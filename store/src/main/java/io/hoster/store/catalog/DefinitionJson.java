package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a version that are kept as JSON. */
final class DefinitionJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<ServiceImage>> SERVICES = new TypeReference<>() {};

  private DefinitionJson() {}

  record Stored(
      List<Variable> variables, @Nullable Entry entry, List<CredentialSpec> credentials) {}

  static String write(TemplateDefinition definition) {
    return JSON.writeValueAsString(
        new Stored(definition.variables(), definition.entry(), definition.credentials()));
  }

  static Stored read(String json) {
    return JSON.readValue(json, Stored.class);
  }

  static String writeServices(List<ServiceImage> services) {
    return JSON.writeValueAsString(services);
  }

  static List<ServiceImage> readServices(String json) {
    return JSON.readValue(json, SERVICES);
  }
}
