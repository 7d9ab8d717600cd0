package io.hoster.store.operation;

import io.hoster.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation waits for a person.
 *
 * @param step the failing {@link io.hoster.workflows.operation.Step}'s name
 * @param code a {@link io.hoster.workflows.FailureType}'s name
 * @param message a sentence for the customer
 * @param technical what the other side answered, for staff
 */
public record FailureRow(
    String step, String code, String message, @Nullable String technical, Instant since) {

  /** From the columns {@code failure_…}; null: the operation does not wait. */
  static @Nullable FailureRow of(ResultSet row, Instant started) throws SQLException {
    String code = row.getString("failure_code");
    if (code == null) {
      return null;
    }
    Instant since = Columns.instantOrNull(row, "failure_since");
    String step = row.getString("failure_step");
    String message = row.getString("failure_message");
    return new FailureRow(
        step == null ? "" : step,
        code,
        message == null ? code : message,
        row.getString("failure_technical"),
        since == null ? started : since);
  }
}
