package io.hoster.ui.support;

import io.hoster.store.operation.StaffOperationQueries.Filter;
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

  static final StaffFilter ALL = new StaffFilter("", "", "", "", "", "");

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
