package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.List;

/**
 * A template in the marketplace's list.
 *
 * @param priceMinor a month while it runs, in cents of {@code currency}
 * @param status {@code draft in_review published deprecated}
 * @param creator who made it
 * @param own whether it belongs to who asks
 * @param liveDeployments how many there are, of all customers
 */
public record TemplateSummary(
    String id,
    String slug,
    String name,
    String version,
    String summary,
    String description,
    String category,
    Kind kind,
    long priceMinor,
    String currency,
    String status,
    String creator,
    boolean own,
    int liveDeployments,
    List<ServiceJson> services) {

  static TemplateSummary of(TemplateRow row) {
    return new TemplateSummary(
        row.id(),
        row.slug(),
        row.name(),
        row.versionName(),
        row.summary(),
        row.description(),
        row.category(),
        row.kind(),
        row.priceMinor(),
        row.currency(),
        row.status(),
        row.creator(),
        row.own(),
        row.live(),
        row.services().stream().map(ServiceJson::of).toList());
  }
}
