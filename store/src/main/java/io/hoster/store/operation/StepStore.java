package io.hoster.store.operation;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The steps of operations. Each write checks that the operation's generation is still the
 * deployment's: a writer that was overtaken finds that out here and stops.
 */
@Repository
@WorkerOnly
public class StepStore {

  private final JdbcClient jdbc;

  StepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A newer operation has taken over. */
  public static final class SupersededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SupersededException(OperationRef operation) {
      super("operation " + operation.id() + " was overtaken by a newer one");
    }
  }

  /**
   * Locks the deployment's row against a new generation for this transaction.
   *
   * @throws SupersededException when there is a newer one already
   */
  public void requireCurrent(OperationRef operation) {
    boolean current =
        jdbc.sql(
                """
                select 1 from deployment
                where tenant_id = ? and id = ? and generation = ? and deleted_at is null
                for no key update
                """)
            .params(
                operation.tenant().value(), operation.deployment().value(), operation.generation())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!current) {
      throw new SupersededException(operation);
    }
  }

  /**
   * A try begins.
   *
   * @return its number, from 1
   */
  public int beginStep(OperationRef operation, Step step) {
    return jdbc.sql(
            """
            update operation_step set status = 'running', attempts = attempts + 1, next_try_at = null,
              started_at = coalesce(started_at, now()), finished_at = null
            where tenant_id = ? and operation_id = ? and name = ?
            returning attempts
            """)
        .params(operation.tenant().value(), operation.id().value(), step.name())
        .query(Integer.class)
        .single();
  }

  /**
   * It is done, or skipped.
   *
   * @param status {@code done} or {@code skipped}
   * @param message the result in a few words; may be empty
   */
  public void finishStep(OperationRef operation, Step step, String status, String message) {
    jdbc.sql(
            """
            update operation_step set status = ?, message = ?, error = null, progress = null, finished_at = now()
            where tenant_id = ? and operation_id = ? and name = ?
            """)
        .params(status, message)
        .params(operation.tenant().value(), operation.id().value(), step.name())
        .update();
  }

  /**
   * The try failed; there will be another after {@code pause}, or none when it is null.
   *
   * @param error a sentence for the customer
   * @param technical what the other side answered, for staff; null keeps what is there
   */
  public void failStep(
      OperationRef operation,
      Step step,
      String error,
      @Nullable String technical,
      @Nullable Duration pause) {
    jdbc.sql(
            """
            update operation_step set status = ?, error = ?, technical = coalesce(?, technical), progress = null,
              next_try_at = now() + make_interval(secs => cast(? as double precision)),
              finished_at = case when ? then now() end
            where tenant_id = ? and operation_id = ? and name = ?
            """)
        .params(pause == null ? "failed" : "retrying", error)
        .param(technical)
        .param(pause == null ? null : pause.toMillis() / 1000.0)
        .param(pause == null)
        .params(operation.tenant().value(), operation.id().value(), step.name())
        .update();
  }

  /** What the other side answered when the step failed last; empty: nothing more is known. */
  public Optional<String> technical(OperationRef operation, Step step) {
    return jdbc.sql(
            """
            select technical from operation_step
            where tenant_id = ? and operation_id = ? and name = ? and technical is not null
            """)
        .params(operation.tenant().value(), operation.id().value(), step.name())
        .query(String.class)
        .optional();
  }

  /** The last line of progress, in the step's own unit. */
  public void progress(OperationRef operation, Step step, String text) {
    jdbc.sql(
            """
            update operation_step set progress = ?
            where tenant_id = ? and operation_id = ? and name = ? and status = 'running'
            """)
        .params(text, operation.tenant().value(), operation.id().value(), step.name())
        .update();
  }

  /** The failed step may be tried anew from its first attempt. */
  public void resetFailed(TenantId tenant, OperationId operation) {
    jdbc.sql(
            """
            update operation_step set status = 'waiting', attempts = 0, next_try_at = null, finished_at = null
            where tenant_id = ? and operation_id = ? and status in ('failed', 'retrying', 'running')
            """)
        .params(tenant.value(), operation.value())
        .update();
  }

  /** {@code from} and all after it are done again: their values changed. */
  public void resetFrom(TenantId tenant, OperationId operation, Step from) {
    jdbc.sql(
            """
            update operation_step set status = 'waiting', attempts = 0, next_try_at = null, message = null,
              error = null, progress = null, started_at = null, finished_at = null
            where tenant_id = ? and operation_id = ? and position >=
              (select position from operation_step where tenant_id = ? and operation_id = ? and name = ?)
            """)
        .params(tenant.value(), operation.value(), tenant.value(), operation.value(), from.name())
        .update();
  }

  /** What was begun is being undone, or is. */
  public void markUndo(OperationRef operation, String status) {
    jdbc.sql(
            """
            update operation_step set status = ?, next_try_at = null, progress = null,
              finished_at = case when ? = 'undone' then now() else finished_at end
            where tenant_id = ? and operation_id = ? and status not in ('waiting', 'skipped', 'undone')
            """)
        .params(status, status, operation.tenant().value(), operation.id().value())
        .update();
  }
}
