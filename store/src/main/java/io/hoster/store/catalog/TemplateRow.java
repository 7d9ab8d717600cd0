package io.hoster.store.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.TemplateVersionId;
import java.util.List;

/**
 * A template in a list: the version that is current for who asks.
 *
 * @param id the template's, {@code tpl_…}
 * @param own whether it belongs to the tenant that asked
 * @param creator who made it, in words
 * @param status {@code draft in_review published deprecated withdrawn}
 * @param priceMinor a month, in cents of {@code currency}
 * @param live how many deployments there are, of all tenants
 */
public record TemplateRow(
    String id,
    TemplateVersionId version,
    boolean own,
    String creator,
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
    List<ServiceImage> services,
    int live) {

  public TemplateRow {
    services = List.copyOf(services);
  }
}
