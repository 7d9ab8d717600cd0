package io.hoster.store.catalog;

import io.hoster.store.Ids;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes tenants' own templates. Needs the tenant's transaction. */
@Repository
public class CreatorStore {

  private final JdbcClient jdbc;

  public CreatorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a draft says.
   *
   * @param services as the compose file names them; empty: it does not compile
   * @param changelog what is new in it; may be empty
   */
  public record Content(
      TemplateDefinition definition, List<ServiceImage> services, String changelog) {

    public Content {
      services = List.copyOf(services);
    }
  }

  /** A template of the tenant, locked. */
  public record Owned(String id, String slug) {}

  /** How many templates the tenant has. */
  public int count(TenantId tenant) {
    return jdbc.sql("select count(*) from template where tenant_id = ? and deleted_at is null")
        .param(tenant.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Adds a template without a version.
   *
   * @param creator who makes it, for others to read
   * @return its id; empty: the slug is taken
   */
  public Optional<String> add(TenantId tenant, String slug, String creator) {
    String id = Ids.fresh("tpl");
    int rows =
        jdbc.sql(
                """
                insert into template (id, tenant_id, slug, creator) values (?, ?, ?, ?)
                on conflict (slug) do nothing
                """)
            .params(id, tenant.value(), slug, creator)
            .update();
    return rows == 1 ? Optional.of(id) : Optional.empty();
  }

  /**
   * The tenant's template called {@code slug}, locked until the transaction ends: nothing new is
   * deployed from it meanwhile. Empty: it has none of this name.
   */
  public Optional<Owned> lock(TenantId tenant, String slug) {
    return jdbc.sql(
            "select id, slug from template where tenant_id = ? and slug = ? and deleted_at is null for update")
        .params(tenant.value(), slug)
        .query((row, n) -> new Owned(row.getString("id"), row.getString("slug")))
        .optional();
  }

  /** The tenant's template called {@code slug}. */
  public Optional<Owned> find(TenantId tenant, String slug) {
    return jdbc.sql(
            "select id, slug from template where tenant_id = ? and slug = ? and deleted_at is null")
        .params(tenant.value(), slug)
        .query((row, n) -> new Owned(row.getString("id"), row.getString("slug")))
        .optional();
  }

  /** Says who made it, for others to read. */
  public void name(TenantId tenant, String template, String creator) {
    jdbc.sql("update template set creator = ? where tenant_id = ? and id = ?")
        .params(creator, tenant.value(), template)
        .update();
  }

  /** Its versions, newest first. */
  public List<ReleaseRow> releases(TenantId tenant, String template) {
    return jdbc.sql(
            """
            select id, version, status, visibility, changelog, review_note, created_at, submitted_at, published_at,
                   approved_at
              from template_version
             where tenant_id = ? and template_id = ? and not trial
             order by created_at desc, id desc
            """)
        .params(tenant.value(), template)
        .query((row, n) -> TemplateQueries.release(row))
        .list();
  }

  /** Adds a draft. */
  public TemplateVersionId addDraft(TenantId tenant, String template, Content content) {
    String id = Ids.fresh("tpv");
    content(
            """
            insert into template_version (id, template_id, tenant_id, version, name, kind, category, summary, description,
              compose, definition, services, icon, price_minor, currency, status, checksum, changelog)
            values (:id, :template, :tenant, :version, :name, :kind, :category, :summary, :description, :compose,
              :definition::jsonb, :services::jsonb, :icon, :price, :currency, 'draft',
              encode(sha256(convert_to(:compose || :definition, 'UTF8')), 'hex'), :changelog)
            """,
            content)
        .param("id", id)
        .param("template", template)
        .param("tenant", tenant.value())
        .update();
    point(tenant, template);
    return new TemplateVersionId(id);
  }

  /** Writes over a draft. */
  public void saveDraft(TenantId tenant, TemplateVersionId version, Content content) {
    int rows =
        content(
                """
                update template_version set version = :version, name = :name, kind = :kind, category = :category,
                  summary = :summary, description = :description, compose = :compose, definition = :definition::jsonb,
                  services = :services::jsonb, icon = :icon, price_minor = :price, currency = :currency,
                  checksum = encode(sha256(convert_to(:compose || :definition, 'UTF8')), 'hex'),
                  changelog = :changelog
                where tenant_id = :tenant and id = :id and status = 'draft'
                """,
                content)
            .param("id", version.value())
            .param("tenant", tenant.value())
            .update();
    require(rows, version);
  }

  private JdbcClient.StatementSpec content(String sql, Content content) {
    TemplateDefinition definition = content.definition();
    return jdbc.sql(sql)
        .param("version", definition.version())
        .param("name", definition.name())
        .param("kind", TemplateQueries.word(definition.kind()))
        .param("category", definition.category())
        .param("summary", definition.summary())
        .param("description", definition.description())
        .param("compose", definition.compose())
        .param("definition", DefinitionJson.write(definition))
        .param("services", DefinitionJson.writeServices(content.services()))
        .param("icon", definition.icon())
        .param("price", definition.priceMinor())
        .param("currency", definition.currency())
        .param("changelog", content.changelog());
  }

  private static void require(int rows, TemplateVersionId version) {
    if (rows != 1) {
      throw new IllegalStateException("version " + version + " is not in the state it was in");
    }
  }

  /** Publishes a draft for the own tenant. */
  public void publish(TenantId tenant, String template, TemplateVersionId version) {
    int rows =
        jdbc.sql(
                """
                update template_version set status = 'published', visibility = 'private', published_at = now(),
                  review_note = null
                where tenant_id = ? and id = ? and status = 'draft'
                """)
            .params(tenant.value(), version.value())
            .update();
    require(rows, version);
    point(tenant, template);
  }

  /** Asks staff to publish a version for all: a draft, or one that only the own tenant has. */
  public void submit(TenantId tenant, String template, TemplateVersionId version) {
    int rows =
        jdbc.sql(
                """
                update template_version set status = 'in_review', visibility = 'public', submitted_at = now(),
                  review_note = null
                where tenant_id = ? and id = ? and (status = 'draft' or (status = 'published' and approved_at is null))
                """)
            .params(tenant.value(), version.value())
            .update();
    require(rows, version);
    point(tenant, template);
  }

  /** Takes a version out of the review: it is again what it was before. */
  public void recall(TenantId tenant, String template, TemplateVersionId version) {
    int rows =
        jdbc.sql(
                """
                update template_version set visibility = 'private', submitted_at = null,
                  status = case when published_at is null then 'draft' else 'published' end
                where tenant_id = ? and id = ? and status = 'in_review'
                """)
            .params(tenant.value(), version.value())
            .update();
    require(rows, version);
    point(tenant, template);
  }

  /** Nothing new is made of the version; what runs goes on. */
  public void deprecate(TenantId tenant, String template, TemplateVersionId version) {
    int rows =
        jdbc.sql(
                """
                update template_version set status = 'deprecated'
                where tenant_id = ? and id = ? and status = 'published'
                """)
            .params(tenant.value(), version.value())
            .update();
    require(rows, version);
    point(tenant, template);
  }

  /** The version is shown to nobody. The caller knows that nobody uses it. */
  public void withdraw(TenantId tenant, String template, TemplateVersionId version) {
    int rows =
        jdbc.sql(
                """
                update template_version set status = 'withdrawn'
                where tenant_id = ? and id = ? and status in ('published', 'deprecated')
                """)
            .params(tenant.value(), version.value())
            .update();
    require(rows, version);
    point(tenant, template);
  }

  /** The template is gone for everybody. The caller knows that nobody uses it. */
  public void delete(TenantId tenant, String template) {
    jdbc.sql(
            "update template_version set status = 'withdrawn' where tenant_id = ? and template_id = ?")
        .params(tenant.value(), template)
        .update();
    jdbc.sql("update template set deleted_at = now() where tenant_id = ? and id = ?")
        .params(tenant.value(), template)
        .update();
    point(tenant, template);
  }

  /** A copy of a version that does not change any more, for a trial of it. */
  public TemplateVersionId copyForTrial(TenantId tenant, TemplateVersionId version) {
    String id = Ids.fresh("tpv");
    int rows =
        jdbc.sql(
                """
                insert into template_version (id, template_id, tenant_id, version, name, kind, category, summary,
                  description, compose, definition, services, icon, price_minor, currency, status, checksum, trial)
                select :copy, template_id, tenant_id, version || '-try-' || right(:copy, 8), name, kind, category, summary,
                  description, compose, definition, services, icon, price_minor, currency, 'withdrawn', checksum, true
                  from template_version where tenant_id = :tenant and id = :version
                """)
            .param("copy", id)
            .param("tenant", tenant.value())
            .param("version", version.value())
            .update();
    require(rows, version);
    return new TemplateVersionId(id);
  }

  /** Who has deployments of a template, all tenants. */
  public List<TemplateUserRow> users(String template) {
    return jdbc.sql(
            """
            select tenant_id, deployment_id, name, version_id, trial from template_users(?)
            order by name, deployment_id
            """)
        .param(template)
        .query((row, n) ->
            new TemplateUserRow(
                new TenantId(row.getString("tenant_id")),
                new DeploymentId(row.getString("deployment_id")),
                row.getString("name"),
                new TemplateVersionId(row.getString("version_id")),
                row.getBoolean("trial")))
        .list();
  }

  private void point(TenantId tenant, String template) {
    jdbc.sql(POINT + " and t.tenant_id = :tenant")
        .param("template", template)
        .param("tenant", tenant.value())
        .update();
  }

  /**
   * Says which version is current. For the own tenant: the newest that can be deployed, else one
   * that is deprecated, else the newest of all. For others: the same of those staff agreed to.
   */
  static final String POINT =
      """
      update template t set
        current_version_id = (
          select v.id from template_version v
           where v.template_id = t.id and not v.trial
           order by case when v.status = 'published' or (v.status = 'in_review' and v.published_at is not null) then 0
                         when v.status = 'deprecated' then 1 when v.status <> 'withdrawn' then 2 else 3 end,
                    v.created_at desc, v.id desc
           limit 1),
        public_version_id = (
          select v.id from template_version v
           where v.template_id = t.id and v.approved_at is not null and v.status in ('published', 'deprecated')
           order by v.status desc, v.created_at desc, v.id desc
           limit 1)
      where t.id = :template
      """;
}
