package io.hoster.ui.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as the API shows it.
 *
 * @param template the slug
 * @param update the template's newer version, to which it can be upgraded; absent: none
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
 * @param expiresAt when it goes away by itself; absent: it stays
 */
public record Deployment(
    String id,
    String name,
    String template,
    String templateName,
    String templateVersion,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String update,
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
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt) {

  /**
   * Why a person is needed.
   *
   * @param code a failure's type, such as {@code IMAGE_MISSING}
   * @param attempts how often the step was tried
   * @param choices what may be decided: {@code retry skip rollback confirm}
   * @param effects what each choice will do, in their order
   */
  public record Failure(
      String step,
      String code,
      String message,
      Instant since,
      int attempts,
      List<String> choices,
      List<Effect> effects) {}

  /** What a choice will do, in a sentence. */
  public record Effect(String choice, String effect) {}

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
   * @param kind {@code provision start stop restart redeploy suspend resume repair delete}
   * @param status {@code queued running waiting_for_person succeeded rolled_back cancelled failed}
   * @param made its ledger while it waits for a person
   */
  public record Operation(
      String id,
      String kind,
      String status,
      String actor,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Made> made) {}

  /**
   * A thing that an operation made.
   *
   * @param kind {@code port network volume container route}
   * @param undoneAt null: it is there
   */
  public record Made(String kind, String name, Instant madeAt, @Nullable Instant undoneAt) {}
}
