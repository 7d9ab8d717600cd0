package io.hoster.workflows.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template's version as its folder describes it.
 *
 * @param slug the folder's name, {@code ^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])$}
 * @param compose the compose file's text, unchanged
 * @param entry the service and port that get the address; null: the template has none
 * @param icon an SVG image's text
 * @param credentials what the customer is shown once it runs
 * @param priceMinor a month, in cents of {@code currency}
 */
public record TemplateDefinition(
    String slug,
    String name,
    String version,
    Kind kind,
    String category,
    String summary,
    String description,
    String compose,
    List<Variable> variables,
    @Nullable Entry entry,
    List<CredentialSpec> credentials,
    String icon,
    long priceMinor,
    String currency) {

  public TemplateDefinition {
    variables = List.copyOf(variables);
    credentials = List.copyOf(credentials);
  }

  /** What a template counts as against a plan's limits: app, web and store are sites. */
  public enum Kind {
    APP,
    WEB,
    API,
    DATABASE,
    STORE
  }

  /** The service and container port that the address leads to. */
  public record Entry(String service, int port) {}

  /**
   * A line of the credentials page.
   *
   * @param value text with {@code ${VARIABLE}}, {@code ${URL}}, {@code ${HOST}} and {@code ${PORT}}
   *     in it
   * @param secret hidden until revealed
   */
  public record CredentialSpec(String name, String value, String service, boolean secret) {}
}
