package io.hoster.workflows.catalog.compose;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.hoster.workflows.catalog.compose.Finding.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Checks that every value has the shape which the compose specification gives its key. */
final class ComposeSchema {

  private static final Schema SCHEMA = load();

  private ComposeSchema() {}

  static void check(At file, Findings findings) {
    for (Error error : SCHEMA.validate(SchemaTree.of(file.node()))) {
      if (findings.isFull()) {
        return;
      }
      At at = locate(file, error.getInstanceLocation());
      findings.addLast(at, Code.SCHEMA, SchemaSentences.of(error));
    }
  }

  private static At locate(At file, NodePath path) {
    At at = file;
    for (int i = 0; i < path.getNameCount(); i++) {
      at = below(at, path.getElement(i)).orElse(at);
    }
    return at;
  }

  private static Optional<At> below(At at, Object element) {
    if (element instanceof Integer index && at.isList()) {
      return at.item(index);
    }
    return at.child(String.valueOf(element));
  }

  private static Schema load() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ROOT).build();
    try (InputStream schema = ComposeSchema.class.getResourceAsStream("compose-schema.json")) {
      if (schema == null) {
        throw new IllegalStateException("compose-schema.json is not in this artefact");
      }
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
          .getSchema(schema);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
