package io.hoster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads and writes the types that JDBC does not know by itself. */
public final class Columns {

  private Columns() {}

  /** The value of a column that is never null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A number of seconds that is never null, to the millisecond. */
  public static Duration seconds(ResultSet row, String column) throws SQLException {
    return Duration.ofMillis(Math.round(1000 * row.getDouble(column)));
  }

  /** {@code instant} as a parameter of a statement. */
  public static OffsetDateTime parameter(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A pattern for {@code like} that finds {@code text} anywhere, taken by the letter. */
  public static String contains(String text) {
    // no stored text has the character NUL, and no statement may
    String literal =
        text.replace("\0", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal + "%";
  }
}
