package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.ui.Problem;
import io.hoster.ui.engine.CommandGateway;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Actor.StaffRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.Choices.Choice;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.Verdict;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Service;

/**
 * What customers ask of their deployments. Each call decides in one transaction whether it is legal
 * and writes intent, command and audit row; the work is the engine's.
 */
@Service
@ConditionalOnBooleanProperty("hoster.role.web")
public class DeploymentService {

  private static final int LONGEST_REASON = 500;

  private final WebTransactions transactions;
  private final TemplateQueries templates;
  private final DeploymentIntents intents;
  private final NewDeployments newcomers;
  private final Revisions revisions;
  private final CommandDesk desk;
  private final CommandGateway gateway;

  DeploymentService(
      WebTransactions transactions,
      TemplateQueries templates,
      DeploymentIntents intents,
      NewDeployments newcomers,
      Revisions revisions,
      CommandDesk desk,
      CommandGateway gateway) {
    this.transactions = transactions;
    this.templates = templates;
    this.intents = intents;
    this.newcomers = newcomers;
    this.revisions = revisions;
    this.desk = desk;
    this.gateway = gateway;
  }

  /**
   * Accepts a new deployment.
   *
   * @return its id; it is {@code pending} from now on
   * @throws Problem 403 plan_limit, 409 name_taken, 422 invalid with the fields
   */
  public DeploymentId deploy(Actor actor, DeployRequest request) {
    Access.requireWrite(actor);
    DeploymentNames.require(request.name());
    DeploymentId id = transactions.tenant(actor.tenant(), () -> accept(actor, request));
    gateway.send(actor.tenant(), id);
    return id;
  }

  private DeploymentId accept(Actor actor, DeployRequest request) {
    CommandId given = request.command();
    CommandId command = given == null ? desk.idOf(actor, "") : given;
    return newcomers.add(actor, command, () -> order(actor, request));
  }

  private NewDeployments.Order order(Actor actor, DeployRequest request) {
    return new NewDeployments.Order(
        offered(actor, request.template()),
        request.name(),
        request.variables(),
        request.environment(),
        null);
  }

  private TemplateVersionRow offered(Actor actor, String slug) {
    TemplateVersionRow version =
        templates
            .bySlug(actor.tenant(), slug)
            .orElseThrow(() ->
                Problem.invalid(
                    "/template",
                    "There is no template \"" + slug + "\". Pick one of the marketplace."));
    if (!version.isOffered()) {
      throw Problem.invalid(
          "/template",
          version.status().equals("deprecated")
              ? "This template is deprecated: what runs of it goes on, nothing new is made of it."
              : "This template is not published yet. Publish it, or try it for an hour.");
    }
    return version;
  }

  /** Starts a stopped app. Problem 409 invalid_state when it is not stopped. */
  public void start(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.START);
  }

  public void stop(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.STOP);
  }

  public void restart(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.RESTART);
  }

  /** Undoes what is being set up or changed. */
  public void cancel(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.CANCEL);
  }

  /** Deletes an app at rest, with its volumes. */
  public void delete(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.DELETE);
  }

  /** Goes on from the failing step. */
  public void retry(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.RETRY);
  }

  /** Undoes what failed. */
  public void rollBackFailed(Actor actor, DeploymentId id) {
    command(actor, id, CommandKind.ROLL_BACK);
  }

  /**
   * Decides about an operation that waits, as {@code actor} may.
   *
   * @param reason why; needed to confirm what was done by hand
   * @throws Problem 403 for what only staff decide, 409 invalid_state, 422 when the reason is
   *     missing
   */
  public void resolve(Actor actor, DeploymentId id, Choice choice, String reason) {
    boolean forStaff = choice == Choice.SKIP || choice == Choice.CONFIRM;
    if (forStaff && !actor.isStaff(StaffRole.SUPPORT) && !actor.isStaff(StaffRole.OPERATOR)) {
      throw Problem.forbidden("forbidden", "Only support can do this. Ask support.");
    }
    if (choice == Choice.CONFIRM && reason.isBlank()) {
      throw Problem.invalid("/reason", "Say what was done by hand, and where it was seen.");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Problem.invalid("/reason", "The reason may have 500 characters at most.");
    }
    submit(actor, id, () -> desk.accept(actor, id, choice.command(), reason.strip()));
  }

  private void command(Actor actor, DeploymentId id, CommandKind kind) {
    submit(actor, id, () -> desk.accept(actor, id, kind));
  }

  private void submit(Actor actor, DeploymentId id, Runnable accept) {
    Access.requireWrite(actor);
    transactions.tenant(actor.tenant(), accept);
    gateway.send(actor.tenant(), id);
  }

  /**
   * Runs it with changed values; of one that failed, the failed operation goes on with them.
   *
   * @throws Problem 409 invalid_state, 422 invalid with the fields
   */
  public void redeploy(Actor actor, DeploymentId id, RedeployRequest request) {
    submit(
        actor,
        id,
        () -> {
          if (desk.accept(actor, id, CommandKind.REDEPLOY)) {
            revisions.change(actor, id, request);
          }
        });
  }

  /**
   * Goes back to the revision that ran before this one; a change that failed is undone. Problem 409
   * when there is nothing to go back to.
   */
  public void rollback(Actor actor, DeploymentId id) {
    submit(
        actor,
        id,
        () -> {
          Verdict.Open open = intents.open(actor.tenant(), id);
          if (open != null && open.waitsForPerson() && open.kind().canRollBack()) {
            desk.accept(actor, id, CommandKind.ROLL_BACK);
            return;
          }
          if (desk.accept(actor, id, CommandKind.REDEPLOY)) {
            revisions.goBack(actor, id);
          }
        });
  }
}
