package io.hoster.store.deployment;

import io.hoster.store.Columns;
import io.hoster.store.deployment.DeploymentQueries.AfterEvent;
import io.hoster.store.operation.OperationRow;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables around a deployment. */
final class DeploymentParts {

  static final String HEAD =
      """
      select d.id, d.name, d.kind, d.template_id, t.slug, v.name as template_name, v.version, v.icon,
             v.definition -> 'entry' ->> 'service' as entry_service,
             (v.definition -> 'entry' ->> 'port')::int as entry_port,
             d.host, d.status, d.status_reason, d.health, d.node_id, n.name as node_name, d.revision,
             d.applied_revision, d.created_at, d.updated_at, d.expires_at, newest.version as update
        from deployment d
        join template t on t.id = d.template_id
        join deployment_revision r on r.tenant_id = d.tenant_id and r.deployment_id = d.id
             and r.revision = case when d.applied_revision > 0 then d.applied_revision else d.revision end
        join template_version v on v.id = r.template_version_id
        left join template_version newest on newest.id <> v.id
             and newest.id = case when t.tenant_id is null or t.tenant_id = d.tenant_id
                             then t.current_version_id else t.public_version_id end
             and newest.status = 'published' and newest.published_at > v.published_at
        left join node n on n.id = d.node_id
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  DeploymentParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static DeploymentRow head(ResultSet row) throws SQLException {
    String service = row.getString("entry_service");
    String node = row.getString("node_id");
    return new DeploymentRow(
        new DeploymentId(row.getString("id")),
        row.getString("name"),
        row.getString("kind"),
        row.getString("template_id"),
        row.getString("slug"),
        row.getString("template_name"),
        row.getString("version"),
        row.getString("update"),
        row.getString("icon"),
        service == null ? null : new Entry(service, row.getInt("entry_port")),
        row.getString("host"),
        row.getString("status"),
        row.getString("status_reason"),
        row.getString("health"),
        node == null ? null : new NodeId(node),
        row.getString("node_name"),
        row.getInt("revision"),
        row.getInt("applied_revision"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.instantOrNull(row, "expires_at"),
        List.of(),
        List.of(),
        null);
  }

  static DeploymentRow with(
      DeploymentRow head,
      List<ServiceRow> services,
      List<PortRow> ports,
      @Nullable OperationRow operation) {
    return new DeploymentRow(
        head.id(),
        head.name(),
        head.kind(),
        head.templateId(),
        head.template(),
        head.templateName(),
        head.templateVersion(),
        head.update(),
        head.icon(),
        head.entry(),
        head.host(),
        head.status(),
        head.statusReason(),
        head.health(),
        head.node(),
        head.nodeName(),
        head.revision(),
        head.appliedRevision(),
        head.createdAt(),
        head.updatedAt(),
        head.expiresAt(),
        services,
        ports,
        operation);
  }

  Map<String, List<ServiceRow>> services(TenantId tenant, List<String> deployments) {
    Map<String, List<ServiceRow>> services = new HashMap<>();
    jdbc.sql(
            """
            select deployment_id, name, image, container_name, state, health, restarts, message, checked_at
              from deployment_service
             where tenant_id = :tenant and deployment_id = any(:deployments)
             order by deployment_id, name
            """)
        .param("tenant", tenant.value())
        .param("deployments", deployments.toArray(String[]::new))
        .query(row -> {
          services
              .computeIfAbsent(row.getString("deployment_id"), id -> new ArrayList<>())
              .add(service(row));
        });
    return services;
  }

  private static ServiceRow service(ResultSet row) throws SQLException {
    return new ServiceRow(
        row.getString("name"),
        row.getString("image"),
        row.getString("container_name"),
        row.getString("state"),
        row.getString("health"),
        row.getInt("restarts"),
        row.getString("message"),
        Columns.instant(row, "checked_at"));
  }

  Map<String, List<PortRow>> ports(TenantId tenant, List<String> deployments) {
    Map<String, List<PortRow>> ports = new HashMap<>();
    jdbc.sql(
            """
            select p.deployment_id, p.service, p.container_port, p.port
              from port_lease p join deployment d on d.id = p.deployment_id and d.side = p.side
             where p.tenant_id = :tenant and p.deployment_id = any(:deployments) and p.state = 'leased'
             order by p.deployment_id, p.service, p.container_port
            """)
        .param("tenant", tenant.value())
        .param("deployments", deployments.toArray(String[]::new))
        .query(row -> {
          ports
              .computeIfAbsent(row.getString("deployment_id"), id -> new ArrayList<>())
              .add(
                  new PortRow(
                      row.getString("service"), row.getInt("container_port"), row.getInt("port")));
        });
    return ports;
  }

  List<EventRow> events(TenantId tenant, DeploymentId deployment, AfterEvent after, int limit) {
    return jdbc.sql(
            """
            select id, at, type, message, actor, operation_id
              from event
             where tenant_id = :tenant and deployment_id = :deployment
               and (at < :at or (at = :at and id > :id))
             order by at desc, id
             limit :limit
            """)
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .param("at", Columns.parameter(after.at()))
        .param("id", after.id())
        .param("limit", limit)
        .query((row, n) ->
            new EventRow(
                row.getString("id"),
                Columns.instant(row, "at"),
                row.getString("type"),
                row.getString("message"),
                row.getString("actor"),
                row.getString("operation_id")))
        .list();
  }

  List<CredentialRow> credentials(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            """
            select name, service, value, secret_id
              from credential
             where tenant_id = :tenant and deployment_id = :deployment
             order by position
            """)
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .query((row, n) ->
            new CredentialRow(
                row.getString("name"),
                row.getString("service"),
                row.getString("value"),
                row.getString("secret_id")))
        .list();
  }

  Optional<RevisionRow> revision(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            """
            select r.revision, v.version, r.variables, r.secret_variables, r.environment, r.created_by, r.created_at
              from deployment d
              join deployment_revision r on r.tenant_id = d.tenant_id and r.deployment_id = d.id
                   and r.revision = d.revision
              join template_version v on v.id = r.template_version_id
             where d.tenant_id = :tenant and d.id = :deployment and d.deleted_at is null
            """)
        .param("tenant", tenant.value())
        .param("deployment", deployment.value())
        .query((row, n) ->
            new RevisionRow(
                row.getInt("revision"),
                row.getString("version"),
                texts(row.getString("variables")),
                new TreeSet<>(texts(row.getString("secret_variables")).keySet()),
                texts(row.getString("environment")),
                row.getString("created_by"),
                Columns.instant(row, "created_at")))
        .optional();
  }

  private static SortedMap<String, String> texts(String json) {
    return JSON.readValue(json, TEXTS);
  }
}
