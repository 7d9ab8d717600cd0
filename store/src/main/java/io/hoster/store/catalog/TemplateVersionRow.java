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
 * @param status {@code draft in_review published deprecated withdrawn}
 */
public record TemplateVersionRow(
    String template,
    TemplateVersionId id,
    boolean own,
    TemplateDefinition definition,
    List<ServiceImage> services,
    String status,
    String checksum,
    Instant createdAt,
    @Nullable Instant publishedAt) {

  public TemplateVersionRow {
    services = List.copyOf(services);
  }
}
