package io.hoster.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.catalog.TemplateStore.Published;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateStoreIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final TemplateQueries queries = new TemplateQueries(database.jdbc());
  private final TemplateDefinition first = TestRows.definition("ghost", "1.0.0", Kind.WEB, "Blogs");

  @AfterEach
  void close() {
    database.close();
  }

  private String current() {
    return database
        .web()
        .system(() -> queries.bySlug(null, "ghost"))
        .orElseThrow()
        .definition()
        .version();
  }

  @Test
  void aVersionIsAddedOnce() {
    Published added = rows.publish(first, "a");
    assertThat(added).isInstanceOf(Published.Added.class);
    assertThat(rows.publish(first, "a"))
        .isEqualTo(new Published.Known(((Published.Added) added).id()));
  }

  @Test
  void aNewVersionBecomesCurrentAndTheOldOneStays() {
    rows.publish(first, "a");
    rows.publish(TestRows.definition("ghost", "1.1.0", Kind.WEB, "Blogs"), "b");
    assertThat(current()).isEqualTo("1.1.0");
    rows.publish(first, "a");
    assertThat(current()).isEqualTo("1.1.0");
    assertThat(database.web().system(() -> queries.releases(null, "ghost")))
        .extracting(ReleaseRow::version)
        .containsExactly("1.1.0", "1.0.0");
  }

  @Test
  void otherContentUnderAPublishedVersionIsRefused() {
    rows.publish(first, "a");
    assertThat(rows.publish(first, "b"))
        .isInstanceOfSatisfying(
            Published.Differs.class, differs -> assertThat(differs.checksum()).isEqualTo("a"));
  }

  @Test
  void theDatabaseKeepsAPublishedVersion() {
    rows.publish(first, "a");
    assertThatThrownBy(() ->
            database
                .web()
                .system(() ->
                    database.jdbc().sql("update template_version set compose = 'other'").update()))
        .hasMessageContaining("is published and cannot change");
  }

  @Test
  void aTenantsSlugIsNotTakenOver() {
    TenantId ada = new TenantId(database.tenant("Ada"));
    rows.ownTemplate(ada, "ghost", "draft");
    assertThat(rows.publish(first, "a")).isEqualTo(new Published.SlugTaken(ada.value()));
  }

  @Test
  void manyProcessesAtOncePublishItOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Published>> all =
          IntStream.range(0, 8)
              .<Callable<Published>>mapToObj(i -> () -> rows.publish(first, "a"))
              .toList();
      List<Published> outcomes = threads.invokeAll(all).stream().map(Future::resultNow).toList();
      assertThat(outcomes).filteredOn(Published.Added.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Published.Known.class::isInstance).hasSize(7);
    }
  }
}
