package io.hoster.ui.catalog;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.CreatorStore;
import io.hoster.store.catalog.CreatorStore.Content;
import io.hoster.store.catalog.CreatorStore.Owned;
import io.hoster.store.catalog.ReleaseRow;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries;
import io.hoster.store.catalog.TemplateUserRow;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.catalog.VersionNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What authors do with their tenant's templates. Each call decides under the template's lock and
 * writes its audit row in the same transaction. Somebody else's template is 404.
 */
@WebRole
@Service
public class CreatorService {

  private static final int MOST = 200;
  private static final int TRIES = 5;
  private static final String FIRST = "1.0.0";
  private static final String PLATFORM = "Hoster";

  private final WebTransactions transactions;
  private final CreatorStore store;
  private final TemplateQueries templates;
  private final TemplateSearchQueries search;
  private final TemplateService reader;
  private final TenantStore tenants;
  private final Audit audit;

  CreatorService(
      WebTransactions transactions,
      CreatorStore store,
      TemplateQueries templates,
      TemplateSearchQueries search,
      TemplateService reader,
      TenantStore tenants,
      Audit audit) {
    this.transactions = transactions;
    this.store = store;
    this.templates = templates;
    this.search = search;
    this.reader = reader;
    this.tenants = tenants;
    this.audit = audit;
  }

  /** For whom something is published. */
  public enum Visibility {
    PRIVATE,
    PUBLIC
  }

  /**
   * Adds a template with a draft.
   *
   * @throws Problem 403 plan_limit for too many, 422 with all that is wrong
   */
  public TemplateDetail create(Actor actor, DraftJson draft) {
    requireWrite(actor);
    String version = draft.version() == null ? FIRST : number(draft.version());
    Content content = DraftReader.read(draft, "", version, null);
    return transactions.tenant(
        actor.tenant(),
        () -> {
          if (store.count(actor.tenant()) >= MOST) {
            throw Problem.forbidden(
                "plan_limit", "You have " + MOST + " templates. Delete one that nobody uses.");
          }
          Owned template = add(actor, content.definition().name());
          TemplateVersionId id = store.addDraft(actor.tenant(), template.id(), content);
          audit.record(actor, "template.created", "template", template.id(), null, template.slug());
          return shown(actor, template, id);
        });
  }

  private Owned add(Actor actor, String name) {
    for (int i = 0; i < TRIES; i++) {
      String slug = Slugs.of(name);
      Optional<String> id = store.add(actor.tenant(), slug, creator(actor));
      if (id.isPresent()) {
        return new Owned(id.get(), slug);
      }
    }
    throw Problem.conflict("name_taken", "No address is free for this name. Choose another.");
  }

  private String creator(Actor actor) {
    String name = tenants.find(actor.tenant()).map(Tenant::name).orElse(actor.name());
    String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
    if (letters.isEmpty() || letters.equalsIgnoreCase(PLATFORM)) {
      throw Problem.conflict(
          "name_taken",
          "Your account's name stands beside your templates, and this one is taken. Choose another in its settings.");
    }
    return name;
  }

  /**
   * Writes over the draft; without one, begins a new version.
   *
   * @throws Problem 409 invalid_state for a version that is published or in review, 422 with all
   *     that is wrong
   */
  public TemplateDetail save(Actor actor, String slug, DraftJson draft) {
    return change(
        actor,
        slug,
        template -> {
          List<ReleaseRow> releases = store.releases(actor.tenant(), template.id());
          ReleaseRow newest = releases.getFirst();
          if (newest.status().equals("in_review")) {
            throw invalidState(newest, "is in review. Take it back with a withdrawal, or wait");
          }
          TemplateVersionRow base = version(actor, newest.id());
          boolean over = newest.status().equals("draft");
          String version = number(draft.version() == null ? newest.version() : draft.version());
          if (!over && compare(version, newest.version()) == 0) {
            throw invalidState(
                newest, "is " + said(newest) + " and does not change. Give a higher version");
          }
          requireHigher(version, over ? releases.subList(1, releases.size()) : releases);
          Content content = DraftReader.read(draft, slug, version, base);
          TemplateVersionId id = newest.id();
          if (over) {
            store.saveDraft(actor.tenant(), id, content);
          } else {
            id = store.addDraft(actor.tenant(), template.id(), content);
          }
          record(actor, "template.saved", template, newest.version(), version);
          return shown(actor, template, id);
        });
  }

