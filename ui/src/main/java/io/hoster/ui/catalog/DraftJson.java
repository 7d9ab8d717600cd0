package io.hoster.ui.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author says of a version. What is left out of a change stays as it was.
 *
 * @param version one to four numbers, such as {@code 2.1.0}
 * @param summary one line for lists; left out: the description's first
 * @param description Markdown, of which the pages show a safe part
 * @param priceMinor a month while it runs, in cents
 * @param currency {@code USD}
 * @param entry the service and port that get the address
 * @param icon a built-in one's name, or {@code data:image/png;base64,…}
 * @param changelog what is new in this version
 * @param keepFindings whether a compose file with findings is kept; it is not published
 */
public record DraftJson(
    @Nullable String name,
    @Nullable String version,
    @Nullable String summary,
    @Nullable String description,
    @Nullable String category,
    @Nullable Kind kind,
    @Nullable String compose,
    @Nullable List<@Nullable VariableJson> variables,
    @Nullable Long priceMinor,
    @Nullable String currency,
    @Nullable EntryJson entry,
    @Nullable List<@Nullable CredentialJson> credentials,
    @Nullable String icon,
    @Nullable String changelog,
    @Nullable Boolean keepFindings) {

  /** The service and container port that the address leads to. */
  public record EntryJson(@Nullable String service, @Nullable Integer port) {}

  /** A line of the credentials page, with {@code ${VARIABLE}} in its value. */
  public record CredentialJson(
      @Nullable String name, @Nullable String value, @Nullable String service, boolean secret) {

    static CredentialJson of(CredentialSpec spec) {
      return new CredentialJson(spec.name(), spec.value(), spec.service(), spec.secret());
    }
  }

  /** Whether findings are no reason to refuse it. */
  boolean keepsFindings() {
    return Boolean.TRUE.equals(keepFindings);
  }
}
