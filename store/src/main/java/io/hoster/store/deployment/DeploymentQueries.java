package io.hoster.store.deployment;

import io.hoster.store.Columns;
import io.hoster.store.operation.OperationQueries;
import io.hoster.store.operation.OperationRow;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads deployments; those that are gone are not there. Needs an open transaction. */
@Repository
public class DeploymentQueries {

  private final JdbcClient jdbc;
  private final OperationQueries operations;
  private final DeploymentParts parts;

  public DeploymentQueries(JdbcClient jdbc, OperationQueries operations) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.parts = new DeploymentParts(jdbc);
  }

  /**
   * What a list is narrowed to.
   *
   * @param statuses empty: all
   * @param text found in name, host or template, without regard to case; empty: all
   * @param kind empty: all
   */
  public record Filter(Set<String> statuses, String text, String kind) {

    public static final Filter ALL = new Filter(Set.of(), "", "");

    public Filter {
      statuses = Set.copyOf(statuses);
    }
  }

  /** Where the next page starts: after this deployment, newest first. */
  public record After(Instant createdAt, String id) {

    public static final After NOTHING = new After(Instant.parse("9999-01-01T00:00:00Z"), "");

    public static After of(DeploymentRow row) {
      return new After(row.createdAt(), row.id().value());
    }
  }

  /** The tenant's deployments, newest first. */
  public List<DeploymentRow> list(TenantId tenant, Filter filter, After after, int limit) {
    Collection<String> statuses = filter.statuses().isEmpty() ? List.of("") : filter.statuses();
    return complete(
        tenant,
        jdbc.sql(
                DeploymentParts.HEAD
                    + """
                     where d.tenant_id = :tenant and d.deleted_at is null
                       and (:every or d.status in (:statuses))
                       and (:kind = '' or d.kind = :kind)
                       and (d.name ilike :text or d.host ilike :text or t.slug ilike :text or v.name ilike :text)
                       and (d.created_at < :at or (d.created_at = :at and d.id > :id))
                     order by d.created_at desc, d.id
                     limit :limit
                    """)
            .param("tenant", tenant.value())
            .param("every", filter.statuses().isEmpty())
            .param("statuses", statuses)
            .param("kind", filter.kind())
            .param("text", Columns.contains(filter.text()))
            .param("at", Columns.parameter(after.createdAt()))
            .param("id", after.id())
            .param("limit", limit)
            .query((row, n) -> DeploymentParts.head(row))
            .list());
  }

  /** One deployment, when it is the tenant's. */
  public Optional<DeploymentRow> find(TenantId tenant, DeploymentId deployment) {
    return complete(
            tenant,
            jdbc.sql(
                    DeploymentParts.HEAD
                        + " where d.tenant_id = :tenant and d.id = :id and d.deleted_at is null")
                .param("tenant", tenant.value())
                .param("id", deployment.value())
                .query((row, n) -> DeploymentParts.head(row))
                .list())
        .stream()
        .findFirst();
  }

  /** Whether the deployment is the tenant's and not gone. */
  public boolean exists(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            "select exists (select from deployment where tenant_id = :tenant and id = :id and deleted_at is null)")
        .param("tenant", tenant.value())
        .param("id", deployment.value())
        .query(Boolean.class)
        .single();
  }

  /** How many the tenant has, by status; a status without one is absent. */
  public Map<String, Integer> countByStatus(TenantId tenant) {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql(
            """
            select status, count(*) from deployment
             where tenant_id = :tenant and deleted_at is null group by status
            """)
        .param("tenant", tenant.value())
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  /** How many all tenants have, by status. Needs the platform's own transaction. */
  public Map<String, Integer> countAllByStatus() {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql("select status, count(*) from deployment where deleted_at is null group by status")
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  /** Where the next page of events starts: after this one, newest first. */
  public record AfterEvent(Instant at, String id) {

    public static final AfterEvent NOTHING =
        new AfterEvent(Instant.parse("9999-01-01T00:00:00Z"), "");

    public static AfterEvent of(EventRow row) {
      return new AfterEvent(row.at(), row.id());
    }
  }

  /** What happened to the deployment, newest first. */
  public List<EventRow> events(
      TenantId tenant, DeploymentId deployment, AfterEvent after, int limit) {
    return parts.events(tenant, deployment, after, limit);
  }

  /** What the customer is shown once it runs, in the template's order. */
  public List<CredentialRow> credentials(TenantId tenant, DeploymentId deployment) {
    return parts.credentials(tenant, deployment);
  }

  /** What the deployment is to be: its wished revision. */
  public Optional<RevisionRow> revision(TenantId tenant, DeploymentId deployment) {
    return parts.revision(tenant, deployment);
  }

  private List<DeploymentRow> complete(TenantId tenant, List<DeploymentRow> heads) {
    List<String> ids = heads.stream().map(head -> head.id().value()).toList();
    if (ids.isEmpty()) {
      return heads;
    }
    Map<String, List<ServiceRow>> services = parts.services(tenant, ids);
    Map<String, List<PortRow>> ports = parts.ports(tenant, ids);
    Map<String, OperationRow> latest = operations.latest(tenant, ids);
    return heads.stream()
        .map(head -> {
          String id = head.id().value();
          return DeploymentParts.with(
              head,
              services.getOrDefault(id, List.of()),
              ports.getOrDefault(id, List.of()),
              latest.get(id));
        })
        .toList();
  }
}
