package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.RevisionRow;
import io.hoster.ui.Problem;
import io.hoster.ui.catalog.PlanSketch;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.VersionDifference;
import io.hoster.workflows.catalog.VersionDifference.Side;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Says what a newer version of its template means for an app, before anybody asks for it. */
@WebRole
@Component
class UpgradeReader {

  private final DeploymentReader reader;
  private final TemplateQueries templates;
  private final WebTransactions transactions;

  UpgradeReader(DeploymentReader reader, TemplateQueries templates, WebTransactions transactions) {
    this.reader = reader;
    this.templates = templates;
    this.transactions = transactions;
  }

  /**
   * What the newer version changes.
   *
   * @throws Problem 404, 409 no_update when the newest version runs already
   */
  VersionUpgrade find(Actor actor, DeploymentId id) {
    DeploymentRow row = reader.row(actor, id);
    String to = row.update();
    if (to == null) {
      throw Problem.conflict("no_update", "It runs the newest version of its template.");
    }
    RevisionRow wish = reader.wish(actor, id);
    TemplateDefinition before = definition(actor, row.template(), wish.templateVersion());
    TemplateDefinition after = definition(actor, row.template(), to);
    SortedSet<String> known = new TreeSet<>(wish.variables().keySet());
    known.addAll(wish.secretVariables());
    VersionDifference difference =
        VersionDifference.between(side(before, wish), side(after, wish), known);
    return new VersionUpgrade(
        row.templateVersion(),
        to,
        difference.changes(),
        difference.asks(),
        difference.servesMeanwhile());
  }

  private TemplateDefinition definition(Actor actor, String slug, String version) {
    return transactions
        .tenant(actor.tenant(), () -> templates.bySlugAndVersion(actor.tenant(), slug, version))
        .map(found -> found.definition())
        .orElseThrow(() ->
            Problem.conflict(
                "no_update", "Version " + version + " of its template was withdrawn."));
  }

  /** Secrets change no image and no volume: examples stand in for them. */
  private static Side side(TemplateDefinition template, RevisionRow wish) {
    SortedMap<String, String> values = new TreeMap<>(wish.variables());
    return new Side(
        template,
        PlanSketch.of(template, values)
            .orElseThrow(() ->
                Problem.conflict(
                    "no_update",
                    "Version %s does not compile with the values of this app. Ask its creator."
                        .formatted(template.version()))));
  }
}
