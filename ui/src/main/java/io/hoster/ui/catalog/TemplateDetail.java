package io.hoster.ui.catalog;

import io.hoster.store.catalog.ReleaseRow;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.catalog.DraftJson.CredentialJson;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template with all it says.
 *
 * @param versionId {@code tpv_…}
 * @param versions what can be deployed, newest first
 * @param releases of one's own all, newest first; of others' what can be deployed
 * @param creator who made it
 * @param changelog what is new in this version
 * @param visibility {@code private public}: for whom this version is meant
 * @param icon an SVG image's text
 * @param entry the service and port that get the address
 */
public record TemplateDetail(
    String id,
    String slug,
    String name,
    String version,
    String versionId,
    List<String> versions,
    List<ReleaseJson> releases,
    String creator,
    String changelog,
    String summary,
    String description,
    String category,
    Kind kind,
    long priceMinor,
    String currency,
    String status,
    String visibility,
    boolean own,
    int liveDeployments,
    String compose,
    List<ServiceJson> services,
    List<VariableJson> variables,
    @Nullable Entry entry,
    List<CredentialJson> credentials,
    String icon,
    Resources resources) {

  /**
   * What all its services together ask for.
   *
   * @param cpus null: at least one service does not say
   * @param memoryBytes null: at least one service does not say
   */
  public record Resources(
      int services, int volumes, @Nullable Double cpus, @Nullable Long memoryBytes) {}

  static TemplateDetail of(
      TemplateVersionRow row, List<ReleaseRow> releases, int liveDeployments, Resources resources) {
    TemplateDefinition definition = row.definition();
    return new TemplateDetail(
        row.template(),
        definition.slug(),
        definition.name(),
        definition.version(),
        row.id().value(),
        releases.stream()
            .filter(r -> r.status().equals("published") || r.status().equals("deprecated"))
            .map(ReleaseRow::version)
            .toList(),
        releases.stream().map(ReleaseJson::of).toList(),
        row.creator(),
        row.changelog(),
        definition.summary(),
        definition.description(),
        definition.category(),
        definition.kind(),
        definition.priceMinor(),
        definition.currency(),
        row.status(),
        row.visibility(),
        row.own(),
        liveDeployments,
        definition.compose(),
        row.services().stream().map(ServiceJson::of).toList(),
        definition.variables().stream().map(VariableJson::of).toList(),
        definition.entry(),
        definition.credentials().stream().map(CredentialJson::of).toList(),
        definition.icon(),
        resources);
  }
}
