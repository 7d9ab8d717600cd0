package io.hoster.ui.catalog;

import io.hoster.store.catalog.ReviewStore.Waiting;
import java.time.Instant;

/** A version of a tenant's template that waits for the staff. */
public record ReviewJson(
    String slug,
    String name,
    String version,
    String creator,
    String tenantId,
    Instant submittedAt) {

  static ReviewJson of(Waiting row) {
    return new ReviewJson(
        row.slug(),
        row.name(),
        row.versionName(),
        row.creator(),
        row.tenant().value(),
        row.submittedAt());
  }
}
