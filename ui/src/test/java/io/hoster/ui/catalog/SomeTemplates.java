package io.hoster.ui.catalog;

import io.hoster.ui.Problem;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.Variable.Type;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A marketplace with a few templates. */
public final class SomeTemplates implements Marketplace {

  public static final TemplateDefinition WORDPRESS =
      template(
          "wordpress",
          "WordPress",
          "6.8",
          Kind.WEB,
          "The blog and site builder that runs half the web.",
          "#21759b",
          500);

  private final List<TemplateDefinition> templates =
      List.of(
          template(
              "ghost",
              "Ghost",
              "6.12",
              Kind.WEB,
              "Blog and newsletter with members.",
              "#15171a",
              400),
          template(
              "miniflux",
              "Miniflux",
              "2.2",
              Kind.APP,
              "A feed reader that gets out of the way.",
              "#7c5cff",
              0),
          template(
              "node-api",
              "Node API",
              "24",
              Kind.API,
              "A JSON API in Node with a health check.",
              "#3c873a",
              0),
          template(
              "postgres",
              "PostgreSQL",
              "18.4",
              Kind.DATABASE,
              "Relational database with nightly backups.",
              "#336791",
              0),
          template(
              "static-site",
              "Static site",
              "1.29",
              Kind.WEB,
              "Files over HTTP, nothing else.",
              "#e2742f",
              0),
          WORDPRESS);

  private static TemplateDefinition template(
      String slug,
      String name,
      String version,
      Kind kind,
      String summary,
      String colour,
      long price) {
    return new TemplateDefinition(
        slug,
        name,
        version,
        kind,
        "sites",
        summary,
        "**"
            + name
            + "** "
            + summary
            + "\n\n- Volumes for content and data\n- Health checks\n- HTTPS on its own address\n\nIt takes about a minute to run.",
        "services:\n  web:\n    image: "
            + slug
            + ":"
            + version
            + "\n    environment:\n      TITLE: ${TITLE}\n    volumes: [web-data:/var/www]\nvolumes:\n  web-data: {}\n",
        List.of(
            variable(
                "TITLE",
                Type.STRING,
                "Title",
                "Shown at the top of every page.",
                "Site",
                "My blog",
                true,
                null,
                List.of()),
            variable(
                "ADMIN_EMAIL",
                Type.STRING,
                "E-mail",
                "Where the app writes to.",
                "Site",
                null,
                true,
                null,
                List.of()),
            variable(
                "PASSWORD",
                Type.SECRET,
                "Password",
                "For the first administrator.",
                "Site",
                null,
                false,
                "password(24)",
                List.of()),
            variable(
                "WORKERS",
                Type.NUMBER,
                "Workers",
                "How many requests at once.",
                "Tuning",
                "4",
                false,
                null,
                List.of()),
            variable(
                "CACHE",
                Type.BOOLEAN,
                "Redis cache",
                "Faster pages for some memory.",
                "Tuning",
                "true",
                false,
                null,
                List.of()),
            variable(
                "LANGUAGE",
                Type.CHOICE,
                "Language",
                "",
                "Tuning",
                "en",
                false,
                null,
                List.of("en", "de", "fr"))),
        new TemplateDefinition.Entry("web", 80),
        List.of(),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><rect width='40' height='40' rx='9' fill='"
            + colour
            + "'/><text x='20' y='27' font-family='sans-serif' font-size='19' font-weight='700' fill='#fff' text-anchor='middle'>"
            + name.charAt(0)
            + "</text></svg>",
        price,
        "USD");
  }

  private static Variable variable(
      String name,
      Type type,
      String label,
      String help,
      String group,
      String value,
      boolean required,
      String generate,
      List<String> choices) {
    return new Variable(name, type, label, help, group, value, required, generate, null, choices);
  }

  @Override
  public Found search(Optional<Actor> actor, Search search, @Nullable String after, int limit) {
    String wanted = search.text().toLowerCase(Locale.ROOT);
    List<TemplateDefinition> matching =
        templates.stream()
            .filter(t -> (t.name() + " " + t.summary()).toLowerCase(Locale.ROOT).contains(wanted))
            .filter(t -> search.category().isEmpty() || t.category().equals(search.category()))
            .filter(t ->
                search.cost() == Cost.ANY || (t.priceMinor() > 0) == (search.cost() == Cost.PAID))
            .toList();
    SortedMap<String, Integer> kinds = new TreeMap<>();
    matching.forEach(t -> kinds.merge(SearchAddress.word(t.kind()), 1, Integer::sum));
    List<TemplateDefinition> found =
        matching.stream().filter(t -> search.kind() == null || t.kind() == search.kind()).toList();
    SortedMap<String, Integer> categories = new TreeMap<>();
    found.forEach(t -> categories.merge(t.category(), 1, Integer::sum));
    int start = after == null ? 0 : Integer.parseInt(after);
    int end = Math.min(start + limit, found.size());
    return new Found(
        found.subList(start, end).stream().map(SomeTemplates::entry).toList(),
        new Facets(found.size(), kinds, categories, new TreeMap<>()),
        end < found.size() ? Integer.toString(end) : null);
  }

  private static Entry entry(TemplateDefinition t) {
    return new Entry(
        t.slug(),
        t.name(),
        t.version(),
        t.kind(),
        t.summary(),
        t.icon(),
        t.slug().equals("wordpress") ? 3 : 1,
        t.priceMinor(),
        t.currency(),
        "Acme",
        96,
        State.PUBLISHED);
  }

  @Override
  public Offer offer(Optional<Actor> actor, String slug) {
    return new Offer(
        find(slug),
        List.of(
            new Image("web", slug + ":6.8-apache"),
            new Image("db", "postgres:18.4-alpine"),
            new Image("cache", "redis:8")),
        "Acme",
        false,
        slug.equals("ghost") ? State.DEPRECATED : State.PUBLISHED,
        96,
        List.of(
            new Release(
                "6.8", State.PUBLISHED, "Faster pages.", Instant.parse("2026-01-02T03:04:05Z"))),
        new TemplateDetail.Resources(3, 1, 1.5, 1_500_000_000L),
        new Preview.UsualTime(50, 80));
  }

  public TemplateDefinition find(String slug) {
    return templates.stream()
        .filter(t -> t.slug().equals(slug))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }
}
