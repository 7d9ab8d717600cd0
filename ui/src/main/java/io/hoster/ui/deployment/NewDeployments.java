package io.hoster.ui.deployment;

import io.hoster.store.Ids;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds deployments within the plan's limits, in the transaction of the caller. */
@WebRole
@Component
class NewDeployments {

  private final TemplateQueries templates;
  private final DeploymentIntents intents;
  private final PlanLimits limits;
  private final Hosts hosts;
  private final Revisions revisions;
  private final CommandDesk desk;
  private final Audit audit;

  NewDeployments(
      TemplateQueries templates,
      DeploymentIntents intents,
      PlanLimits limits,
      Hosts hosts,
      Revisions revisions,
      CommandDesk desk,
      Audit audit) {
    this.templates = templates;
    this.intents = intents;
    this.limits = limits;
    this.hosts = hosts;
    this.revisions = revisions;
    this.desk = desk;
    this.audit = audit;
  }

  /**
   * What is wanted.
   *
   * @param lifetime after which it goes away by itself; null: it stays
   */
  record Order(
      TemplateVersionRow version,
      String name,
      SortedMap<String, String> variables,
      SortedMap<String, String> environment,
      @Nullable Duration lifetime) {}

  /**
   * The deployment that {@code command} asks for: a new one, or the one it made before.
   *
   * @param order asked only for a new one, under the lock of the tenant's limits
   * @throws Problem 403 plan_limit, 409 name_taken, 422 with the fields
   */
  DeploymentId add(Actor actor, CommandId command, Supplier<Order> order) {
    desk.requireNotSuspended(actor, CommandKind.PROVISION);
    limits.lock(actor.tenant());
    return desk.subjectOf(actor.tenant(), command)
        .orElseGet(() -> addNew(actor, command, order.get()));
  }

  private DeploymentId addNew(Actor actor, CommandId command, Order order) {
    TemplateVersionRow version = order.version();
    SortedMap<String, String> values = revisions.complete(version, order.variables());
    String kind = version.definition().kind().name().toLowerCase(Locale.ROOT);
    PlanLimits.Use use = limits.use(actor.tenant(), kind);
    if (use.used() >= use.limit()) {
      throw Problem.forbidden("plan_limit", use.sentence());
    }
    if (intents.nameIsTaken(actor.tenant(), order.name())) {
      throw DeploymentNames.taken(order.name());
    }
    DeploymentId id = new DeploymentId(Ids.fresh("dep"));
    hosts.add(actor, id, order.name(), kind, version.template(), order.lifetime());
    requireStillOffered(actor, order);
    revisions.addFirst(actor, id, version, values, order.environment());
    desk.write(actor, id, CommandKind.PROVISION, command);
    audit.record(actor, "deployment.requested", "deployment", id.value(), null, order.name());
    return id;
  }

  /** The row that was just added holds the template: whoever withdraws it waits, or was first. */
  private void requireStillOffered(Actor actor, Order order) {
    if (order.lifetime() == null
        && templates
            .byVersion(actor.tenant(), order.version().id())
            .filter(TemplateVersionRow::isOffered)
            .isEmpty()) {
      throw Problem.invalid("/template", "This template was withdrawn just now.");
    }
  }
}
