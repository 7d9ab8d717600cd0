package io.hoster.lab.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deployment as the REST API tells it, as far as the demo customer reads it. */
public record Deployment(
    String id,
    String name,
    String status,
    @Nullable String statusReason,
    @Nullable Failure failure,
    @Nullable List<Step> steps,
    @Nullable String url) {

  private static final Set<String> AT_REST = Set.of("stopped", "suspended", "deleting");

  public record Failure(@Nullable String step, @Nullable String code, @Nullable String message) {}

  public record Step(String name, String status) {
    public boolean isFinished() {
      return status.equals("done") || status.equals("skipped");
    }
  }

  public boolean isRunning() {
    return status.equals("running");
  }

  public boolean isFailed() {
    return status.equals("failed");
  }

  /** Somebody stopped it: no failure, and nothing to change. */
  public boolean isAtRest() {
    return AT_REST.contains(status);
  }

  public List<Step> finishedSteps() {
    return steps == null ? List.of() : steps.stream().filter(Step::isFinished).toList();
  }

  public String reason() {
    if (failure == null) {
      return statusReason == null ? "no reason was given" : statusReason;
    }
    String what = failure.message() == null ? String.valueOf(failure.code()) : failure.message();
    return failure.step() == null ? what : failure.step() + ": " + what;
  }
}
