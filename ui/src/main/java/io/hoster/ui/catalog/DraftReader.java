package io.hoster.ui.catalog;

import io.hoster.store.catalog.CreatorStore.Content;
import io.hoster.store.catalog.ServiceImage;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.Problem;
import io.hoster.ui.Problem.FieldProblem;
import io.hoster.ui.catalog.DraftJson.CredentialJson;
import io.hoster.ui.catalog.DraftJson.EntryJson;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.CredentialSpec;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableRules;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what an author typed into what is stored; collects all that is wrong with it. */
final class DraftReader {

  private static final int MOST_VARIABLES = 200;
  private static final int MOST_CREDENTIALS = 50;
  private static final long MOST_CENTS = 1_000_000;
  private static final int LAST_PORT = 65_535;
  private static final String CURRENCY = "USD";

  private final List<FieldProblem> problems = new ArrayList<>();
  private final DraftJson json;
  private final @Nullable TemplateVersionRow base;

  private DraftReader(DraftJson json, @Nullable TemplateVersionRow base) {
    this.json = json;
    this.base = base;
  }

  /**
   * The content that {@code json} describes.
   *
   * @param version what it is called, judged by the caller
   * @param base what holds where {@code json} says nothing; null: there is nothing before
   * @throws Problem 422 with all that is wrong
   */
  static Content read(
      DraftJson json, String slug, String version, @Nullable TemplateVersionRow base) {
    return new DraftReader(json, base).content(slug, version);
  }

  private Content content(String slug, String version) {
    String name = line("/name", json.name(), base == null ? null : base.definition().name(), 60);
    String description =
        text(
            "/description",
            json.description(),
            base == null ? "" : base.definition().description(),
            20_000);
    String category =
        line("/category", json.category(), base == null ? "Other" : category(base), 40);
    String compose = compose();
    List<Variable> variables = variables();
    List<CredentialSpec> credentials = credentials();
    String summary = summary(description);
    String changelog = text("/changelog", json.changelog(), changelog(version), 5_000);
    long price = price();
    Kind kind = kind();
    String icon = icon(kind);
    Entry entry = entry();
    refuse();
    Compiled compiled = DraftCheck.compile(compose, variables);
    return new Content(
        new TemplateDefinition(
            slug,
            name,
            version,
            kind,
            category,
            summary,
            description,
            compose,
            variables,
            entry == null ? null : kept(entry, compiled),
            credentials,
            icon,
            price,
            CURRENCY),
        services(compiled),
        changelog);
  }

  private List<ServiceImage> services(Compiled compiled) {
    return switch (compiled) {
      case Compiled.Planned planned -> DraftCheck.services(planned.plan());
      case Compiled.Refused refused when json.keepsFindings() -> List.of();
      case Compiled.Refused refused ->
          throw Problem.invalid(DraftCheck.problems(refused.findings()));
    };
  }

  /** The entry of the version before goes with its service. */
  private @Nullable Entry kept(Entry entry, Compiled compiled) {
    if (!(compiled instanceof Compiled.Planned planned)
        || DraftCheck.hasService(planned.plan(), entry.service())) {
      return entry;
    }
    if (json.entry() != null) {
      throw Problem.invalid(List.of(DraftCheck.noService(entry)));
    }
    return null;
  }

  private static String category(TemplateVersionRow base) {
    return base.definition().category();
  }

  /** Another version has another story. */
  private String changelog(String version) {
    return base != null && base.definition().version().equals(version) ? base.changelog() : "";
  }

  private String summary(String description) {
    String first =
        description
            .lines()
            .map(line -> line.replaceAll("[#*_`>]", "").strip())
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("");
    String usual = first.length() > 160 ? cut(first) + "…" : first;
    return text("/summary", json.summary(), base == null ? usual : baseSummary(usual), 160)
        .replaceAll("\\p{Cc}+", " ");
  }

