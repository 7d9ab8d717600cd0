package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.CreatorStore;
import io.hoster.store.catalog.CreatorStore.Owned;
import io.hoster.store.catalog.ReleaseRow;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.ui.Problem;
import io.hoster.ui.catalog.DraftCheck;
import io.hoster.ui.engine.CommandGateway;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lets the author of a template run its newest version for an hour. What runs is a copy, so that
 * the draft may change meanwhile.
 */
@WebRole
@Service
public class TrialService {

  static final Duration LIFETIME = Duration.ofHours(1);

  private final WebTransactions transactions;
  private final CreatorStore creators;
  private final TemplateQueries templates;
  private final NewDeployments deployments;
  private final FreeNames names;
  private final CommandDesk desk;
  private final CommandGateway gateway;
  private final Audit audit;

  TrialService(
      WebTransactions transactions,
      CreatorStore creators,
      TemplateQueries templates,
      NewDeployments deployments,
      FreeNames names,
      CommandDesk desk,
      CommandGateway gateway,
      Audit audit) {
    this.transactions = transactions;
    this.creators = creators;
    this.templates = templates;
    this.deployments = deployments;
    this.names = names;
    this.desk = desk;
    this.gateway = gateway;
    this.audit = audit;
  }

  /**
   * Accepts a trial.
   *
   * @param name null: one that is free
   * @param variables what was typed; what is missing is completed by defaults and generators
   * @return its id; it is {@code pending} from now on
   * @throws Problem 403 plan_limit, 404 for a template of somebody else, 409 name_taken or
   *     invalid_state, 422 with the fields and the lines of the compose file
   */
  public DeploymentId run(
      Actor actor,
      String slug,
      @Nullable String name,
      @Nullable SortedMap<String, String> variables) {
    Access.requireWrite(actor);
    if (name != null) {
      DeploymentNames.require(name);
    }
    DeploymentId id =
        transactions.tenant(
            actor.tenant(),
            () -> {
              CommandId command = desk.idOf(actor, "try/" + slug);
              return deployments.add(actor, command, () -> order(actor, slug, name, variables));
            });
    gateway.send(actor.tenant(), id);
    return id;
  }

  private NewDeployments.Order order(
      Actor actor,
      String slug,
      @Nullable String name,
      @Nullable SortedMap<String, String> variables) {
    Owned template = creators.lock(actor.tenant(), slug).orElseThrow(Problem::notFound);
    ReleaseRow newest = creators.releases(actor.tenant(), template.id()).getFirst();
    if (newest.status().equals("withdrawn")) {
      throw Problem.conflict(
          "invalid_state", "Version " + newest.version() + " is withdrawn. Save a new one first.");
    }
    DraftCheck.requireGood(version(actor, newest.id()).definition());
    TemplateVersionRow copy = version(actor, creators.copyForTrial(actor.tenant(), newest.id()));
    audit.record(actor, "template.tried", "template", template.id(), null, newest.version());
    return new NewDeployments.Order(
        copy,
        name == null ? names.like(actor, "try-" + slug) : name,
        variables == null ? new TreeMap<>() : variables,
        new TreeMap<>(),
        LIFETIME);
  }

  private TemplateVersionRow version(Actor actor, TemplateVersionId id) {
    return templates.byVersion(actor.tenant(), id).orElseThrow(Problem::notFound);
  }
}
