package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateVersionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template in the list of its versions.
 *
 * @param status {@code draft in_review published deprecated withdrawn}
 * @param visibility {@code private public}: for whom it is meant
 * @param changelog what is new in it; may be empty
 * @param reviewNote why staff refused it last; null: they did not
 */
public record ReleaseRow(
    TemplateVersionId id,
    String version,
    String status,
    String visibility,
    String changelog,
    @Nullable String reviewNote,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant approvedAt) {

  /** Whether it is still its author's to change, or waits for the staff. */
  public boolean isOpen() {
    return status.equals("draft") || status.equals("in_review");
  }
}
