package io.hoster.store.catalog;

import io.hoster.store.Columns;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the marketplace. A tenant sees what is published and its own; null, who has not signed in,
 * sees what is published by the platform. Needs an open transaction.
 */
@Repository
public class TemplateQueries {

  private static final String NOBODY = "";

  private final JdbcClient jdbc;

  public TemplateQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a list is narrowed to.
   *
   * @param text found in name, slug, category or summary, without regard to case; empty: all
   * @param kind null: all
   * @param category null: all
   */
  public record Filter(String text, @Nullable Kind kind, @Nullable String category) {

    public static final Filter ALL = new Filter("", null, null);
  }

  /** Where the next page starts: after this template in the order of names. */
  public record After(String name, String id) {

    public static final After NOTHING = new After("", "");

    public static After of(TemplateRow row) {
      return new After(row.name(), row.id());
    }
  }

  /** Templates by name. */
  public List<TemplateRow> search(
      @Nullable TenantId tenant, Filter filter, After after, int limit) {
    Kind kind = filter.kind();
    String category = filter.category();
    return jdbc.sql(
            """
            select t.id, v.id as version_id, t.tenant_id is not null as own, t.slug, v.name, v.version, v.kind,
                   v.category, v.summary, v.description, v.icon, v.status, v.price_minor, v.currency, v.services
              from template t join template_version v on v.id = t.current_version_id
             where (t.tenant_id = :tenant or (t.tenant_id is null and v.status = 'published'))
               and v.status <> 'withdrawn'
               and (:kind = '' or v.kind = :kind)
               and (:category = '' or lower(v.category) = lower(:category))
               and (v.name ilike :text or t.slug ilike :text or v.category ilike :text or v.summary ilike :text)
               and (lower(v.name) collate "C", t.id) > (lower(:name) collate "C", :id)
             order by lower(v.name) collate "C", t.id
             limit :limit
            """)
        .param("tenant", value(tenant))
        .param("kind", kind == null ? "" : word(kind))
        .param("category", category == null ? "" : category)
        .param("text", Columns.contains(filter.text()))
        .param("name", after.name())
        .param("id", after.id())
        .param("limit", limit)
        .query((row, n) -> templateRow(row))
        .list();
  }

  /** The current version of the template that is called {@code slug}. */
  public Optional<TemplateVersionRow> bySlug(@Nullable TenantId tenant, String slug) {
    return jdbc.sql(VERSION + " where t.slug = :slug and v.id = t.current_version_id" + VISIBLE)
        .param("tenant", value(tenant))
        .param("slug", slug)
        .query((row, n) -> versionRow(row))
        .optional();
  }

  /** A named version of the template that is called {@code slug}, such as {@code 2.1.0}. */
  public Optional<TemplateVersionRow> bySlugAndVersion(
      @Nullable TenantId tenant, String slug, String version) {
    return jdbc.sql(VERSION + " where t.slug = :slug and v.version = :version" + VISIBLE)
        .param("tenant", value(tenant))
        .param("slug", slug)
        .param("version", version)
        .query((row, n) -> versionRow(row))
        .optional();
  }

  /** A version by its id, whatever its status: what runs stays readable. */
  public Optional<TemplateVersionRow> byVersion(
      @Nullable TenantId tenant, TemplateVersionId version) {
    return jdbc.sql(
            VERSION + " where v.id = :id and (t.tenant_id is null or t.tenant_id = :tenant)")
        .param("tenant", value(tenant))
        .param("id", version.value())
        .query((row, n) -> versionRow(row))
        .optional();
  }

  /** The published versions' names of a template, newest first. */
  public List<String> versions(@Nullable TenantId tenant, String slug) {
    return jdbc.sql(
            """
            select v.version
              from template t join template_version v on v.template_id = t.id
             where t.slug = :slug and (t.tenant_id is null or t.tenant_id = :tenant)
               and v.status in ('published', 'deprecated')
             order by v.published_at desc, v.id desc
            """)
        .param("tenant", value(tenant))
        .param("slug", slug)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * How many deployments there are of each template, of all tenants; templates without one are
   * absent. Needs the platform's own transaction.
   */
  public Map<String, Integer> liveDeployments() {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql(
            "select template_id, count(*) from deployment where deleted_at is null group by template_id")
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  private static final String VERSION =
      """
      select t.id as template_id, t.tenant_id is not null as own, t.slug, v.id, v.version, v.name, v.kind, v.category,
             v.summary, v.description, v.compose, v.definition, v.services, v.icon, v.price_minor, v.currency,
             v.status, v.checksum, v.created_at, v.published_at
        from template t join template_version v on v.template_id = t.id
      """;

  private static final String VISIBLE =
      """
       and (t.tenant_id = :tenant or (t.tenant_id is null and v.status in ('published', 'deprecated')))
      """;

  private static TemplateRow templateRow(ResultSet row) throws SQLException {
    return new TemplateRow(
        row.getString("id"),
        new TemplateVersionId(row.getString("version_id")),
        row.getBoolean("own"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("version"),
        kind(row),
        row.getString("category"),
        row.getString("summary"),
        row.getString("description"),
        row.getString("icon"),
        row.getString("status"),
        row.getLong("price_minor"),
        row.getString("currency"),
        DefinitionJson.readServices(row.getString("services")));
  }

  private static TemplateVersionRow versionRow(ResultSet row) throws SQLException {
    return new TemplateVersionRow(
        row.getString("template_id"),
        new TemplateVersionId(row.getString("id")),
        row.getBoolean("own"),
        definition(row),
        DefinitionJson.readServices(row.getString("services")),
        row.getString("status"),
        row.getString("checksum"),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "published_at"));
  }

  private static TemplateDefinition definition(ResultSet row) throws SQLException {
    DefinitionJson.Stored stored = DefinitionJson.read(row.getString("definition"));
    return new TemplateDefinition(
        row.getString("slug"),
        row.getString("name"),
        row.getString("version"),
        kind(row),
        row.getString("category"),
        row.getString("summary"),
        row.getString("description"),
        row.getString("compose"),
        stored.variables(),
        stored.entry(),
        stored.credentials(),
        row.getString("icon"),
        row.getLong("price_minor"),
        row.getString("currency"));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String value(@Nullable TenantId tenant) {
    return tenant == null ? NOBODY : tenant.value();
  }
}
