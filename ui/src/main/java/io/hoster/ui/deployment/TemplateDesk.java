package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.ServiceImage;
import io.hoster.store.catalog.TemplateVersionRow;
import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.operation.CommandStore;
import io.hoster.ui.Problem;
import io.hoster.ui.catalog.PlanSketch;
import io.hoster.ui.catalog.TemplateService;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.FieldProblem;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.VariableValues;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.operation.CommandId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Answers the page that makes a deployment. */
@WebRole
@Service
class TemplateDesk implements DeployDesk {

  private final TemplateService templates;
  private final DeploymentService service;
  private final DeploymentIntents intents;
  private final FreeNames names;
  private final Hosts hosts;
  private final PlanLimits limits;
  private final WebTransactions transactions;

  TemplateDesk(
      TemplateService templates,
      DeploymentService service,
      DeploymentIntents intents,
      FreeNames names,
      Hosts hosts,
      PlanLimits limits,
      WebTransactions transactions) {
    this.templates = templates;
    this.service = service;
    this.intents = intents;
    this.names = names;
    this.hosts = hosts;
    this.limits = limits;
    this.transactions = transactions;
  }

  @Override
  public Offer offer(Actor actor, String slug) {
    TemplateVersionRow row = templates.get(actor, slug);
    TemplateDefinition template = row.definition();
    return transactions.tenant(
        actor.tenant(),
        () ->
            new Offer(
                template,
                row.services().stream().map(ServiceImage::name).toList(),
                names.like(actor, slug),
                room(actor, template)));
  }

  private Room room(Actor actor, TemplateDefinition template) {
    PlanLimits.Use use =
        limits.use(actor.tenant(), template.kind().name().toLowerCase(Locale.ROOT));
    PlanLimits.Container each = limits.container(actor.tenant());
    return new Room(
        use.plan(),
        use.used(),
        use.limit(),
        use.used() < use.limit() ? null : use.sentence(),
        each.nanoCpus(),
        each.memoryBytes());
  }

  @Override
  public NameCheck check(Actor actor, String name) {
    try {
      DeploymentNames.require(name);
    } catch (Problem problem) {
      return new NameCheck("", problem.detail(), null);
    }
    return transactions.tenant(
        actor.tenant(),
        () ->
            intents.nameIsTaken(actor.tenant(), name)
                ? new NameCheck("", DeploymentNames.taken(name).detail(), names.like(actor, name))
                : new NameCheck(hosts.candidate(actor, name), null, null));
  }

  @Override
  public Preview preview(TemplateDefinition template, SortedMap<String, String> values) {
    List<FieldProblem> problems =
        switch (VariableValues.check(template.variables(), values, bound -> 0)) {
          case VariableValues.Checked.Complete complete -> List.of();
          case VariableValues.Checked.Invalid invalid -> invalid.problems();
        };
    SortedMap<String, String> good = new TreeMap<>(values);
    problems.forEach(problem -> good.remove(problem.name()));
    Optional<DeploymentPlan> plan = PlanSketch.of(template, good);
    return new Preview(
        problems,
        plan.map(p -> p.services().stream().map(ServicePlan::name).toList()).orElse(List.of()),
        plan.map(DeploymentPlan::volumes).orElse(List.of()));
  }

  @Override
  public CommandId newCommand() {
    return CommandStore.freshId();
  }

  @Override
  public DeploymentId deploy(
      Actor actor, CommandId command, String slug, String name, SortedMap<String, String> values) {
    return service.deploy(actor, new DeployRequest(slug, name, values, new TreeMap<>(), command));
  }
}
