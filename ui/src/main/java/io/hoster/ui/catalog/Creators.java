package io.hoster.ui.catalog;

import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.compose.Finding;
import io.hoster.workflows.catalog.compose.Notice;
import io.hoster.workflows.catalog.compose.Suggestion;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentPlan;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages for authors ask. Somebody else's template is a {@link io.hoster.ui.Problem} 404,
 * what may not be done now a 409, what is wrong with a field a 422 that points at it.
 */
public interface Creators {

  /** One's own template in the list. */
  record Mine(
      String slug,
      String name,
      String version,
      String icon,
      State state,
      long priceMinor,
      String currency,
      int live) {}

  /**
   * What the editor begins with: the draft, or the newest version to make the next one of.
   *
   * @param version what the next save is called
   * @param state of the newest version
   * @param reviewNote why the staff refused it; null: they did not
   */
  record Draft(
      TemplateDefinition template,
      String version,
      String changelog,
      State state,
      @Nullable String reviewNote) {}

  /**
   * What the compiler makes of a file as it stands.
   *
   * @param findings in the file's order; empty: it is good
   * @param plan null: it is not good
   * @param notices what is made in another way than it says
   * @param suggestions changes that bring it nearer to a template
   */
  record Look(
      List<Finding> findings,
      @Nullable DeploymentPlan plan,
      List<Notice> notices,
      List<Suggestion> suggestions) {

    public Look {
      findings = List.copyOf(findings);
      notices = List.copyOf(notices);
      suggestions = List.copyOf(suggestions);
    }

    /** Variables that the file uses and that are only to be declared. */
    List<Variable> undeclared() {
      return suggestions.stream()
          .filter(suggestion -> suggestion.edits().isEmpty())
          .flatMap(suggestion -> suggestion.variables().stream())
          .toList();
    }

    /** Changes of the text. */
    List<Suggestion> changes() {
      return suggestions.stream().filter(s -> !s.edits().isEmpty()).toList();
    }
  }

  /** A file with all changes that help, and what it asks for then. */
  record Mended(String compose, List<Variable> variables) {

    public Mended {
      variables = List.copyOf(variables);
    }
  }

  /** A template and its versions, newest first. */
  record Versions(String name, String icon, int live, List<Version> versions) {

    public Versions {
      versions = List.copyOf(versions);
    }
  }

  /**
   * A version.
   *
   * @param deployments how many run it or are to, of all customers; trials are none
   * @param reviewNote why the staff refused it; null: they did not
   * @param at when it was published, else made
   */
  record Version(
      String version,
      State state,
      Visibility visibility,
      String changelog,
      @Nullable String reviewNote,
      int deployments,
      Instant at) {}

  List<Mine> mine(Actor actor);

  Draft draft(Actor actor, String slug);

  Look look(String compose, List<Variable> variables);

  /** Takes every suggestion that helps. */
  Mended mend(String compose, List<Variable> variables);

  /** Saves a new template; returns its slug. */
  String create(Actor actor, DraftJson draft);

  void save(Actor actor, String slug, DraftJson draft);

  void publish(Actor actor, String slug, Visibility visibility);

  /** Runs the newest version for an hour. */
  DeploymentId tryOut(Actor actor, String slug, SortedMap<String, String> values);

  Versions versions(Actor actor, String slug);

  /** The compose file of a version. */
  String compose(Actor actor, String slug, String version);

  void deprecate(Actor actor, String slug, String version);

  void withdraw(Actor actor, String slug, String version);

  void delete(Actor actor, String slug);
}
