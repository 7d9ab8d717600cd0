package io.hoster.ui.rest;

import io.hoster.store.TestDatabase;
import io.hoster.store.node.WorkerStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What stands around the API in tests: a database, and a worker that streams logs. */
final class RestParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.fresh();
    FakeWorker worker = new FakeWorker();
    WorkerStore workers = new WorkerStore(database.jdbc());
    database
        .worker()
        .system(() -> {
          workers.beat("http://127.0.0.1:" + worker.port());
          // It beats no more; tests may take longer than a row counts.
          database.jdbc().sql("update worker set heartbeat_at = now() + interval '1 day'").update();
        });
    TestPropertyValues.of("hoster.database-url=" + database.url()).applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context.getBeanFactory().registerSingleton("fakeWorker", worker);
  }
}
