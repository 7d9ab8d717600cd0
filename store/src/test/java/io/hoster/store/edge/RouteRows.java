package io.hoster.store.edge;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;

/** The rows that a route stands on. */
public final class RouteRows {

  private final TestDatabase database;

  public RouteRows(TestDatabase database) {
    this.database = database;
  }

  /** A deployment of {@code tenant} with a template of its own. */
  public DeploymentId deployment(TenantId tenant, String name) {
    DeploymentId id = new DeploymentId(Ids.fresh("dep"));
    String template = Ids.fresh("tpl");
    database
        .worker()
        .system(() -> {
          database
              .jdbc()
              .sql("insert into template (id, slug) values (?, ?)")
              .params(template, name + "-template")
              .update();
          database
              .jdbc()
              .sql(
                  """
                  insert into deployment (id, tenant_id, name, kind, template_id, host, status)
                  values (?, ?, ?, 'web', ?, ?, 'running')
                  """)
              .params(id.value(), tenant.value(), name, template, name + ".apps.localhost")
              .update();
        });
    return id;
  }
}
