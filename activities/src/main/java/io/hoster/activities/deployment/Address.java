package io.hoster.activities.deployment;

import io.hoster.activities.SteadyClock;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore.Facts;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.operation.LedgerStore.Kind;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.catalog.TemplateDefinition.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a deployment's host leads; done when every live edge has taken it over. */
@Component
final class Address {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LOOK_MILLIS = 10;

  private final WorkerTransactions transactions;
  private final RouteStore routes;
  private final LeaseStore leases;
  private final Clock clock = new SteadyClock();

  Address(WorkerTransactions transactions, RouteStore routes, LeaseStore leases) {
    this.transactions = transactions;
    this.routes = routes;
    this.leases = leases;
  }

  /** The host leads to the port of {@code entry}. */
  void open(StepContext context, Facts facts, Entry entry) {
    int port =
        context.write(() ->
            leases.portsOf(facts.id(), facts.workingSide()).stream()
                .filter(
                    p -> p.service().equals(entry.service()) && p.containerPort() == entry.port())
                .map(LeaseStore.Port::nodePort)
                .findFirst()
                .orElseThrow(() ->
                    new StepFailure(
                        FailureType.TEMPLATE_INVALID,
                        "The service "
                            + entry.service()
                            + " publishes no port "
                            + entry.port()
                            + ", so it cannot have the address.")));
    context.note(Kind.ROUTE, facts.host());
    put(context, facts, "live", "127.0.0.1:" + port);
  }

  /** The host leads to a page that says {@code state}. */
  void say(StepContext context, Facts facts, String state) {
    put(context, facts, state, null);
  }

  private void put(StepContext context, Facts facts, String state, @Nullable String upstream) {
    long revision =
        context.write(() -> routes.put(facts.tenant(), facts.id(), facts.host(), state, upstream));
    await(context, revision);
  }

  /** The host leads nowhere. */
  void remove(StepContext context, Facts facts) {
    await(context, context.write(() -> routes.remove(facts.tenant(), facts.id())));
  }

  private void await(StepContext context, long revision) {
    Instant until = clock.instant().plus(PATIENCE);
    while (!transactions.system(() -> routes.isApplied(revision))) {
      if (clock.instant().isAfter(until)) {
        throw new StepFailure(
            FailureType.EDGE_UNAVAILABLE,
            "The edge has not taken over the address yet; the app itself is fine.");
      }
      context.pause(LOOK_MILLIS);
    }
  }
}
