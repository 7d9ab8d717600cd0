package io.hoster.ui.overview;

import io.hoster.store.WebTransactions;
import io.hoster.store.deployment.DeploymentQueries.After;
import io.hoster.store.deployment.DeploymentQueries.Filter;
import io.hoster.store.deployment.DeploymentRow;
import io.hoster.store.deployment.PlanLimits;
import io.hoster.store.operation.OperationRow;
import io.hoster.store.tenant.TenantStore;
import io.hoster.ui.component.State;
import io.hoster.ui.deployment.DeploymentReader;
import io.hoster.ui.deployment.RowViews;
import io.hoster.ui.deployment.Words;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.tenant.OwnAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The overview from rows. */
@WebRole
@Service
class RowGlance implements Glance {

  private static final int LOOKED_AT = 50;
  private static final int SHOWN = 6;

  private final DeploymentReader reader;
  private final RowViews views;
  private final PlanLimits limits;
  private final WebTransactions transactions;
  private final OwnAccount account;
  private final TenantStore tenants;

  RowGlance(
      DeploymentReader reader,
      RowViews views,
      PlanLimits limits,
      WebTransactions transactions,
      OwnAccount account,
      TenantStore tenants) {
    this.tenants = tenants;
    this.reader = reader;
    this.views = views;
    this.limits = limits;
    this.transactions = transactions;
    this.account = account;
  }

  @Override
  public Seen look(Actor actor) {
    SortedMap<State, Integer> states = new TreeMap<>();
    reader.countByStatus(actor).forEach((status, count) -> states.put(State.of(status), count));
    List<DeploymentRow> newest = reader.rows(actor, Filter.ALL, After.NOTHING, LOOKED_AT);
    List<DeploymentRow> failed =
        reader.rows(actor, new Filter(Set.of("failed"), "", ""), After.NOTHING, SHOWN);
    return new Seen(
        account.profile(actor).emailVerified(),
        transactions.tenant(
            actor.tenant(), () -> tenants.suspensionReason(actor.tenant()).orElse(null)),
        states,
        failed.stream().map(RowGlance::trouble).toList(),
        newest.stream()
            .flatMap(this::work)
            .sorted(Comparator.comparing(Work::at).reversed())
            .limit(SHOWN)
            .toList(),
        transactions.tenant(actor.tenant(), () -> uses(actor)));
  }

  private static Trouble trouble(DeploymentRow row) {
    String why = Words.reason(row.operation());
    String reason = row.statusReason();
    return new Trouble(row.id(), row.name(), why != null ? why : reason != null ? reason : "");
  }

  private Stream<Work> work(DeploymentRow row) {
    OperationRow operation = row.operation();
    return operation == null
        ? Stream.empty()
        : Stream.of(new Work(row.id(), views.operation(operation, row.name(), Map.of())));
  }

  private List<Use> uses(Actor actor) {
    return List.of(
        use(actor, Kind.SITES, "web"),
        use(actor, Kind.APIS, "api"),
        use(actor, Kind.DATABASES, "database"));
  }

  private Use use(Actor actor, Kind kind, String stored) {
    PlanLimits.Use use = limits.use(actor.tenant(), stored);
    return new Use(kind, use.used(), use.limit());
  }
}
