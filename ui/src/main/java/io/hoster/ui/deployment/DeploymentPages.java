package io.hoster.ui.deployment;

import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.TemplateQueries;
import io.hoster.store.deployment.DeploymentQueries;
import io.hoster.store.deployment.DeploymentQueries.AfterEvent;
import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.deployment.RevisionRow;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.OperationQueries;
import io.hoster.ui.api.Cursor;
import io.hoster.ui.component.OperationView;
import io.hoster.ui.component.State;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers the pages from rows, and hands what they ask for to the service that decides. */
@WebRole
@Service
class DeploymentPages implements Deployments {

  private final DeploymentReader reader;
  private final DeploymentService service;
  private final TemplateQueries templates;
  private final UpgradeReader upgrades;
  private final RowViews views;
  private final PlanLimits limits;
  private final WebTransactions transactions;

  DeploymentPages(
      DeploymentReader reader,
      DeploymentService service,
      TemplateQueries templates,
      UpgradeReader upgrades,
      RowViews views,
      PlanLimits limits,
      WebTransactions transactions) {
    this.reader = reader;
    this.service = service;
    this.templates = templates;
    this.upgrades = upgrades;
    this.views = views;
    this.limits = limits;
    this.transactions = transactions;
  }

  @Override
  public Page list(Actor actor, Filter filter, @Nullable String after, int limit) {
    State state = filter.state();
    Set<String> statuses = state == null ? Set.of() : Set.of(state.name().toLowerCase(Locale.ROOT));
    Cursor start = Cursor.decode(after);
    List<DeploymentRow> rows =
        reader.rows(
            actor,
            new DeploymentQueries.Filter(statuses, filter.text(), ""),
            start.at() == null
                ? DeploymentQueries.After.NOTHING
                : new DeploymentQueries.After(start.at(), start.id()),
            limit + 1);
    List<DeploymentRow> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next =
        rows.size() > limit
            ? new Cursor(shown.getLast().createdAt(), shown.getLast().id().value()).encode()
            : null;
    return new Page(shown.stream().map(views::summary).toList(), next);
  }

  @Override
  public Map<State, Integer> counts(Actor actor) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    reader.countByStatus(actor).forEach((status, count) -> counts.put(State.of(status), count));
    return counts;
  }

  @Override
  public Details get(Actor actor, DeploymentId id) {
    DeploymentRow row = reader.row(actor, id);
    Limits allowed = transactions.tenant(actor.tenant(), () -> limits(actor, row.kind()));
    return views.details(row, reader.usualDurations(row), allowed);
  }

  private Limits limits(Actor actor, String kind) {
    PlanLimits.Container each = limits.container(actor.tenant());
    return new Limits(limits.use(actor.tenant(), kind).plan(), each.nanoCpus(), each.memoryBytes());
  }

  @Override
  public List<OperationView> operations(Actor actor, DeploymentId id, int limit) {
    DeploymentRow row = reader.row(actor, id);
    return reader.operations(actor, id, OperationQueries.After.NOTHING, limit).stream()
        .map(operation -> views.operation(operation, row.name(), reader.usualDurations(row)))
        .toList();
  }

  @Override
  public List<Event> events(Actor actor, DeploymentId id, int limit) {
    return reader.events(actor, id, AfterEvent.NOTHING, limit).stream()
        .map(event -> new Event(event.at(), event.message(), event.actor()))
        .toList();
  }

  @Override
  public List<Credential> credentials(Actor actor, DeploymentId id) {
    return reader.credentialNames(actor, id).stream()
        .map(row -> new Credential(row.name(), row.service(), row.value(), row.secret() != null))
        .toList();
  }

  @Override
  public List<Credential> reveal(Actor actor, DeploymentId id) {
    return reader.credentials(actor, id).stream()
        .map(open -> new Credential(open.name(), open.service(), open.value(), open.secret()))
        .toList();
  }

  @Override
  public List<Sample> samples(Actor actor, DeploymentId id, Duration span) {
    return reader.samples(actor, id, (int) span.toHours()).stream()
        .map(row ->
            new Sample(
                row.at(),
                row.cpuPercent(),
                row.memoryBytes(),
                row.networkInBytes(),
                row.networkOutBytes(),
                row.requests(),
                row.errors(),
                row.responseMillisMean()))
        .toList();
  }

  @Override
  public Values values(Actor actor, DeploymentId id) {
    RevisionRow wish = reader.wish(actor, id);
    String slug = reader.row(actor, id).template();
    List<Variable> variables =
        transactions
            .tenant(
                actor.tenant(),
                () -> templates.bySlugAndVersion(actor.tenant(), slug, wish.templateVersion()))
            .map(version -> version.definition().variables())
            .orElse(List.of()); // withdrawn: it runs on, and nothing can be asked of it any more
    return new Values(variables, wish.variables(), wish.secretVariables(), wish.templateVersion());
  }

  @Override
  public VersionUpgrade upgrade(Actor actor, DeploymentId id) {
    return upgrades.find(actor, id);
  }

  @Override
  public void upgrade(Actor actor, DeploymentId id, String to, SortedMap<String, String> values) {
    service.redeploy(actor, id, new RedeployRequest(to, values, null));
  }

  @Override
  public void goBack(Actor actor, DeploymentId id) {
    service.rollback(actor, id);
  }

  @Override
  public CommandId newCommand() {
    return CommandStore.freshId();
  }

  @Override
  public void command(Actor actor, DeploymentId id, CommandId command, CommandKind kind) {
    switch (kind) {
      case START -> service.start(actor, id);
      case STOP -> service.stop(actor, id);
      case RESTART -> service.restart(actor, id);
      case RETRY -> service.retry(actor, id);
      case ROLL_BACK -> service.rollBackFailed(actor, id);
      case CANCEL -> service.cancel(actor, id);
      case DELETE -> service.delete(actor, id);
      case PROVISION, REDEPLOY, SKIP, CONFIRM, SUSPEND, RESUME, REPAIR ->
          throw new IllegalArgumentException(kind + " needs more than a verb");
    }
  }

  @Override
  public void redeploy(
      Actor actor, DeploymentId id, CommandId command, SortedMap<String, String> changed) {
    service.redeploy(actor, id, new RedeployRequest(null, changed, null));
  }
}
