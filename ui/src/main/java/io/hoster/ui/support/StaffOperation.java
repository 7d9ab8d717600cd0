package io.hoster.ui.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.ui.deployment.Deployment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of any tenant, as the API shows it to staff.
 *
 * @param kind {@code provision start stop restart redeploy suspend resume repair delete}
 * @param status {@code queued running waiting_for_person succeeded rolled_back cancelled failed}
 * @param step where it stands; null: it is over
 * @param since when that step was first tried, or failed
 * @param failure with every choice that staff have
 * @param technical what the other side answered
 * @param assignee who looks after it
 * @param workflowLink the run in Temporal's own pages
 */
public record StaffOperation(
    String id,
    Owner tenant,
    String deploymentId,
    String deploymentName,
    String kind,
    String status,
    @Nullable String step,
    int position,
    int total,
    int attempts,
    int attemptLimit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant nextTryAt,
    Instant since,
    Deployment.@Nullable Failure failure,
    @Nullable String technical,
    String startedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String assigneeId,
    @Nullable String assignee,
    String note,
    String workflowId,
    String workflowLink) {

  /** The tenant whose matter it is. */
  public record Owner(String id, String name) {}

  /** What can be decided about it, with what each choice will do. */
  List<Deployment.Effect> effects() {
    return failure == null ? List.of() : failure.effects();
  }
}
