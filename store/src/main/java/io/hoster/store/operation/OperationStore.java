package io.hoster.store.operation;

import io.hoster.store.Ids;
import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Operations: begun, waiting for a person, ended. Their steps are in {@link StepStore}. */
@Repository
@WorkerOnly
public class OperationStore {

  private final JdbcClient jdbc;

  OperationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An operation that has not ended.
   *
   * @param undoingTo null: it is not being undone
   */
  public record OpenOperation(
      OperationRef ref,
      boolean waitsForPerson,
      DeploymentStatus statusBefore,
      @Nullable String undoingTo) {}

  /** Begins an operation with all its steps waiting. */
  public OperationId begin(
      TenantId tenant,
      DeploymentId subject,
      OperationKind kind,
      CommandId command,
      long generation,
      DeploymentStatus before,
      String actorName) {
    OperationId id = new OperationId(Ids.fresh("opr"));
    jdbc.sql(
            """
            insert into operation (id, tenant_id, subject_kind, subject_id, kind, status, command_id, generation,
              status_before, actor_name)
            values (?, ?, 'deployment', ?, ?, 'running', ?, ?, ?, ?)
            """)
        .params(id.value(), tenant.value(), subject.value(), kind.name(), command.value())
        .params(generation, before.word(), actorName)
        .update();
    int position = 1;
    for (Step step : kind.steps()) {
      jdbc.sql(
              """
              insert into operation_step (operation_id, tenant_id, subject_id, position, name, status, attempt_limit)
              values (?, ?, ?, ?, ?, 'waiting', ?)
              """)
          .params(id.value(), tenant.value(), subject.value(), position++, step.name())
          .param(kind.attemptLimit(step))
          .update();
    }
    return id;
  }

  /** The one open operation of a deployment. */
  public Optional<OpenOperation> open(TenantId tenant, DeploymentId subject) {
    return jdbc.sql(
            """
            select id, kind, status, generation, status_before, undoing_to from operation
            where tenant_id = ? and subject_id = ? and status in ('running', 'waiting_for_person')
            """)
        .params(tenant.value(), subject.value())
        .query((rs, n) -> {
          OperationId id = new OperationId(rs.getString("id"));
          OperationKind kind = OperationKind.valueOf(rs.getString("kind"));
          OperationRef ref =
              new OperationRef(
                  id,
                  kind,
                  tenant,
                  subject,
                  rs.getLong("generation"),
                  openSteps(tenant, id),
                  kind.steps().size());
          return new OpenOperation(
              ref,
              rs.getString("status").equals("waiting_for_person"),
              DeploymentStatus.of(rs.getString("status_before")),
              rs.getString("undoing_to"));
        })
        .optional();
  }

  private List<Step> openSteps(TenantId tenant, OperationId id) {
    return jdbc.sql(
            """
            select name from operation_step
            where tenant_id = ? and operation_id = ? and status not in ('done', 'skipped')
            order by position
            """)
        .params(tenant.value(), id.value())
        .query((rs, n) -> Step.valueOf(rs.getString(1)))
        .list();
  }

  /**
   * The operation waits: a step failed. {@code failure} is JSON: step, code, message, technical.
   */
  public void waitForPerson(TenantId tenant, OperationId id, String failure) {
    jdbc.sql(
            """
            update operation set status = 'waiting_for_person',
              failure = cast(? as jsonb) || jsonb_build_object('since', now())
            where tenant_id = ? and id = ? and status = 'running'
            """)
        .params(failure, tenant.value(), id.value())
        .update();
  }

  /** It goes on, under a new generation. */
  public void goOn(TenantId tenant, OperationId id, long generation) {
    jdbc.sql(
            """
            update operation set status = 'running', failure = null, generation = ?
            where tenant_id = ? and id = ? and status = 'waiting_for_person'
            """)
        .params(generation, tenant.value(), id.value())
        .update();
  }

  /** From here on it is undone, and ends as {@code endsAs}. */
  public void undo(TenantId tenant, OperationId id, long generation, String endsAs) {
    jdbc.sql(
            """
            update operation set status = 'running', undoing_to = coalesce(undoing_to, ?), generation = ?,
              failure = null
            where tenant_id = ? and id = ? and status in ('running', 'waiting_for_person')
            """)
        .params(endsAs, generation, tenant.value(), id.value())
        .update();
  }

  /** It is undone because the platform says so, for {@code reason}, a sentence for the customer. */
  public void takeBack(TenantId tenant, OperationId id, long generation, String reason) {
    undo(tenant, id, generation, "rolled_back");
    jdbc.sql("update operation set taken_back = ? where tenant_id = ? and id = ?")
        .params(reason, tenant.value(), id.value())
        .update();
  }

  /** It ended; {@code status} is succeeded, rolled_back or cancelled. */
  public void end(TenantId tenant, OperationId id, String status) {
    jdbc.sql(
            """
            update operation set status = ?, finished_at = now(), failure = null
            where tenant_id = ? and id = ? and status in ('running', 'waiting_for_person')
            """)
        .params(status, tenant.value(), id.value())
        .update();
  }
}
