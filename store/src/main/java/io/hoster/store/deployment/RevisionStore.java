package io.hoster.store.deployment;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a deployment was asked to be, one row a change. Written by services, read by steps. */
@Repository
public class RevisionStore {

  private final JdbcClient jdbc;

  RevisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A revision; the JSON objects map names to texts, for secrets to ids of secrets. */
  public record Revision(
      int number,
      String templateVersionId,
      String variables,
      String secretVariables,
      String environment) {}

  public Optional<Revision> find(TenantId tenant, DeploymentId deployment, int number) {
    return jdbc.sql(
            """
            select revision, template_version_id, variables::text, secret_variables::text, environment::text
            from deployment_revision where tenant_id = ? and deployment_id = ? and revision = ?
            """)
        .params(tenant.value(), deployment.value(), number)
        .query((rs, n) ->
            new Revision(
                rs.getInt(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
        .optional();
  }

  /** The highest number given out; zero: none. */
  public int latest(TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            """
            select coalesce(max(revision), 0) from deployment_revision where tenant_id = ? and deployment_id = ?
            """)
        .params(tenant.value(), deployment.value())
        .query(Integer.class)
        .single();
  }

  public void add(
      TenantId tenant,
      DeploymentId deployment,
      int number,
      String templateVersionId,
      String variables,
      String secretVariables,
      String environment,
      @Nullable String createdBy) {
    jdbc.sql(
            """
            insert into deployment_revision (tenant_id, deployment_id, revision, template_version_id, variables,
              secret_variables, environment, created_by)
            values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?)
            """)
        .params(tenant.value(), deployment.value(), number, templateVersionId)
        .params(variables, secretVariables, environment)
        .param(createdBy)
        .update();
  }
}
