package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.TemplateVersionId;
import java.util.List;

/**
 * A template in a list: its current version.
 *
 * @param id the template's, {@code tpl_…}
 * @param own whether it belongs to the tenant that asked
 * @param status {@code draft in_review published deprecated withdrawn}
 * @param priceMinor a month, in cents of {@code currency}
 */
public record TemplateRow(
    String id,
    TemplateVersionId version,
    boolean own,
    String slug,
    String name,
    String versionName,
    Kind kind,
    String category,
    String summary,
    String description,
    String icon,
    String status,
    long priceMinor,
    String currency,
    List<ServiceImage> services) {

  public TemplateRow {
    services = List.copyOf(services);
  }
}
