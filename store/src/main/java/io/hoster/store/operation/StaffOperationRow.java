package io.hoster.store.operation;

import io.hoster.workflows.operation.Made;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.operation.Verdict;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation of any tenant, as staff see it.
 *
 * @param subject what it is done to, such as {@code dep_…}
 * @param step where it stands; null: it is over
 * @param position of that step, from 1; zero when there is none
 * @param since when that step was first tried, or when it failed
 * @param assignee who looks after it; null: nobody
 * @param made by it and still there
 */
public record StaffOperationRow(
    OperationId id,
    TenantId tenant,
    String tenantName,
    String subject,
    String subjectName,
    String kind,
    String status,
    boolean undoing,
    @Nullable Step step,
    int position,
    int total,
    int attempts,
    int attemptLimit,
    @Nullable Instant nextTryAt,
    @Nullable FailureRow failure,
    Instant since,
    String actorName,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String assigneeId,
    @Nullable String assignee,
    String note,
    Made made) {

  /** How a choice about it is judged. */
  public Verdict.Open open() {
    return new Verdict.Open(
        OperationKind.valueOf(kind), status.equals("waiting_for_person"), undoing, step);
  }
}
