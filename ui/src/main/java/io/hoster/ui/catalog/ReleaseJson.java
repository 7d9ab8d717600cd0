package io.hoster.ui.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.store.catalog.ReleaseRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the list of a template's versions.
 *
 * @param status {@code draft in_review published deprecated withdrawn}
 * @param visibility {@code private public}: for whom it is meant
 * @param changelog what is new in it; may be empty
 * @param reviewNote why the staff refused it last; absent: they did not
 */
public record ReleaseJson(
    String version,
    String status,
    String visibility,
    String changelog,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reviewNote,
    Instant createdAt,
    @Nullable Instant publishedAt) {

  static ReleaseJson of(ReleaseRow row) {
    return new ReleaseJson(
        row.version(),
        row.status(),
        row.visibility(),
        row.changelog(),
        row.reviewNote(),
        row.createdAt(),
        row.publishedAt());
  }
}
