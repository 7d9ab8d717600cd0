package io.hoster.activities.node;

import io.hoster.store.TestDatabase;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.deployment.DeploymentStore;
import io.hoster.store.edge.RouteStore;
import io.hoster.store.node.DriftStore;
import io.hoster.store.node.LeaseStore;
import io.hoster.store.node.WantedWorldQueries;
import io.hoster.store.operation.CommandStore;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sweep's rows on a test's database. */
final class DriftTestRecords {

  private DriftTestRecords() {}

  static DriftRecords of(TestDatabase database) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("role", Map.of("hoster.role.worker", true)));
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(WorkerTransactions.class, database::worker);
    context.register(
        WantedWorldQueries.class,
        DriftStore.class,
        DeploymentStore.class,
        CommandStore.class,
        LeaseStore.class,
        RouteStore.class,
        DriftRecords.class);
    context.refresh();
    return context.getBean(DriftRecords.class);
  }
}
