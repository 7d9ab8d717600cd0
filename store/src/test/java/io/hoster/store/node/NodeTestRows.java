package io.hoster.store.node;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;

/** Rows that a watch of a node reads, as services and steps would have left them. */
public final class NodeTestRows {

  private final TestDatabase database;

  public NodeTestRows(TestDatabase database) {
    this.database = database;
  }

  /** A deployment on {@code node}, with a row for each service. */
  public DeploymentId deployment(
      TenantId tenant, NodeId node, String status, List<String> services) {
    String id = Ids.fresh("dep");
    String template = Ids.fresh("tpl");
    String name = "app-" + id.substring(id.length() - 8);
    database
        .worker()
        .system(() -> {
          update("insert into template (id, slug) values (?, ?)", template, name);
          update(
              """
              insert into deployment (id, tenant_id, name, kind, template_id, host, status, node_id)
              values (?, ?, ?, 'app', ?, ?, ?, ?)
              """,
              id,
              tenant.value(),
              name,
              template,
              name + ".example",
              status,
              node.value());
          for (String service : services) {
            update(
                """
                insert into deployment_service (tenant_id, deployment_id, name, image, state, health)
                values (?, ?, ?, 'x:1', 'waiting', 'unknown')
                """,
                tenant.value(),
                id,
                service);
          }
        });
    return new DeploymentId(id);
  }

  public String health(DeploymentId deployment) {
    return text("select health from deployment where id = ?", deployment.value());
  }

  /** The state and health of a service, such as {@code running healthy}. */
  public String service(DeploymentId deployment, String service) {
    return text(
        "select state || ' ' || health from deployment_service where deployment_id = ? and name = ?",
        deployment.value(),
        service);
  }

  public String text(String sql, Object... params) {
    return database
        .worker()
        .system(() -> database.jdbc().sql(sql).params(params).query(String.class).single());
  }

  public long count(String sql, Object... params) {
    return database
        .worker()
        .system(() -> database.jdbc().sql(sql).params(params).query(Long.class).single());
  }

  public void update(String sql, Object... params) {
    database.worker().system(() -> database.jdbc().sql(sql).params(params).update());
  }
}
