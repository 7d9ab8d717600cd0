package io.hoster.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.store.catalog.CreatorStore.Content;
import io.hoster.store.catalog.CreatorStore.Owned;
import io.hoster.store.catalog.ReviewStore.Waiting;
import io.hoster.store.catalog.TemplateSearchQueries.After;
import io.hoster.store.catalog.TemplateSearchQueries.Filter;
import io.hoster.store.catalog.TemplateSearchQueries.Sort;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.catalog.TemplateVersionId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreatorStoreIT {

  private static final String SLUG = "blog-x1y2z";

  private final TestDatabase database = TestDatabase.fresh();
  private final TestRows rows = new TestRows(database);
  private final CreatorStore store = new CreatorStore(database.jdbc());
  private final ReviewStore reviews = new ReviewStore(database.jdbc());
  private final TemplateQueries queries = new TemplateQueries(database.jdbc());
  private final TenantId ada = new TenantId(database.tenant("Ada"));
  private final TenantId bob = new TenantId(database.tenant("Bob"));
  private String template = "";
  private TemplateVersionId first = new TemplateVersionId("tpv_0");

  @BeforeEach
  void create() {
    template = asAda(() -> store.add(ada, SLUG, "Ada Ltd").orElseThrow());
    first = addDraft("1.0.0");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T asAda(Supplier<T> work) {
    return database.web().tenant(ada, work);
  }

  private void asAda(Runnable work) {
    database.web().tenant(ada, work);
  }

  private static Content content(String version, String changelog) {
    return new Content(
        TestRows.definition(SLUG, version, Kind.WEB, "Blogs"),
        List.of(new ServiceImage("web", "nginx:1")),
        changelog);
  }

  private TemplateVersionId addDraft(String version) {
    return asAda(() -> store.addDraft(ada, template, content(version, "New")));
  }

  private void approve() {
    database.web().system(() -> reviews.approve(waiting()));
  }

  private Waiting waiting() {
    return reviews.lock(SLUG).orElseThrow();
  }

  private String currentOf(TenantId tenant) {
    return database
        .web()
        .tenant(tenant, () -> queries.bySlug(tenant, SLUG))
        .map(row -> row.definition().version() + " " + row.status())
        .orElse("none");
  }

  @Test
  void aDraftIsReadAsItWasWritten() {
    TemplateVersionRow row = asAda(() -> queries.bySlug(ada, SLUG)).orElseThrow();
    assertThat(row.definition()).isEqualTo(TestRows.definition(SLUG, "1.0.0", Kind.WEB, "Blogs"));
    assertThat(row.own()).isTrue();
    assertThat(row.creator()).isEqualTo("Ada Ltd");
    assertThat(row.changelog()).isEqualTo("New");
    assertThat(row.isOffered()).isFalse();
  }

  @Test
  void aDraftMayChangeAndAPublishedVersionMayNot() {
    asAda(() -> store.saveDraft(ada, first, content("1.0.1", "Better")));
    assertThat(currentOf(ada)).isEqualTo("1.0.1 draft");
    asAda(() -> store.publish(ada, template, first));
    assertThatThrownBy(() -> asAda(() -> store.saveDraft(ada, first, content("1.0.2", ""))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() ->
            asAda(() ->
                database
                    .jdbc()
                    .sql("update template_version set summary = 'other' where id = ?")
                    .param(first.value())
                    .update()))
        .hasMessageContaining("is published and cannot change");
  }

  @Test
  void aSlugIsOneTemplates() {
    assertThat(database.web().tenant(bob, () -> store.add(bob, SLUG, "Bob"))).isEmpty();
    assertThat(asAda(() -> store.count(ada))).isEqualTo(1);
  }

  @Test
  void whatIsPublishedPrivatelyNobodyElseSees() {
    asAda(() -> store.publish(ada, template, first));
    assertThat(currentOf(ada)).isEqualTo("1.0.0 published");
    assertThat(currentOf(bob)).isEqualTo("none");
    assertThat(visibleTo(bob, "template")).isZero();
    assertThat(visibleTo(bob, "template_version")).isZero();
  }

  /** Without any where: the second lock alone. */
  private int visibleTo(TenantId tenant, String table) {
    return database
        .web()
        .tenant(
            tenant,
            () ->
                database.jdbc().sql("select count(*) from " + table).query(Integer.class).single());
  }

  @Test
  void anotherTenantCanWriteNothingOfIt() {
    asAda(() -> store.submit(ada, template, first));
    approve();
    assertThat(database.web().tenant(bob, () -> store.lock(bob, SLUG))).isEmpty();
    assertThat(database.web().tenant(bob, () -> store.lock(ada, SLUG))).isEmpty();
    assertThat(
            database
                .web()
                .tenant(
                    bob,
                    () ->
                        database
                            .jdbc()
                            .sql("update template_version set status = 'withdrawn'")
                            .update()))
        .isZero();
    assertThat(
            database.web().tenant(bob, () -> database.jdbc().sql("delete from template").update()))
        .isZero();
  }

  @Test
  void whatStaffAgreedToIsForAll() {
    asAda(() -> store.submit(ada, template, first));
    assertThat(currentOf(ada)).isEqualTo("1.0.0 in_review");
    assertThat(database.web().system(() -> reviews.waiting(10)))
        .extracting(Waiting::slug, Waiting::creator, Waiting::tenant)
        .containsExactly(tuple(SLUG, "Ada Ltd", ada));
    assertThat(currentOf(bob)).isEqualTo("none");
    approve();
    assertThat(database.web().system(() -> reviews.waiting(10))).isEmpty();
    assertThat(currentOf(bob)).isEqualTo("1.0.0 published");
    assertThat(visibleTo(bob, "template_version")).isEqualTo(1);
    TemplateSearchQueries search = new TemplateSearchQueries(database.jdbc());
    assertThat(
            database
                .web()
                .system(() -> search.search(null, Filter.ALL, Sort.USE, After.NOTHING, 10)))
        .extracting(TemplateRow::slug, TemplateRow::own, TemplateRow::creator)
        .containsExactly(tuple(SLUG, false, "Ada Ltd"));
  }

  @Test
  void whatStaffRefusedIsADraftAgainWithTheReason() {
    asAda(() -> store.submit(ada, template, first));
    database.web().system(() -> reviews.reject(waiting(), "The icon is not yours."));
    ReleaseRow release = asAda(() -> store.releases(ada, template)).getFirst();
    assertThat(release.status()).isEqualTo("draft");
    assertThat(release.reviewNote()).isEqualTo("The icon is not yours.");
    assertThat(release.visibility()).isEqualTo("private");
  }

  @Test
  void whatTheTenantHadBeforeAReviewItKeeps() {
    asAda(() -> store.publish(ada, template, first));
    asAda(() -> store.submit(ada, template, first));
    assertThat(asAda(() -> queries.bySlug(ada, SLUG)).orElseThrow().isOffered()).isTrue();
    database.web().system(() -> reviews.reject(waiting(), "No."));
    assertThat(currentOf(ada)).isEqualTo("1.0.0 published");
    asAda(() -> store.submit(ada, template, first));
    asAda(() -> store.recall(ada, template, first));
    assertThat(currentOf(ada)).isEqualTo("1.0.0 published");
  }

  @Test
  void othersKeepTheVersionForAllWhileTheAuthorGoesOn() {
    asAda(() -> store.submit(ada, template, first));
    approve();
    TemplateVersionId second = addDraft("1.1.0");
    assertThat(currentOf(ada)).isEqualTo("1.0.0 published");
    asAda(() -> store.publish(ada, template, second));
    assertThat(currentOf(ada)).isEqualTo("1.1.0 published");
    assertThat(currentOf(bob)).isEqualTo("1.0.0 published");
    assertThat(database.web().tenant(bob, () -> queries.releases(bob, SLUG)))
        .extracting(ReleaseRow::version)
        .containsExactly("1.0.0");
    asAda(() -> store.submit(ada, template, second));
    approve();
    assertThat(currentOf(bob)).isEqualTo("1.1.0 published");
  }

  @Test
  void deprecatedIsReadAndWithdrawnIsNot() {
    asAda(() -> store.submit(ada, template, first));
    approve();
    asAda(() -> store.deprecate(ada, template, first));
    assertThat(currentOf(bob)).isEqualTo("1.0.0 deprecated");
    asAda(() -> store.withdraw(ada, template, first));
    assertThat(currentOf(bob)).isEqualTo("none");
    assertThat(currentOf(ada)).isEqualTo("1.0.0 withdrawn");
    assertThat(database.web().tenant(bob, () -> queries.byVersion(bob, first))).isPresent();
  }

  @Test
  void aTrialIsACopyThatTheDraftsChangesDoNotReach() {
    TemplateVersionId copy = asAda(() -> store.copyForTrial(ada, first));
    asAda(() -> store.saveDraft(ada, first, content("1.0.1", "")));
    TemplateVersionRow tried = asAda(() -> queries.byVersion(ada, copy)).orElseThrow();
    assertThat(tried.definition().version()).startsWith("1.0.0-try-");
    assertThat(asAda(() -> queries.releases(ada, SLUG))).hasSize(1);
    assertThat(asAda(() -> queries.bySlugAndVersion(ada, SLUG, tried.definition().version())))
        .isEmpty();
    assertThat(currentOf(ada)).isEqualTo("1.0.1 draft");
  }

  @Test
  void tellsWhoUsesItOfAllTenants() {
    asAda(() -> store.submit(ada, template, first));
    approve();
    rows.deployment(ada, "mine", SLUG, "running");
    rows.deployment(bob, "theirs", SLUG, "stopped");
    assertThat(asAda(() -> store.users(template)))
        .extracting(
            TemplateUserRow::tenant,
            TemplateUserRow::name,
            TemplateUserRow::version,
            TemplateUserRow::trial)
        .containsExactly(tuple(ada, "mine", first, false), tuple(bob, "theirs", first, false));
  }

  @Test
  void whatIsDeletedIsGoneForAll() {
    asAda(() -> store.submit(ada, template, first));
    approve();
    asAda(() -> store.delete(ada, template));
    assertThat(currentOf(ada)).isEqualTo("none");
    assertThat(currentOf(bob)).isEqualTo("none");
    assertThat(asAda(() -> store.lock(ada, SLUG))).isEmpty();
    assertThat(asAda(() -> store.count(ada))).isZero();
  }

  @Test
  void theOwnTemplateIsLockedByItsName() {
    assertThat(asAda(() -> store.lock(ada, SLUG))).contains(new Owned(template, SLUG));
    assertThat(asAda(() -> store.lock(ada, "nothing"))).isEmpty();
  }
}
