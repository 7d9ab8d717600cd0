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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads templates. A tenant sees what is published for all and its own; null, who has not signed
 * in, sees what is published for all. Needs an open transaction.
 */
@Repository
public class TemplateQueries {

  private static final String NOBODY = "";

  private final JdbcClient jdbc;

  public TemplateQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The version of the template called {@code slug} that is current for {@code tenant}: of its own
   * the newest that it published, else its draft; of others' the newest that is for all.
   */
  public Optional<TemplateVersionRow> bySlug(@Nullable TenantId tenant, String slug) {
    return jdbc.sql(
            VERSION
                + """
                 where t.slug = :slug
                   and v.id = case when t.tenant_id is null or t.tenant_id = :tenant
                           then t.current_version_id else t.public_version_id end
                """
                + VISIBLE)
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
            VERSION
                + """
                 where v.id = :id
                   and (t.tenant_id is null or t.tenant_id = :tenant or v.approved_at is not null)
                """)
        .param("tenant", value(tenant))
        .param("id", version.value())
        .query((row, n) -> versionRow(row))
        .optional();
  }

  /**
   * A template's versions, newest first: of its own all, of others' those that are published or
   * deprecated for all.
   */
  public List<ReleaseRow> releases(@Nullable TenantId tenant, String slug) {
    return jdbc.sql(
            """
            select v.id, v.version, v.status, v.visibility, v.changelog,
                   case when t.tenant_id = :tenant then v.review_note end as review_note,
                   v.created_at, v.submitted_at, v.published_at, v.approved_at
              from template t join template_version v on v.template_id = t.id
             where t.slug = :slug
            """
                + VISIBLE
                + " order by v.created_at desc, v.id desc")
        .param("tenant", value(tenant))
        .param("slug", slug)
        .query((row, n) -> release(row))
        .list();
  }

  static ReleaseRow release(ResultSet row) throws SQLException {
    return new ReleaseRow(
        new TemplateVersionId(row.getString("id")),
        row.getString("version"),
        row.getString("status"),
        row.getString("visibility"),
        row.getString("changelog"),
        row.getString("review_note"),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "submitted_at"),
        Columns.instantOrNull(row, "published_at"),
        Columns.instantOrNull(row, "approved_at"));
  }

  /** How many deployments there are of a template, of all tenants; trials are none. */
  public int live(String template) {
    return jdbc.sql("select coalesce(max(live), 0) from live_deployments() where template_id = ?")
        .param(template)
        .query(Integer.class)
        .single();
  }

  private static final String VERSION =
      """
      select t.id as template_id, coalesce(t.tenant_id = :tenant, false) as own, t.creator, t.slug, v.id, v.version,
             v.name, v.kind, v.category, v.summary, v.description, v.compose, v.definition, v.services, v.icon,
             v.price_minor, v.currency, v.changelog, v.status, v.visibility, v.checksum, v.created_at, v.published_at
        from template t join template_version v on v.template_id = t.id
      """;

  private static final String VISIBLE =
      """
       and t.deleted_at is null and not v.trial
       and (t.tenant_id = :tenant
            or (v.status in ('published', 'deprecated') and (t.tenant_id is null or v.approved_at is not null)))
      """;

  private static TemplateVersionRow versionRow(ResultSet row) throws SQLException {
    return new TemplateVersionRow(
        row.getString("template_id"),
        new TemplateVersionId(row.getString("id")),
        row.getBoolean("own"),
        row.getString("creator"),
        definition(row),
        DefinitionJson.readServices(row.getString("services")),
        row.getString("changelog"),
        row.getString("status"),
        row.getString("visibility"),
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

  static Kind kind(ResultSet row) throws SQLException {
    return Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String value(@Nullable TenantId tenant) {
    return tenant == null ? NOBODY : tenant.value();
  }
}
