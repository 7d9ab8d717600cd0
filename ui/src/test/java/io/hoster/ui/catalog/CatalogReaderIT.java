package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hoster.store.TestDatabase;
import io.hoster.store.catalog.TemplateRow;
import io.hoster.store.catalog.TemplateSearchQueries;
import io.hoster.store.catalog.TemplateSearchQueries.After;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.store.catalog.TemplateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CatalogReaderIT {

  private static final String TEMPLATE =
      """
      name: Extra
      version: %s
      kind: web
      category: Tools
      summary: %s
      """;
  private static final String COMPOSE =
      "services:\n  web:\n    image: nginx:1\n    ports: ['80']\n";

  private final TestDatabase database = TestDatabase.fresh();
  private final TemplateSearchQueries queries = new TemplateSearchQueries(database.jdbc());
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(CatalogReader.class);
  @TempDir Path extra;

  @BeforeEach
  void listen() {
    told.start();
    log.addAppender(told);
  }

  @AfterEach
  void close() {
    log.detachAppender(told);
    database.close();
  }

  private void read() {
    new CatalogReader(database.web(), new TemplateStore(database.jdbc()), new CatalogFolders(extra))
        .publishAll();
  }

  private void folder(String slug, String version, String summary, String compose)
      throws IOException {
    Path folder = Files.createDirectories(extra.resolve(slug));
    Files.writeString(folder.resolve("template.yaml"), TEMPLATE.formatted(version, summary));
    Files.writeString(folder.resolve("docker-compose.yml"), compose);
    Files.writeString(folder.resolve("description.md"), "# Extra");
    Files.writeString(
        folder.resolve("icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
  }

  private List<TemplateRow> published() {
    return database
        .web()
        .system(() -> queries.search(null, Filter.ALL, Sort.NAME, After.NOTHING, 200));
  }

  private List<String> errors() {
    return told.list.stream()
        .filter(event -> event.getLevel() == Level.ERROR)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void publishesTheCatalogOfTheArtefactOnce() {
    read();
    List<TemplateRow> first = published();
    assertThat(first).extracting(TemplateRow::slug).contains("miniflux", "node-api", "static-site");
    read();
    assertThat(published()).isEqualTo(first);
    assertThat(errors()).isEmpty();
  }

  @Test
  void publishesTheExtraFolderToo() throws IOException {
    folder("extra-one", "1.0.0", "Extra", COMPOSE);
    read();
    assertThat(published()).extracting(TemplateRow::slug).contains("extra-one", "miniflux");
  }

  @Test
  void aPublishedVersionStaysAndTheChangeIsToldLoudly() throws IOException {
    folder("extra-one", "1.0.0", "Before", COMPOSE);
    read();
    folder("extra-one", "1.0.0", "After", COMPOSE);
    read();
    assertThat(summary()).isEqualTo("Before");
    assertThat(errors()).singleElement().asString().contains("slug=extra-one", "raise its version");
    folder("extra-one", "1.0.1", "After", COMPOSE);
    read();
    assertThat(summary()).isEqualTo("After");
  }

  private String summary() {
    return published().stream()
        .filter(row -> row.slug().equals("extra-one"))
        .findFirst()
        .orElseThrow()
        .summary();
  }

  @Test
  void aWrongFolderIsToldAndTheOthersArePublished() throws IOException {
    folder("extra-bad", "1.0.0", "Bad", COMPOSE + "    privileged: true\n");
    folder("extra-worse", "one", "Worse", COMPOSE);
    folder("extra-one", "1.0.0", "Good", COMPOSE);
    Files.delete(extra.resolve("extra-worse/icon.svg"));
    read();
    assertThat(published())
        .extracting(TemplateRow::slug)
        .contains("extra-one")
        .doesNotContain("extra-bad", "extra-worse");
    assertThat(errors()).singleElement().asString().contains("slug=extra-bad", "privileged");
  }
}
