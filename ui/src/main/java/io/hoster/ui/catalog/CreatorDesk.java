package io.hoster.ui.catalog;

import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.State;
import io.hoster.ui.deployment.TrialService;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VersionNumber;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.stereotype.Service;

/** Answers the pages for authors. */
@WebRole
@Service
class CreatorDesk implements Creators {

  private final TemplateService templates;
  private final CreatorService creators;
  private final TrialService trials;

  CreatorDesk(TemplateService templates, CreatorService creators, TrialService trials) {
    this.templates = templates;
    this.creators = creators;
    this.trials = trials;
  }

  @Override
  public List<Mine> mine(Actor actor) {
    return creators.mine(actor).stream().map(CreatorDesk::mine).toList();
  }

  private static Mine mine(TemplateRow row) {
    return new Mine(
        row.slug(),
        row.name(),
        row.versionName(),
        row.icon(),
        State.of(row.status()),
        row.priceMinor(),
        row.currency(),
        row.live());
  }

  @Override
  public Draft draft(Actor actor, String slug) {
    TemplateVersionRow newest = creators.newest(actor, slug);
    String version = newest.definition().version();
    boolean open = newest.status().equals("draft") || newest.status().equals("in_review");
    return new Draft(
        newest.definition(),
        open ? version : VersionNumber.of(version).map(VersionNumber::next).orElse(version),
        open ? newest.changelog() : "",
        State.of(newest.status()),
        templates.detail(actor, slug, version).releases().getFirst().reviewNote());
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
    return creators.create(actor, draft).slug();
  }

  @Override
  public void save(Actor actor, String slug, DraftJson draft) {
    creators.save(actor, slug, draft);
  }

  @Override
  public void publish(Actor actor, String slug, Visibility visibility) {
    creators.publish(actor, slug, visibility);
  }

  @Override
  public DeploymentId tryOut(Actor actor, String slug, SortedMap<String, String> values) {
    return trials.run(actor, slug, null, values);
  }

  @Override
  public Versions versions(Actor actor, String slug) {
    TemplateVersionRow newest = creators.newest(actor, slug);
    TemplateDetail detail = templates.detail(actor, slug, newest.definition().version());
    Map<String, Integer> users = creators.deployments(actor, slug);
    return new Versions(
        detail.name(),
        detail.icon(),
        detail.liveDeployments(),
        detail.releases().stream()
            .map(release -> version(release, users.getOrDefault(release.version(), 0)))
            .toList());
  }

  private static Version version(ReleaseJson release, int deployments) {
    return new Version(
        release.version(),
        State.of(release.status()),
        Visibility.valueOf(release.visibility().toUpperCase(Locale.ROOT)),
        release.changelog(),
        release.reviewNote(),
        deployments,
        Objects.requireNonNullElse(release.publishedAt(), release.createdAt()));
  }

  @Override
  public String compose(Actor actor, String slug, String version) {
    return templates.detail(actor, slug, version).compose();
  }

  @Override
  public void deprecate(Actor actor, String slug, String version) {
    creators.deprecate(actor, slug, version);
  }

  @Override
  public void withdraw(Actor actor, String slug, String version) {
    creators.withdraw(actor, slug, version);
  }

  @Override
  public void delete(Actor actor, String slug) {
    creators.delete(actor, slug);
  }
}