  /** Between two characters, never in one that takes two places. */
  private static String cut(String text) {
    int end = 157;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private String baseSummary(String usual) {
    TemplateVersionRow known = Objects.requireNonNull(base);
    return known.definition().summary().isEmpty() ? usual : known.definition().summary();
  }

  private String compose() {
    String compose =
        json.compose() == null && base != null ? base.definition().compose() : json.compose();
    if (compose == null || compose.isBlank()) {
      wrong("/compose", "Paste a compose file.");
      return "";
    }
    if (compose.getBytes(StandardCharsets.UTF_8).length > YamlReader.MAX_BYTES) {
      wrong("/compose", "A compose file has at most 256 KB.");
    }
    return compose;
  }

  private List<Variable> variables() {
    List<@Nullable VariableJson> given = json.variables();
    if (given == null) {
      return base == null ? List.of() : base.definition().variables();
    }
    if (given.size() > MOST_VARIABLES) {
      wrong("/variables", "At most " + MOST_VARIABLES + " variables can be declared.");
      return List.of();
    }
    try {
      List<Variable> declared = VariableJson.declared(given);
      for (int i = 0; i < declared.size(); i++) {
        String pointer = "/variables/" + i;
        VariableRules.problem(declared.get(i))
            .ifPresent(message -> wrong(pointer, sentence(message)));
      }
      return declared;
    } catch (Problem problem) {
      problems.addAll(problem.fields());
      return List.of();
    }
  }

  private static String sentence(String words) {
    String end = words.endsWith(".") ? "" : ".";
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + end;
  }

  private List<CredentialSpec> credentials() {
    List<@Nullable CredentialJson> given = json.credentials();
    if (given == null) {
      return base == null ? List.of() : base.definition().credentials();
    }
    List<CredentialSpec> read = new ArrayList<>();
    for (CredentialJson line : given) {
      String pointer = "/credentials/" + read.size();
      if (line == null || read.size() == MOST_CREDENTIALS) {
        wrong(
            pointer, "At most " + MOST_CREDENTIALS + " lines, each with name, value and service.");
        return read;
      }
      read.add(
          new CredentialSpec(
              line(pointer + "/name", line.name(), null, 60),
              text(pointer + "/value", line.value(), "", 1_000),
              line(pointer + "/service", line.service(), null, 63),
              line.secret()));
    }
    return read;
  }

  private long price() {
    String currency = json.currency();
    if (currency != null && !currency.equals(CURRENCY)) {
      wrong("/currency", "Prices are in USD.");
    }
    Long given = json.priceMinor();
    long price =
        given == null ? base == null ? 0 : base.definition().priceMinor() : given.longValue();
    if (price < 0 || price > MOST_CENTS) {
      wrong("/price_minor", "A price is from 0 to 1000000 cents a month.");
    }
    return price;
  }

  private Kind kind() {
    Kind kind = json.kind() == null && base != null ? base.definition().kind() : json.kind();
    if (kind == null) {
      wrong("/kind", "Say what it is: app, web, api, database or store.");
      return Kind.APP;
    }
    return kind;
  }

  private String icon(Kind kind) {
    String given = json.icon();
    String before = base == null ? null : base.definition().icon();
    if (given == null || given.equals(before)) {
      return before == null ? BuiltInIcon.of(kind).svg() : before;
    }
    try {
      return given.startsWith(PngIcon.PREFIX)
          ? PngIcon.read(given).svg()
          : BuiltInIcon.of(given).orElseThrow(() -> new IllegalArgumentException(unknown())).svg();
    } catch (IllegalArgumentException e) {
      wrong("/icon", String.valueOf(e.getMessage()));
      return "";
    }
  }

  private static String unknown() {
    return "The icon is one of " + String.join(", ", BuiltInIcon.words()) + ", or a PNG image.";
  }

  private @Nullable Entry entry() {
    EntryJson given = json.entry();
    if (given == null) {
      return base == null ? null : base.definition().entry();
    }
    Integer port = given.port();
    if (port == null || port < 1 || port > LAST_PORT) {
      wrong("/entry/port", "A port is from 1 to 65535.");
    }
    String service = line("/entry/service", given.service(), null, 63);
    return new Entry(service, port == null ? 1 : port);
  }

  /** One line that is needed. */
  private String line(
      String pointer, @Nullable String given, @Nullable String before, int longest) {
    String text = given == null ? before : given.strip();
    if (text == null || text.isEmpty()) {
      wrong(pointer, "This is needed.");
      return "";
    }
    if (text.length() > longest) {
      wrong(pointer, "This may have " + longest + " characters at most.");
    } else if (text.codePoints().anyMatch(DraftReader::isInvisible)) {
      wrong(pointer, "This is one line of text, without invisible characters.");
    }
    return text;
  }

  /** What turns the direction of a text, or looks like nothing, makes two names look like one. */
  private static boolean isInvisible(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
  }

  /** Text that may be empty. */
  private String text(String pointer, @Nullable String given, String before, int longest) {
    String text = given == null ? before : given.strip();
    if (text.length() > longest) {
      wrong(pointer, "This may have " + longest + " characters at most.");
    }
    return text;
  }

  private void wrong(String pointer, String message) {
    problems.add(new FieldProblem(pointer, "invalid", message));
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }
}
