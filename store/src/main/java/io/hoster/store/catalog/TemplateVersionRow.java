package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateVersionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a template with all it says.
 *
 * @param template the template's id, {@code tpl_…}
 * @param own whether it belongs to the tenant that asked
 * @param creator who made it, in words
 * @param changelog what is new in it; may be empty
 * @param status {@code draft in_review published deprecated withdrawn}
 * @param visibility {@code private public}: for whom it is meant
 */
public record TemplateVersionRow(
    String template,
    TemplateVersionId id,
    boolean own,
    String creator,
    TemplateDefinition definition,
    List<ServiceImage> services,
    String changelog,
    String status,
    String visibility,
    String checksum,
    Instant createdAt,
    @Nullable Instant publishedAt) {

  public TemplateVersionRow {
    services = List.copyOf(services);
  }

  /** Whether something new may be made of it: a version in review that was private serves on. */
  public boolean isOffered() {
    return status.equals("published") || (status.equals("in_review") && publishedAt != null);
  }

  /** Whether what runs of the template may change to it. */
  public boolean isRunnable() {
    return isOffered() || status.equals("deprecated");
  }
}
