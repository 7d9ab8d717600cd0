package io.hoster.ui.catalog;

import io.hoster.ui.Problem;
import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** An author with one template; says what it was asked for. */
public final class SomeCreators implements Creators {

  private final List<String> asked = new ArrayList<>();
  private final List<DraftJson> saved = new ArrayList<>();

  private static TemplateDefinition template() {
    return SomeTemplates.WORDPRESS;
  }

  /** What was asked, in order. */
  List<String> asked() {
    return asked;
  }

  /** What was saved last. */
  DraftJson saved() {
    return saved.getLast();
  }

  @Override
  public List<Mine> mine(Actor actor) {
    return List.of(
        new Mine(
            "wordpress", "WordPress", "6.8", template().icon(), State.PUBLISHED, 500, "USD", 96));
  }

  @Override
  public Draft draft(Actor actor, String slug) {
    if (!slug.equals("wordpress")) {
      throw Problem.notFound();
    }
    return new Draft(template(), "6.9.0", "", State.PUBLISHED, "Name the source.");
  }

  @Override
  public Look look(String compose, List<Variable> variables) {
    return DraftCheck.look(compose, variables);
  }

  @Override
  public Mended mend(String compose, List<Variable> variables) {
    return DraftCheck.mend(compose, variables);
  }

  @Override
  public String create(Actor actor, DraftJson draft) {
    DraftReader.read(draft, "fresh", "1.0.0", null);
    saved.add(draft);
    asked.add("create");
    return "wordpress";
  }

  @Override
  public void save(Actor actor, String slug, DraftJson draft) {
    saved.add(draft);
    asked.add("save " + slug);
  }

  @Override
  public void publish(Actor actor, String slug, Visibility visibility) {
    asked.add("publish " + slug + " " + visibility);
  }

  @Override
  public DeploymentId tryOut(Actor actor, String slug, SortedMap<String, String> values) {
    asked.add("try " + slug + " " + values);
    return new DeploymentId("dep_blog");
  }

  @Override
  public Versions versions(Actor actor, String slug) {
    Instant at = Instant.parse("2026-01-02T03:04:05Z");
    return new Versions(
        "WordPress",
        template().icon(),
        96,
        List.of(
            new Version("6.9.0", State.DRAFT, Visibility.PRIVATE, "Faster.", "No.", 0, at),
            new Version("6.8", State.PUBLISHED, Visibility.PUBLIC, "First.", null, 96, at)));
  }

  @Override
  public String compose(Actor actor, String slug, String version) {
    return "services:\n  web:\n    image: wordpress:" + version + "\n";
  }

  @Override
  public void deprecate(Actor actor, String slug, String version) {
    asked.add("deprecate " + version);
  }

  @Override
  public void withdraw(Actor actor, String slug, String version) {
    throw Problem.conflict("in_use", "This is in use. 96 deployments of 80 other customers.");
  }

  @Override
  public void delete(Actor actor, String slug) {
    asked.add("delete " + slug);
  }
}
