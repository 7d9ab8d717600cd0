package io.hoster.ui.campaign;

import io.hoster.store.WebTransactions;
import io.hoster.store.campaign.CampaignIntents;
import io.hoster.store.campaign.CampaignIntents.Wish;
import io.hoster.store.campaign.CampaignQueries;
import io.hoster.store.campaign.CampaignRow;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.Problem;
import io.hoster.ui.engine.CommandGateway;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.campaign.CampaignId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Updates of all apps of a template, asked for by its creator or by the platform's staff. Who is
 * neither does not learn of them: a Problem 404.
 */
@WebRole
@Service
public class CampaignService {

  private static final int MOST_FAILURES = 1000;

  private final WebTransactions transactions;
  private final TemplateQueries templates;
  private final CampaignIntents intents;
  private final CampaignQueries campaigns;
  private final CommandGateway gateway;
  private final Audit audit;
  private final Duration settle;

  CampaignService(
      WebTransactions transactions,
      TemplateQueries templates,
      CampaignIntents intents,
      CampaignQueries campaigns,
      CommandGateway gateway,
      Audit audit,
      @Value("${hoster.campaign-settle:PT10M}") Duration settle) {
    this.transactions = transactions;
    this.templates = templates;
    this.intents = intents;
    this.campaigns = campaigns;
    this.gateway = gateway;
    this.audit = audit;
    this.settle = settle;
  }

  /**
   * Begins to bring every running app of the template to {@code version}.
   *
   * @throws Problem 404, 409 campaign_running, 422
   */
  CampaignRow begin(Actor actor, String slug, CampaignRequest request) {
    transactions.system(() -> template(actor, slug));
    String version = request.wanted();
    int canaryPercent = request.canaries();
    int maxFailures = request.failures();
    if (canaryPercent < 1 || canaryPercent > 100) {
      throw Problem.invalid("/canary_percent", "So many percent go first: 1 to 100.");
    }
    if (maxFailures < 1 || maxFailures > MOST_FAILURES) {
      throw Problem.invalid("/max_failures", "With so many failures it stops: 1 to 1000.");
    }
    CampaignRow begun =
        transactions.system(() -> {
          TemplateVersionRow wanted = wanted(actor, slug, version);
          CampaignId id =
              intents
                  .begin(
                      new Wish(
                          wanted.template(),
                          wanted.id(),
                          canaryPercent,
                          maxFailures,
                          (int) settle.toSeconds()),
                      actor.name())
                  .orElseThrow(() ->
                      Problem.conflict(
                          "campaign_running",
                          "The apps of this template are being updated already. Stop that first."));
          audit.record(actor, "campaign.begun", "campaign", id.value(), null, version);
          return campaigns.find(id).orElseThrow();
        });
    gateway.campaign(begun.id());
    return begun;
  }

  private TemplateVersionRow wanted(Actor actor, String slug, String version) {
    template(actor, slug);
    return templates
        .bySlugAndVersion(actor.tenant(), slug, version)
        .filter(found -> found.status().equals("published"))
        .orElseThrow(() ->
            Problem.invalid(
                "/version", "This template has no published version \"" + version + "\"."));
  }

  /** The template, when the actor may update its apps. */
  private TemplateVersionRow template(Actor actor, String slug) {
    return templates
        .bySlug(actor.tenant(), slug)
        .filter(found -> found.own() || isStaff(actor))
        .orElseThrow(Problem::notFound);
  }

  /** For the staff's own routes: who is none gets a Problem 404. */
  static void requireStaff(Actor actor) {
    if (!isStaff(actor)) {
      throw Problem.notFound();
    }
  }

  private static boolean isStaff(Actor actor) {
    return actor.isStaff(StaffRole.OPERATOR) || actor.isStaff(StaffRole.SUPPORT);
  }

  /** The template's campaigns, newest first. */
  List<CampaignRow> list(Actor actor, String slug, int limit) {
    return transactions.system(() -> campaigns.ofTemplate(template(actor, slug).template(), limit));
  }

  /** Begins no more apps; those at work are finished. One that is over stays as it is. */
  CampaignRow stop(Actor actor, String id) {
    return transactions.system(() -> {
      CampaignRow row = find(actor, id);
      if (row.finishedAt() == null && !row.stopAsked()) {
        intents.stop(row.id(), actor.name());
        audit.record(actor, "campaign.stopped", "campaign", id);
      }
      return campaigns.find(row.id()).orElseThrow();
    });
  }

  private CampaignRow find(Actor actor, String id) {
    return campaign(id)
        .flatMap(campaigns::find)
        .filter(row -> actor.tenant().value().equals(row.tenant()) || isStaff(actor))
        .orElseThrow(Problem::notFound);
  }

  private static java.util.Optional<CampaignId> campaign(@Nullable String id) {
    try {
      return java.util.Optional.of(new CampaignId(id == null ? "" : id));
    } catch (IllegalArgumentException e) {
      return java.util.Optional.empty();
    }
  }
}