  private static String number(String version) {
    if (VersionNumber.of(version).isEmpty()) {
      throw Problem.invalid("/version", "A version is one to four numbers, such as 1.4.0.");
    }
    return version;
  }

  private static void requireHigher(String version, List<ReleaseRow> before) {
    for (ReleaseRow other : before) {
      if (compare(version, other.version()) <= 0) {
        throw Problem.invalid(
            "/version", "There is a version " + other.version() + ". Give a higher one.");
      }
    }
  }

  private static int compare(String version, String other) {
    return VersionNumber.of(version).orElseThrow().compareTo(VersionNumber.of(other).orElseThrow());
  }

  /**
   * Publishes the draft for the own tenant at once, or asks the staff to publish it for all. What
   * only the own tenant has can be offered to all later.
   *
   * @throws Problem 409 invalid_state when there is nothing to publish, 422 with the lines of the
   *     compose file
   */
  public TemplateDetail publish(Actor actor, String slug, @Nullable Visibility visibility) {
    if (visibility == null) {
      throw Problem.invalid(
          "/visibility", "Say for whom: private for your own account, public for all.");
    }
    return change(
        actor,
        slug,
        template -> {
          ReleaseRow newest = store.releases(actor.tenant(), template.id()).getFirst();
          boolean isPrivate = newest.status().equals("published") && newest.approvedAt() == null;
          if (!newest.status().equals("draft") && !(isPrivate && visibility == Visibility.PUBLIC)) {
            throw invalidState(
                newest, "is " + said(newest) + " already. Save a new version to publish it");
          }
          DraftCheck.requireGood(version(actor, newest.id()).definition());
          store.name(actor.tenant(), template.id(), creator(actor));
          if (visibility == Visibility.PUBLIC) {
            store.submit(actor.tenant(), template.id(), newest.id());
            record(actor, "template.submitted", template, newest.status(), newest.version());
          } else {
            store.publish(actor.tenant(), template.id(), newest.id());
            record(actor, "template.published", template, newest.status(), newest.version());
          }
          return shown(actor, template, newest.id());
        });
  }

  private static String said(ReleaseRow release) {
    return release.status().replace('_', ' ');
  }

  /**
   * Nothing new is made of the version; what runs goes on.
   *
   * @param version null: every version that is published
   */
  public TemplateDetail deprecate(Actor actor, String slug, @Nullable String version) {
    return change(
        actor,
        slug,
        template -> {
          List<ReleaseRow> meant = meant(actor, template, version, List.of("published"));
          for (ReleaseRow release : meant) {
            store.deprecate(actor.tenant(), template.id(), release.id());
            record(actor, "template.deprecated", template, release.status(), release.version());
          }
          return shown(actor, template, meant.getFirst().id());
        });
  }

  /**
   * Takes a version away from those who look for one; one in review is its author's again.
   *
   * @param version null: every version that is published, deprecated or in review
   * @throws Problem 409 in_use while something runs of it
   */
  public TemplateDetail withdraw(Actor actor, String slug, @Nullable String version) {
    return change(
        actor,
        slug,
        template -> {
          List<ReleaseRow> meant =
              meant(actor, template, version, List.of("published", "deprecated", "in_review"));
          List<TemplateVersionId> ids =
              meant.stream()
                  .filter(release -> !release.status().equals("in_review"))
                  .map(ReleaseRow::id)
                  .toList();
          List<TemplateUserRow> users =
              store.users(template.id()).stream().filter(u -> ids.contains(u.version())).toList();
          if (!users.isEmpty()) {
            throw TemplateUse.of(actor.tenant(), users).inUse();
          }
          for (ReleaseRow release : meant) {
            withdraw(actor, template, release);
          }
          return shown(actor, template, meant.getFirst().id());
        });
  }

