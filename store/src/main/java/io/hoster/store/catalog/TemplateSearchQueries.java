package io.hoster.store.catalog;

import io.hoster.store.Columns;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Searches the marketplace: what is published for all, and the asking tenant's own. Null, who has
 * not signed in, finds what is for all. Needs an open transaction.
 */
@Repository
public class TemplateSearchQueries {

  private static final int MOST_WORDS = 20;

  /** A tenant meets its own as they stand, those of others as staff agreed to them. */
  private static final String FOUND =
      """
        from template t
        join template_version v on v.id = case when t.tenant_id is null or t.tenant_id = :tenant
             then t.current_version_id else t.public_version_id end
        left join live_deployments() l on l.template_id = t.id
       where t.deleted_at is null
         and (v.status = 'published' or (t.tenant_id = :tenant and v.status <> 'withdrawn'))
         and concat_ws(' ', v.name, t.slug, v.category, v.summary, t.creator) ilike all (:words)
      """;

  private static final String ROW =
      """
      select t.id, v.id as version_id, coalesce(t.tenant_id = :tenant, false) as own, t.creator, t.slug, v.name,
             v.version, v.kind, v.category, v.summary, v.description, v.icon, v.status, v.price_minor,
             v.currency, v.services, coalesce(l.live, 0) as live
      """;

  private static final String NARROWED =
      """
         and (:kind = '' or v.kind = :kind)
         and (:category = '' or lower(v.category) = lower(:category))
         and (:price = '' or (v.price_minor > 0) = (:price = 'paid'))
      """;

  private final JdbcClient jdbc;

  public TemplateSearchQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether something costs. */
  public enum Price {
    FREE,
    PAID
  }

  /** The order of a list. */
  public enum Sort {
    NAME,
    USE
  }

  /**
   * What a list is narrowed to.
   *
   * @param text each of its words is found in name, slug, category, summary or creator, without
   *     regard to case; empty: all
   * @param kind null: all
   * @param category null: all
   * @param price null: any
   */
  public record Filter(
      String text, @Nullable Kind kind, @Nullable String category, @Nullable Price price) {

    public static final Filter ALL = new Filter("", null, null, null);

    private String[] words() {
      return Arrays.stream(text.strip().split("\\s+"))
          .limit(MOST_WORDS)
          .map(Columns::contains)
          .toArray(String[]::new);
    }
  }

  /** Where the next page starts: after this template. */
  public record After(int live, String name, String id) {

    public static final After NOTHING = new After(Integer.MAX_VALUE, "", "");

    public static After of(TemplateRow row) {
      return new After(row.live(), row.name(), row.id());
    }
  }

  /** Templates in the order of {@code sort}, at most {@code limit}. */
  public List<TemplateRow> search(
      @Nullable TenantId tenant, Filter filter, Sort sort, After after, int limit) {
    Kind kind = filter.kind();
    String category = filter.category();
    Price price = filter.price();
    return jdbc.sql(ROW + FOUND + NARROWED + order(sort) + " limit :limit")
        .param("tenant", TemplateQueries.value(tenant))
        .param("words", filter.words())
        .param("kind", kind == null ? "" : TemplateQueries.word(kind))
        .param("category", category == null ? "" : category)
        .param("price", price == null ? "" : price == Price.PAID ? "paid" : "free")
        .param("live", after.live())
        .param("name", after.name())
        .param("id", after.id())
        .param("limit", limit)
        .query((row, n) -> templateRow(row))
        .list();
  }

  /** A tenant's own templates by name, as they stand, withdrawn ones too. */
  public List<TemplateRow> own(TenantId tenant, int limit) {
    return jdbc.sql(
            ROW
                + """
                  from template t
                  join template_version v on v.id = t.current_version_id
                  left join live_deployments() l on l.template_id = t.id
                 where t.tenant_id = :tenant and t.deleted_at is null
                 order by lower(v.name) collate "C", t.id
                 limit :limit
                """)
        .param("tenant", tenant.value())
        .param("limit", limit)
        .query((row, n) -> templateRow(row))
        .list();
  }

  private static String order(Sort sort) {
    return switch (sort) {
      case NAME ->
          """
             and (lower(v.name) collate "C", t.id) > (lower(:name) collate "C", :id) and :live >= 0
           order by lower(v.name) collate "C", t.id
          """;
      case USE ->
          """
             and (-coalesce(l.live, 0), lower(v.name) collate "C", t.id) > (-:live, lower(:name) collate "C", :id)
           order by -coalesce(l.live, 0), lower(v.name) collate "C", t.id
          """;
    };
  }

  /** What matches {@code text} in all kinds, categories and prices, counted. */
  public List<FacetRow> facets(@Nullable TenantId tenant, String text) {
    return jdbc.sql(
            "select v.kind, min(v.category) as category, v.price_minor > 0 as paid, count(*) as count"
                + FOUND
                + " group by v.kind, lower(v.category), v.price_minor > 0")
        .param("tenant", TemplateQueries.value(tenant))
        .param("words", new Filter(text, null, null, null).words())
        .query((row, n) ->
            new FacetRow(
                TemplateQueries.kind(row),
                row.getString("category"),
                row.getBoolean("paid"),
                row.getInt("count")))
        .list();
  }

  private static TemplateRow templateRow(ResultSet row) throws SQLException {
    return new TemplateRow(
        row.getString("id"),
        new TemplateVersionId(row.getString("version_id")),
        row.getBoolean("own"),
        row.getString("creator"),
        row.getString("slug"),
        row.getString("name"),
        row.getString("version"),
        TemplateQueries.kind(row),
        row.getString("category"),
        row.getString("summary"),
        row.getString("description"),
        row.getString("icon"),
        row.getString("status"),
        row.getLong("price_minor"),
        row.getString("currency"),
        DefinitionJson.readServices(row.getString("services")),
        row.getInt("live"));
  }
}
