package io.hoster.ui.support;

import io.hoster.store.operation.StaffOperationQueries.Filter;
import io.hoster.ui.Problem;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.operation.OperationKind;
import io.hoster.workflows.operation.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a list of operations is narrowed to; an empty text is no condition.
 *
 * @param kind such as {@code provision}, in any case
 * @param status such as {@code waiting_for_person}
 * @param step the step it stands at, such as {@code pull_images}
 * @param code of the failure, such as {@code image_missing}
 * @param tenant an id, or part of a name
 * @param assignee a user's id
 */
record StaffFilter(
    String kind, String status, String step, String code, String tenant, String assignee) {

  private static final List<String> STATUSES =
      List.of(
          "queued",
          "running",
          "waiting_for_person",
          "succeeded",
          "rolled_back",
          "cancelled",
          "failed");

  static final StaffFilter ALL = new StaffFilter("", "", "", "", "", "");

  /** What nothing can match is a mistake in the question: a Problem 422 at the first one. */
  StaffFilter require() {
    known("kind", kind, OperationKind.values());
    known("step", step, Step.values());
    known("code", code, FailureType.values());
    if (!status.isEmpty() && !STATUSES.contains(status)) {
      throw Problem.invalid("/status", "The status is one of " + String.join(", ", STATUSES) + ".");
    }
    return this;
  }

  private static void known(String field, String word, Enum<?>[] values) {
    List<String> words =
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    if (!word.isEmpty() && !words.contains(word.toLowerCase(Locale.ROOT))) {
      throw Problem.invalid(
          "/" + field, "The " + field + " is one of " + String.join(", ", words) + ".");
    }
  }

  Filter rows() {
    return new Filter(
        kind.toUpperCase(Locale.ROOT),
        status,
        step.toUpperCase(Locale.ROOT),
        code.toUpperCase(Locale.ROOT),
        tenant,
        assignee);
  }
}