  private void withdraw(Actor actor, Owned template, ReleaseRow release) {
    if (release.status().equals("in_review")) {
      store.recall(actor.tenant(), template.id(), release.id());
    } else {
      store.withdraw(actor.tenant(), template.id(), release.id());
    }
    record(actor, "template.withdrawn", template, release.status(), release.version());
  }

  private List<ReleaseRow> meant(
      Actor actor, Owned template, @Nullable String version, List<String> statuses) {
    List<ReleaseRow> all = store.releases(actor.tenant(), template.id());
    List<ReleaseRow> named =
        version == null ? all : all.stream().filter(r -> r.version().equals(version)).toList();
    if (named.isEmpty()) {
      throw Problem.invalid("/version", "This template has no version \"" + version + "\".");
    }
    List<ReleaseRow> meant =
        named.stream().filter(release -> statuses.contains(release.status())).toList();
    if (meant.isEmpty()) {
      throw invalidState(named.getFirst(), "is " + said(named.getFirst()));
    }
    return meant;
  }

  /**
   * Removes the template with all its versions.
   *
   * @throws Problem 409 in_use while something runs of it
   */
  public void delete(Actor actor, String slug) {
    change(
        actor,
        slug,
        template -> {
          List<TemplateUserRow> users = store.users(template.id());
          if (!users.isEmpty()) {
            throw TemplateUse.of(actor.tenant(), users).inUse();
          }
          store.delete(actor.tenant(), template.id());
          record(actor, "template.deleted", template, template.slug(), null);
          return template;
        });
  }

  /** The own templates by name. */
  List<TemplateRow> mine(Actor actor) {
    return transactions.tenant(actor.tenant(), () -> search.own(actor.tenant(), MOST));
  }

  /** The newest version of an own template; Problem 404 for somebody else's. */
  TemplateVersionRow newest(Actor actor, String slug) {
    return transactions.tenant(
        actor.tenant(),
        () ->
            store
                .find(actor.tenant(), slug)
                .map(template -> store.releases(actor.tenant(), template.id()).getFirst())
                .map(newest -> version(actor, newest.id()))
                .orElseThrow(Problem::notFound));
  }

  /** How many deployments run each version of an own template or are to; trials are none. */
  Map<String, Integer> deployments(Actor actor, String slug) {
    return transactions.tenant(
        actor.tenant(),
        () -> {
          Owned template = store.find(actor.tenant(), slug).orElseThrow(Problem::notFound);
          List<TemplateUserRow> users = store.users(template.id());
          Map<String, Integer> counts = new TreeMap<>();
          for (ReleaseRow release : store.releases(actor.tenant(), template.id())) {
            long uses = users.stream().filter(u -> u.version().equals(release.id())).count();
            counts.put(release.version(), (int) uses);
          }
          return counts;
        });
  }

  private <T> T change(Actor actor, String slug, Function<Owned, T> work) {
    requireWrite(actor);
    return transactions.tenant(
        actor.tenant(),
        () -> work.apply(store.lock(actor.tenant(), slug).orElseThrow(Problem::notFound)));
  }

  private static void requireWrite(Actor actor) {
    if (!actor.scopes().contains("write")) {
      throw Problem.forbidden(
          "insufficient_scope", "This token may only read. Create one with the scope write.");
    }
  }

  private static Problem invalidState(ReleaseRow release, String what) {
    return Problem.conflict("invalid_state", "Version " + release.version() + " " + what + ".");
  }

  private void record(
      Actor actor, String action, Owned template, @Nullable Object before, @Nullable Object after) {
    audit.record(actor, action, "template", template.id(), before, after);
  }

  private TemplateVersionRow version(Actor actor, TemplateVersionId id) {
    return templates.byVersion(actor.tenant(), id).orElseThrow(Problem::notFound);
  }

  private TemplateDetail shown(Actor actor, Owned template, TemplateVersionId id) {
    return reader.detail(version(actor, id), templates.releases(actor.tenant(), template.slug()));
  }
}
