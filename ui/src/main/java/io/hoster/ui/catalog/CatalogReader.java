package io.hoster.ui.catalog;

import io.hoster.store.Migration;
import io.hoster.store.WebTransactions;
import io.hoster.store.catalog.ServiceImage;
import io.hoster.store.catalog.TemplateStore;
import io.hoster.store.catalog.TemplateStore.Published;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.ReadinessPart;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Publishes the platform's own templates when the process starts: each folder of the catalog, once
 * a version. A folder that is wrong is told in the log and left out; the others are published.
 */
@WebRole
@Component
class CatalogReader {

  private static final Logger log = LoggerFactory.getLogger(CatalogReader.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final WebTransactions transactions;
  private final TemplateStore store;
  private final CatalogFolders folders;
  private volatile boolean done;

  @Autowired
  CatalogReader(
      WebTransactions transactions,
      TemplateStore store,
      Migration migration,
      @Value("${hoster.catalog-extra:#{null}}") @Nullable Path extra) {
    this(transactions, store, new CatalogFolders(extra));
    migration.whenDone(this::publishUntilDone);
  }

  CatalogReader(WebTransactions transactions, TemplateStore store, CatalogFolders folders) {
    this.transactions = transactions;
    this.store = store;
    this.folders = folders;
  }

  @Bean
  ReadinessPart catalogReadiness() {
    return ReadinessPart.needed("catalog", () -> done);
  }

  private void publishUntilDone() {
    while (!done && !Thread.currentThread().isInterrupted()) {
      try {
        publishAll();
        done = true;
      } catch (DataAccessException | TransactionException e) {
        log.warn("Catalog was not published, trying again: {}", e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Publishes every folder; twice is once. */
  void publishAll() {
    folders.read().forEach(this::publish);
  }

  private void publish(CatalogEntry entry) {
    try {
      TemplateDefinition definition = entry.definition();
      List<ServiceImage> services = services(definition);
      tell(
          definition,
          transactions.system(() -> store.publish(definition, services, entry.checksum())));
    } catch (IllegalArgumentException e) {
      log.error(
          "Template is wrong and was not published: slug={} {}", entry.slug(), e.getMessage());
    } catch (DataIntegrityViolationException e) {
      log.error("Template was refused by the database: slug={}", entry.slug(), e);
    }
  }

  private static List<ServiceImage> services(TemplateDefinition definition) {
    Compiled compiled =
        ComposeCompiler.compile(
            definition.compose(),
            definition.variables(),
            SampleValues.complete(definition.variables(), new TreeMap<>()));
    return switch (compiled) {
      case Compiled.Planned planned ->
          planned.plan().services().stream()
              .map(service -> new ServiceImage(service.name(), service.image()))
              .toList();
      case Compiled.Refused refused ->
          throw new IllegalArgumentException(
              "docker-compose.yml, line %d: %s"
                  .formatted(
                      refused.findings().getFirst().line(),
                      refused.findings().getFirst().message()));
    };
  }

  private static void tell(TemplateDefinition definition, Published published) {
    switch (published) {
      case Published.Added added ->
          log.info(
              "Template published: slug={} version={} id={}",
              definition.slug(),
              definition.version(),
              added.id());
      case Published.Known known ->
          log.debug("Template is known: slug={} id={}", definition.slug(), known.id());
      case Published.Differs differs ->
          log.error(
              "Template has other content than its published version, which stays; raise its version:"
                  + " slug={} version={} id={}",
              definition.slug(),
              definition.version(),
              differs.id());
      case Published.SlugTaken taken ->
          log.error(
              "Template was not published, its slug belongs to a tenant: slug={} tenant={}",
              definition.slug(),
              taken.owner());
    }
  }
}
