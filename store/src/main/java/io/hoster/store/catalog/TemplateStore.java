package io.hoster.store.catalog;

import io.hoster.store.Ids;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the platform's own templates. Needs the platform's own transaction. */
@Repository
public class TemplateStore {

  private final JdbcClient jdbc;

  public TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of a version that was to be published. */
  public sealed interface Published {

    /** It is new, and the template's current version from now on. */
    record Added(TemplateVersionId id) implements Published {}

    /** It was published before, with the same content. */
    record Known(TemplateVersionId id) implements Published {}

    /** A version of that name has other content; it stays as it was published. */
    record Differs(TemplateVersionId id, String checksum) implements Published {}

    /** The slug belongs to a tenant's template. */
    record SlugTaken(String owner) implements Published {}
  }

  /**
   * Publishes {@code definition} unless its slug and version are published already. Safe when
   * several processes do it at once: one adds, the others find it known.
   *
   * @param services as the compose file names them
   * @param checksum of all the template's files
   */
  public Published publish(
      TemplateDefinition definition, List<ServiceImage> services, String checksum) {
    jdbc.sql("insert into template (id, slug) values (:id, :slug) on conflict (slug) do nothing")
        .param("id", Ids.fresh("tpl"))
        .param("slug", definition.slug())
        .update();
    Template template = lock(definition.slug());
    if (!template.owner().isEmpty()) {
      return new Published.SlugTaken(template.owner());
    }
    return find(template.id(), definition.version())
        .map(known -> compare(known, checksum))
        .orElseGet(() -> add(template.id(), definition, services, checksum));
  }

  private record Template(String id, String owner) {}

  private record Version(TemplateVersionId id, String checksum) {}

  private Template lock(String slug) {
    return jdbc.sql(
            "select id, coalesce(tenant_id, '') as owner from template where slug = :slug for update")
        .param("slug", slug)
        .query((row, n) -> new Template(row.getString("id"), row.getString("owner")))
        .single();
  }

  private Optional<Version> find(String template, String version) {
    return jdbc.sql(
            "select id, checksum from template_version where template_id = :template and version = :version")
        .param("template", template)
        .param("version", version)
        .query((row, n) -> version(row))
        .optional();
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(new TemplateVersionId(row.getString("id")), row.getString("checksum"));
  }

  private static Published compare(Version known, String checksum) {
    return known.checksum().equals(checksum)
        ? new Published.Known(known.id())
        : new Published.Differs(known.id(), known.checksum());
  }

  private Published add(
      String template,
      TemplateDefinition definition,
      List<ServiceImage> services,
      String checksum) {
    String id = Ids.fresh("tpv");
    jdbc.sql(
            """
            insert into template_version (id, template_id, version, name, kind, category, summary, description, compose,
              definition, services, icon, price_minor, currency, status, visibility, checksum, published_at)
            values (:id, :template, :version, :name, :kind, :category, :summary, :description, :compose,
              :definition::jsonb, :services::jsonb, :icon, :price, :currency, 'published', 'public', :checksum, now())
            """)
        .param("id", id)
        .param("template", template)
        .param("version", definition.version())
        .param("name", definition.name())
        .param("kind", TemplateQueries.word(definition.kind()))
        .param("category", definition.category())
        .param("summary", definition.summary())
        .param("description", definition.description())
        .param("compose", definition.compose())
        .param("definition", DefinitionJson.write(definition))
        .param("services", DefinitionJson.writeServices(services))
        .param("icon", definition.icon())
        .param("price", definition.priceMinor())
        .param("currency", definition.currency())
        .param("checksum", checksum)
        .update();
    jdbc.sql("update template set current_version_id = :version where id = :template")
        .param("version", id)
        .param("template", template)
        .update();
    return new Published.Added(new TemplateVersionId(id));
  }
}
