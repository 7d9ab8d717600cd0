package io.hoster.ui.rest;

import io.hoster.store.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What stands around the API in tests: a database, and a worker that streams logs. */
final class RestParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestDatabase.fresh();
    FakeWorker worker = new FakeWorker();
    TestPropertyValues.of(
            "hoster.database-url=" + database.url(), "test.worker-port=" + worker.port())
        .applyTo(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context.getBeanFactory().registerSingleton("fakeWorker", worker);
  }
}
