package io.hoster.ui.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as the API shows it.
 *
 * @param template the slug
 * @param kind {@code app web api database store}
 * @param status {@code pending scheduled building starting running updating stopping stopped failed
 *     suspended deleting}
 * @param health {@code healthy degraded unhealthy unavailable unknown}
 * @param statusReason why it is in this status, in a sentence
 * @param failure null: nothing waits for a decision
 * @param step the step that work stands at
 * @param steps of the newest operation, in order
 * @param url null: it has no web address
 * @param directAddress host and port on the node; null: none is reserved
 * @param operation the newest; null before the first
 */
public record Deployment(
    String id,
    String name,
    String template,
    String templateName,
    String templateVersion,
    String kind,
    String status,
    String health,
    @Nullable String statusReason,
    @Nullable Failure failure,
    @Nullable String step,
    List<Step> steps,
    @Nullable String url,
    String host,
    @Nullable String directAddress,
    @Nullable String nodeId,
    List<Service> services,
    @Nullable Operation operation,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Why a person is needed.
   *
   * @param code a failure's type, such as {@code IMAGE_MISSING}
   * @param choices what may be decided: {@code retry rollback}
   */
  public record Failure(
      String step, String code, String message, Instant since, List<String> choices) {}

  /**
   * A line of the timeline.
   *
   * @param status {@code waiting running retrying done skipped failed undoing undone}
   * @param usualSeconds how long it took in most of its last runs; absent: too few
   * @param message the result, or the last answer that was not good
   */
  public record Step(
      String name,
      String status,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int attempts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer attemptLimit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant nextTryAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String progress,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double usualSeconds,
      @Nullable String message) {}

  /** A container as it was last seen. */
  public record Service(
      String name,
      String image,
      String state,
      String health,
      int restarts,
      @Nullable String message) {}

  /**
   * What was last done to it.
   *
   * @param kind {@code provision start stop restart redeploy delete}
   * @param status {@code queued running waiting_for_person succeeded rolled_back cancelled failed}
   */
  public record Operation(
      String id,
      String kind,
      String status,
      String actor,
      Instant startedAt,
      @Nullable Instant finishedAt) {}
}
