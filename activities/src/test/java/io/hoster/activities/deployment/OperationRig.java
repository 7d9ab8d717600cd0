package io.hoster.activities.deployment;

import io.hoster.activities.node.NodeWatch;
import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.node.NodeTestRows;
import io.hoster.store.notice.NoticeOutbox;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.CommandStore.Asker;
import io.hoster.store.operation.LedgerStore;
import io.hoster.store.operation.OperationStore;
import io.hoster.store.operation.StepStore;
import io.hoster.store.tenant.TenantStore;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.operation.Directive;
import io.hoster.workflows.operation.OperationRef;
import io.hoster.workflows.tenant.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One deployment in a real database, with the record activities and the stores behind them. */
final class OperationRig implements AutoCloseable {

  final TestDatabase database = TestDatabase.fresh();
  final TenantId tenant = new TenantId(database.tenant("Ada"));
  final NodeTestRows rows = new NodeTestRows(database);
  final SimpleMeterRegistry figures = new SimpleMeterRegistry();
  final DeploymentRecords records;
  final DeploymentId app;
  private final OperationMeters meters = new OperationMeters(figures);
  private final AnnotationConfigApplicationContext stores =
      new AnnotationConfigApplicationContext();

  OperationRig(String status) {
    TestRows testRows = new TestRows(database);
    testRows.template("blog", TemplateDefinition.Kind.WEB, "Tools");
    app = testRows.deployment(tenant, "blog", "blog", status);
    stores.registerBean(JdbcClient.class, database::jdbc);
    stores.registerBean(WorkerTransactions.class, database::worker);
    stores.registerBean(OperationMeters.class, () -> meters);
    stores.register(
        DeploymentStore.class,
        OperationStore.class,
        StepStore.class,
        CommandStore.class,
        LedgerStore.class,
        RouteStore.class,
        TenantStore.class,
        OperationEnd.class,
        PassedSteps.class,
        NoticeOutbox.class,
        TakeBack.class);
    stores.refresh();
    records =
        new DeploymentRecords(
            database.worker(),
            get(DeploymentStore.class),
            get(OperationStore.class),
            get(StepStore.class),
            get(CommandStore.class),
            get(RouteStore.class),
            get(PassedSteps.class),
            meters,
            get(TakeBack.class));
  }

  private <T> T get(Class<T> store) {
    return stores.getBean(store);
  }

  StepRunner runner(List<StepAction> actions) {
    return new StepRunner(
        database.worker(),
        get(OperationStore.class),
        new StepContext.Rows(
            get(DeploymentStore.class), get(StepStore.class), get(LedgerStore.class)),
        get(OperationEnd.class),
        meters,
        new NodeWatch(),
        actions);
  }

  /** A command as the web would have accepted it. */
  CommandRef accepted(CommandKind kind) {
    CommandId id = CommandStore.freshId();
    database
        .web()
        .tenant(
            tenant,
            () ->
                get(CommandStore.class)
                    .add(tenant, id, app, kind, "", new Asker(null, "Ada", null)));
    return new CommandRef(id, kind);
  }

  Directive apply(CommandRef command) {
    return records.applyCommand(tenant, app, command);
  }

  /** Accepts and applies a command that begins an operation or takes it up again. */
  OperationRef begin(CommandKind kind) {
    return ((Directive.CarryOut) apply(accepted(kind))).operation();
  }

  String status() {
    return rows.text("select status from deployment where id = ?", app.value());
  }

  long generation() {
    return rows.count("select generation from deployment where id = ?", app.value());
  }

  /** A command's outcome and reason. */
  String outcome(CommandRef command) {
    return rows.text(
        "select outcome || coalesce(': ' || reason, '') from command where id = ?",
        command.id().value());
  }

  /** A counter's value; {@code tag} is the value of any of its tags. */
  double counted(String name, String tag) {
    return figures.find(name).counters().stream()
        .filter(
            counter -> counter.getId().getTags().stream().anyMatch(t -> t.getValue().equals(tag)))
        .mapToDouble(Counter::count)
        .sum();
  }

  @Override
  public void close() {
    stores.close();
    database.close();
  }
}
