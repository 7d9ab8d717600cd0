package io.hoster.store.catalog;

import io.hoster.store.Columns;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What staff agree to, for all to see. Needs the platform's own transaction. */
@Repository
public class ReviewStore {

  private static final String WAITING =
      """
      select t.id, t.tenant_id, t.slug, t.creator, v.id as version_id, v.version, v.name, v.submitted_at
        from template t join template_version v on v.template_id = t.id
       where t.tenant_id is not null and t.deleted_at is null and v.status = 'in_review'
      """;

  private final JdbcClient jdbc;

  public ReviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A version that waits for the staff. */
  public record Waiting(
      String template,
      TenantId tenant,
      String slug,
      String creator,
      TemplateVersionId version,
      String versionName,
      String name,
      Instant submittedAt) {}

  /** What waits, longest first. */
  public List<Waiting> waiting(int limit) {
    return jdbc.sql(WAITING + " order by v.submitted_at, v.id limit ?")
        .param(limit)
        .query((row, n) -> row(row))
        .list();
  }

  /**
   * The version of a template that waits, locked; empty: none does, or there is no such template.
   */
  public Optional<Waiting> lock(String slug) {
    return jdbc.sql(WAITING + " and t.slug = ? for update")
        .param(slug)
        .query((row, n) -> row(row))
        .optional();
  }

  /** Whether a tenant has a template of this name. */
  public boolean exists(String slug) {
    return jdbc.sql(
            "select exists (select from template where slug = ? and tenant_id is not null and deleted_at is null)")
        .param(slug)
        .query(Boolean.class)
        .single();
  }

  private static Waiting row(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("id"),
        new TenantId(row.getString("tenant_id")),
        row.getString("slug"),
        row.getString("creator"),
        new TemplateVersionId(row.getString("version_id")),
        row.getString("version"),
        row.getString("name"),
        Columns.instant(row, "submitted_at"));
  }

  /** Publishes it for all. */
  public void approve(Waiting waiting) {
    jdbc.sql(
            """
            update template_version set status = 'published', approved_at = now(),
              published_at = coalesce(published_at, now())
            where id = ?
            """)
        .param(waiting.version().value())
        .update();
    jdbc.sql("update template set approved_at = coalesce(approved_at, now()) where id = ?")
        .param(waiting.template())
        .update();
    point(waiting);
  }

  /**
   * Gives it back to its author: what the own tenant had before it keeps, a draft is one again.
   *
   * @param reason for the author
   */
  public void reject(Waiting waiting, String reason) {
    jdbc.sql(
            """
            update template_version set visibility = 'private', submitted_at = null, review_note = ?,
              status = case when published_at is null then 'draft' else 'published' end
            where id = ?
            """)
        .params(reason, waiting.version().value())
        .update();
    point(waiting);
  }

  private void point(Waiting waiting) {
    jdbc.sql(CreatorStore.POINT).param("template", waiting.template()).update();
  }
}
