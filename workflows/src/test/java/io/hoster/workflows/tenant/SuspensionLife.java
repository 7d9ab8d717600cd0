package io.hoster.workflows.tenant;

import io.hoster.workflows.FailureType;
import io.hoster.workflows.SavedHistory;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The suspensions whose histories are kept, to be replayed by all later versions. */
enum SuspensionLife {
  SUSPENSION(250, 150, 50, 0),
  NOTHING_LEFT(0),
  /** One stands for a while, and is looked after more seldom. */
  ONE_STANDS(3, 1, 1, 1, 1, 1, 1, 1, 0),
  /** A resume comes in the middle. */
  TURNED_AROUND(4, 2, 4, 3, 0),
  ROWS_AWAY(2, 0) {
    @Override
    SuspensionActivities rows() {
      SuspensionActivities rows = super.rows();
      int[] failures = {3};
      return tenant -> {
        if (failures[0]-- > 0) {
          throw ApplicationFailure.newFailure("away", FailureType.STORE_UNAVAILABLE.name());
        }
        return rows.commandSuspensions(tenant);
      };
    }
  },
  /** So many looks that a fresh run takes over; this is the one before. */
  FRESH_RUN_AFTER_MANY_LOOKS(
      Stream.concat(Collections.nCopies(500, 1).stream(), Stream.of(0)).toArray(Integer[]::new));

  private final List<Integer> left;

  SuspensionLife(Integer... left) {
    this.left = List.of(left);
  }

  SuspensionActivities rows() {
    return new SuspensionRows(250, left);
  }

  /** Where its history is kept. */
  SavedHistory history() {
    return new SavedHistory(
        "tenant/"
            + name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (this == FRESH_RUN_AFTER_MANY_LOOKS ? "-v1.json.gz" : "-v1.json"));
  }
}
