package io.hoster.workflows.catalog;

import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.yaml.YamlRead;
import io.hoster.workflows.catalog.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads an entry of the platform's own catalogue: the folder {@code <slug>} with {@code
 * template.yaml}, {@code docker-compose.yml}, {@code description.md} and {@code icon.svg}.
 */
public final class TemplateFile {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])");
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern ACTIVE_SVG =
      Pattern.compile(
          "<script|<foreignobject|\\son[a-z]+\\s*=|javascript:|href\\s*=\\s*[\"'](?!#)",
          Pattern.CASE_INSENSITIVE);

  private TemplateFile() {}

  /**
   * Puts an entry together from its files' texts. The compose file is taken as it is; compiling it
   * says whether it is good.
   *
   * @throws IllegalArgumentException when a text is wrong; the message names the entry and, for
   *     {@code template.yaml}, the line
   */
  public static TemplateDefinition read(
      String slug, String templateYaml, String compose, String description, String icon) {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("\"" + slug + "\" is no slug of a template");
    }
    if (!icon.contains("<svg") || ACTIVE_SVG.matcher(icon).find()) {
      throw new IllegalArgumentException(
          slug + "/icon.svg is no plain SVG image without scripts and links");
    }
    return switch (YamlReader.read(templateYaml)) {
      case YamlRead.Broken broken ->
          throw new IllegalArgumentException(
              "%s/template.yaml, line %d: %s"
                  .formatted(slug, broken.problem().place().line(), broken.problem().message()));
      case YamlRead.Document document ->
          read(slug, new TemplateFields(slug, document.root()), compose, description, icon);
    };
  }

  private static TemplateDefinition read(
      String slug, TemplateFields file, String compose, String description, String icon) {
    file.allow(
        "name",
        "version",
        "kind",
        "category",
        "summary",
        "entry",
        "variables",
        "credentials",
        "price_minor",
        "currency");
    List<Variable> variables = file.list("variables").stream().map(VariableFile::read).toList();
    checkNamesDiffer(file, variables);
    return new TemplateDefinition(
        slug,
        file.text("name"),
        file.matching("version", VERSION),
        file.choice("kind", Kind.class),
        file.text("category"),
        file.text("summary"),
        description,
        compose,
        variables,
        file.mapping("entry").map(TemplateFile::entry).orElse(null),
        credentials(file),
        icon,
        file.optional("price_minor").isPresent() ? file.number("price_minor") : 0,
        file.optional("currency").isPresent() ? file.matching("currency", CURRENCY) : "USD");
  }

  private static Entry entry(TemplateFields entry) {
    entry.allow("service", "port");
    return new Entry(entry.text("service"), entry.number("port"));
  }

  private static List<CredentialSpec> credentials(TemplateFields file) {
    List<CredentialSpec> credentials = new ArrayList<>();
    for (TemplateFields line : file.list("credentials")) {
      line.allow("name", "value", "service", "secret");
      credentials.add(
          new CredentialSpec(
              line.text("name"),
              line.text("value"),
              line.text("service"),
              line.flag("secret", false)));
    }
    return credentials;
  }

  private static void checkNamesDiffer(TemplateFields file, List<Variable> variables) {
    TreeSet<String> names = new TreeSet<>();
    Optional<Variable> twice =
        variables.stream().filter(variable -> !names.add(variable.name())).findFirst();
    if (twice.isPresent()) {
      throw file.wrong("the variable " + twice.get().name() + " is declared twice");
    }
  }
}
