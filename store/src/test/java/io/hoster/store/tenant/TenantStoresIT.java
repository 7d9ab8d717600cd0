package io.hoster.store.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.store.tenant.IdempotencyStore.Claim;
import io.hoster.store.tenant.MailTokenStore.Purpose;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TenantStoresIT {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient jdbc = database.jdbc();
  private final UserStore users = new UserStore(jdbc);
  private final TenantStore tenants = new TenantStore(jdbc);
  private final MemberStore members = new MemberStore(jdbc);
  private final SessionStore sessions = new SessionStore(jdbc);
  private final TokenStore tokens = new TokenStore(jdbc);
  private final IdentityQueries identities = new IdentityQueries(jdbc);
  private final UserId ada = new UserId(Ids.fresh("usr"));
  private final TenantId tenant = new TenantId(Ids.fresh("ten"));

  @BeforeEach
  void addAda() {
    database
        .web()
        .system(() -> {
          users.add(ada, "Ada", "Ada@acme.test", "ada@acme.test", "hash");
          tenants.add(tenant, "Ada", "free");
          members.add(tenant, ada, "owner");
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void addSession(String id) {
    sessions.add(
        new SessionStore.NewSession(id, ada, tenant, bytes(id), "127.0.0.1", "agent"),
        NOW,
        NOW.plus(Duration.ofDays(30)));
  }

  private void addToken(String id, Instant expires) {
    tokens.add(
        tenant, ada, new TokenStore.Token(id, "ci", Set.of("read"), NOW, expires, null), bytes(id));
  }

  @Test
  void anAddressIsGivenOnce() {
    database
        .web()
        .system(() -> {
          assertThat(users.add(new UserId("usr_2"), "Eve", "x", "ada@acme.test", "h")).isFalse();
          assertThat(users.byEmail("ada@acme.test").orElseThrow().id()).isEqualTo(ada);
        });
  }

  @Test
  void anErasedUserIsNotFoundAndTheAddressIsFree() {
    database
        .web()
        .system(() -> {
          users.erase(ada, NOW);
          assertThat(users.byEmail("ada@acme.test")).isEmpty();
          assertThat(users.byId(ada)).isEmpty();
          assertThat(users.add(new UserId("usr_2"), "Eve", "x", "ada@acme.test", "h")).isTrue();
        });
  }

  @Test
  void usersAreFoundByNameAndAddressWithoutPatterns() {
    database
        .web()
        .system(() -> {
          assertThat(users.search("ADA@ACME", null, "", 10)).hasSize(1);
          assertThat(users.search("%", null, "", 10)).isEmpty();
          assertThat(users.search("", NOW.minusSeconds(1), "usr_0", 10)).isEmpty();
        });
  }

  @Test
  void aSessionStandsForItsUserUntilItIsRevokedOrExpires() {
    database
        .web()
        .system(() -> {
          addSession("ses_1");
          Identity identity = identities.bySession(bytes("ses_1"), NOW).orElseThrow();
          assertThat(identity.user()).isEqualTo(ada);
          assertThat(identity.role()).isEqualTo("owner");
          assertThat(identity.scopes()).containsExactlyInAnyOrder("read", "write");
          assertThat(identities.bySession(bytes("ses_1"), NOW.plus(Duration.ofDays(30)))).isEmpty();
          assertThat(sessions.revoke(new UserId("usr_2"), "ses_1", NOW)).isFalse();
          assertThat(sessions.revoke(ada, "ses_1", NOW)).isTrue();
          assertThat(identities.bySession(bytes("ses_1"), NOW)).isEmpty();
        });
  }

  @Test
  void aFormerMembersCredentialsStandForNobody() {
    database
        .web()
        .system(() -> {
          addSession("ses_1");
          addToken("tok_1", null);
          members.remove(tenant, ada);
          assertThat(identities.bySession(bytes("ses_1"), NOW)).isEmpty();
          assertThat(identities.byToken(bytes("tok_1"), NOW)).isEmpty();
        });
  }

  @Test
  void allOtherSessionsAreEnded() {
    database
        .web()
        .system(() -> {
          addSession("ses_1");
          addSession("ses_2");
          sessions.revokeAll(ada, "ses_2", NOW);
          assertThat(sessions.live(ada, NOW))
              .extracting(SessionStore.Session::id)
              .containsExactly("ses_2");
          sessions.revokeAll(ada, null, NOW);
          assertThat(sessions.live(ada, NOW)).isEmpty();
          sessions.forgetEnded(NOW.plusSeconds(1));
        });
  }

  @Test
  void theTenantLastUsedIsHome() {
    TenantId other = new TenantId(Ids.fresh("ten"));
    database
        .web()
        .system(() -> {
          tenants.add(other, "Other", "free");
          members.add(other, ada, "member");
          assertThat(members.home(ada)).contains(tenant);
          addSession("ses_1");
          sessions.moveTo(ada, "ses_1", other);
          assertThat(members.home(ada)).contains(other);
          sessions.moveAll(ada, other, tenant);
          assertThat(members.home(ada)).contains(tenant);
          assertThat(tenants.of(ada)).extracting(Tenant::id).containsExactly(tenant, other);
        });
  }

  @Test
  void aTokenIsSeenInItsTenantOnly() {
    TenantId other = new TenantId(database.tenant("Bob"));
    database.web().tenant(tenant, () -> addToken("tok_1", NOW.plusSeconds(60)));
    assertThat(database.web().tenant(other, () -> tokens.list(tenant, ada, null, "", 10)))
        .isEmpty();
    assertThat(database.web().tenant(other, () -> tokens.revoke(tenant, ada, "tok_1", NOW)))
        .isFalse();
    database
        .web()
        .tenant(
            tenant,
            () -> {
              tokens.touch(tenant, "tok_1", NOW);
              TokenStore.Token token = tokens.list(tenant, ada, null, "", 10).getFirst();
              assertThat(token.lastUsedAt()).isEqualTo(NOW);
              assertThat(token.scopes()).containsExactly("read");
              assertThat(tokens.list(tenant, ada, NOW, "tok_1", 10)).isEmpty();
              assertThat(tokens.count(tenant, ada)).isEqualTo(1);
            });
    database
        .web()
        .system(() -> {
          assertThat(identities.byToken(bytes("tok_1"), NOW.plusSeconds(60))).isEmpty();
          assertThat(identities.byToken(bytes("tok_1"), NOW)).isPresent();
          tokens.revokeAll(ada, NOW);
          assertThat(identities.byToken(bytes("tok_1"), NOW)).isEmpty();
        });
  }

  @Test
  void aLinkWorksOnceForItsPurposeUntilItExpires() {
    MailTokenStore links = new MailTokenStore(jdbc);
    database
        .web()
        .system(() -> {
          links.add(ada, Purpose.RESET, bytes("a"), NOW, NOW.plusSeconds(60));
          links.add(ada, Purpose.RESET, bytes("b"), NOW, NOW.plusSeconds(60));
          assertThat(links.use(Purpose.VERIFY, bytes("a"), NOW)).isEmpty();
          assertThat(links.use(Purpose.RESET, bytes("a"), NOW.plusSeconds(60))).isEmpty();
          assertThat(links.use(Purpose.RESET, bytes("a"), NOW)).contains(ada);
          assertThat(links.use(Purpose.RESET, bytes("a"), NOW)).isEmpty();
          links.withdraw(ada, Purpose.RESET, NOW);
          assertThat(links.use(Purpose.RESET, bytes("b"), NOW)).isEmpty();
          assertThat(links.lastSent(ada, Purpose.RESET)).contains(NOW);
        });
  }

  @Test
  void anInvitationIsAcceptedOnce() {
    InvitationStore invitations = new InvitationStore(jdbc);
    InvitationStore.Invitation invitation =
        new InvitationStore.Invitation(
            "ivt_1", tenant, "Ada", "bob@acme.test", "member", NOW, NOW.plusSeconds(60));
    database
        .web()
        .system(() -> {
          invitations.add(invitation, ada, bytes("a"));
          assertThat(invitations.byToken(bytes("a"), NOW)).contains(invitation);
          assertThat(invitations.open(tenant, NOW)).containsExactly(invitation);
          assertThat(invitations.open(tenant, NOW.plusSeconds(60))).isEmpty();
          assertThat(invitations.accept(tenant, "ivt_1", NOW)).isTrue();
          assertThat(invitations.accept(tenant, "ivt_1", NOW)).isFalse();
          assertThat(invitations.revoke(tenant, "ivt_1", NOW)).isFalse();
          invitations.revokeTo(tenant, "BOB@acme.test", NOW);
          invitations.revokeAll(tenant, NOW);
        });
  }

  @Test
  void waitingDoublesWithEachFailureAndEnds() {
    SignInAttemptStore attempts = new SignInAttemptStore(jdbc);
    database
        .web()
        .system(() -> {
          for (int i = 0; i < 4; i++) {
            attempts.fail(bytes("a"), NOW);
            assertThat(attempts.delay(bytes("a"), NOW)).isEmpty();
          }
          attempts.fail(bytes("a"), NOW);
          assertThat(attempts.delay(bytes("a"), NOW)).contains(Duration.ofSeconds(5));
          attempts.fail(bytes("a"), NOW);
          assertThat(attempts.delay(bytes("a"), NOW)).contains(Duration.ofSeconds(10));
          for (int i = 0; i < 40; i++) {
            attempts.fail(bytes("a"), NOW);
          }
          assertThat(attempts.delay(bytes("a"), NOW)).contains(Duration.ofMinutes(15));
          assertThat(attempts.delay(bytes("a"), NOW.plus(Duration.ofMinutes(15)))).isEmpty();
          attempts.fail(bytes("a"), NOW.plus(Duration.ofDays(2)));
          assertThat(attempts.delay(bytes("a"), NOW.plus(Duration.ofDays(2)))).isEmpty();
          attempts.clear(bytes("a"));
          attempts.forgetOld(NOW);
        });
  }

  @Test
  void aStepAndARecoveryCodeAreUsedOnce() {
    SecondFactorStore factors = new SecondFactorStore(jdbc);
    database
        .web()
        .system(() -> {
          factors.propose(ada, bytes("sealed"), List.of(bytes("1"), bytes("2")));
          assertThat(users.byId(ada).orElseThrow().totp()).isFalse();
          factors.confirm(ada, NOW);
          assertThat(users.byId(ada).orElseThrow().totp()).isTrue();
          assertThat(factors.useStep(ada, 7)).isTrue();
          assertThat(factors.useStep(ada, 7)).isFalse();
          assertThat(factors.useStep(ada, 6)).isFalse();
          assertThat(factors.useCode(ada, bytes("1"), NOW)).isTrue();
          assertThat(factors.useCode(ada, bytes("1"), NOW)).isFalse();
          assertThat(factors.unusedCodes(ada)).isEqualTo(1);
          assertThat(factors.secret(ada)).isPresent();
          factors.clear(ada);
          assertThat(factors.secret(ada)).isEmpty();
        });
  }

  @Test
  void onlyTheNewestSetupLinkWorksAndOnce() {
    SetupStore setup = new SetupStore(jdbc);
    database
        .web()
        .system(() -> {
          setup.replace(bytes("a"), NOW);
          setup.replace(bytes("b"), NOW);
          assertThat(setup.works(bytes("a"))).isFalse();
          assertThat(setup.use(bytes("b"), ada, NOW)).isTrue();
          assertThat(setup.works(bytes("b"))).isFalse();
          assertThat(setup.use(bytes("b"), ada, NOW)).isFalse();
        });
  }

  @Test
  void staffRolesAreReplaced() {
    StaffStore staff = new StaffStore(jdbc);
    database
        .web()
        .system(() -> {
          staff.setRoles(ada, Set.of("admin", "support"), "test", NOW);
          assertThat(staff.lockAdministrators()).isEqualTo(1);
          staff.setRoles(ada, Set.of("finance"), "test", NOW);
          assertThat(staff.roles(ada)).containsExactly("finance");
          assertThat(staff.lockAdministrators()).isZero();
        });
  }

  @Test
  void theAuditIsReadByItsTenantNewestFirst() {
    AuditStore audit = new AuditStore(jdbc);
    AuditStore.Doer doer = new AuditStore.Doer(ada, "Ada", null, "req_1", "127.0.0.1");
    database
        .web()
        .tenant(
            tenant,
            () ->
                audit.record(tenant, doer, "token.created", "token", "tok_1", null, "{\"a\": 1}"));
    database
        .web()
        .system(() ->
            audit.record(
                null, AuditStore.Doer.PLATFORM, "platform.set_up", "user", "usr_1", null, null));
    AuditStore.Entry entry =
        database.web().tenant(tenant, () -> audit.page(tenant, null, "", 10)).getFirst();
    assertThat(entry.after()).isEqualTo("{\"a\": 1}");
    assertThat(entry.requestId()).isEqualTo("req_1");
    assertThat(database.web().tenant(tenant, () -> audit.page(tenant, entry.at(), entry.id(), 10)))
        .isEmpty();
    assertThat(database.web().system(() -> audit.all(null, "", 10))).hasSize(2);
  }

  @Test
  void aMailIsAddedOnceForItsKeyAndConfidentialOnesAreNotListed() {
    NoticeStore notices = new NoticeStore(jdbc);
    database
        .web()
        .system(() -> {
          NoticeStore.Mail mail = new NoticeStore.Mail(tenant, ada, "a@b", "S", "B", "once");
          assertThat(notices.add(mail)).isTrue();
          assertThat(notices.add(mail)).isFalse();
          notices.add(
              new NoticeStore.Mail(null, ada, "a@b", "Link", "B", NoticeStore.confidentialKey()));
          assertThat(notices.list(ada, null, "", 10))
              .extracting(NoticeStore.Listed::subject)
              .containsExactly("S");
        });
  }

  @Test
  void aKeyIsClaimedOnceAndItsAnswerKept() {
    IdempotencyStore answers = new IdempotencyStore(jdbc);
    database
        .web()
        .tenant(
            tenant,
            () -> {
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), NOW))
                  .isEqualTo(new Claim.First());
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), NOW))
                  .isEqualTo(new Claim.InProgress());
              assertThat(answers.claim(tenant, "k", "/", bytes("2"), NOW))
                  .isEqualTo(new Claim.Mismatch());
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), NOW.plusSeconds(121)))
                  .isEqualTo(new Claim.First());
              answers.answer(tenant, "k", 202, "body");
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), NOW))
                  .isEqualTo(new Claim.Done(202, "body"));
              answers.release(tenant, "k");
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), NOW))
                  .isEqualTo(new Claim.Done(202, "body"));
              assertThat(answers.claim(tenant, "k", "/", bytes("2"), NOW.plus(Duration.ofDays(2))))
                  .isEqualTo(new Claim.First());
              answers.release(tenant, "k");
            });
  }

  @Test
  void aKeyWhoseRequestWasLostIsClaimedAgainByTheSameRequestOnly() {
    IdempotencyStore answers = new IdempotencyStore(jdbc);
    Instant later = NOW.plusMillis(1);
    database
        .web()
        .tenant(
            tenant,
            () -> {
              answers.claim(tenant, "k", "/", bytes("1"), NOW);
              answers.lose(tenant, "k", later);
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), later))
                  .as("somebody else's claim")
                  .isEqualTo(new Claim.InProgress());
              answers.lose(tenant, "k", NOW);
              assertThat(answers.claim(tenant, "k", "/", bytes("2"), later))
                  .isEqualTo(new Claim.Mismatch());
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), later))
                  .isEqualTo(new Claim.First());
              answers.answer(tenant, "k", 202, "body");
              answers.lose(tenant, "k", later);
              assertThat(answers.claim(tenant, "k", "/", bytes("1"), later))
                  .isEqualTo(new Claim.Done(202, "body"));
            });
  }

  @Test
  void plansAreReadAndSet() {
    PlanQueries plans = new PlanQueries(jdbc);
    database
        .web()
        .system(() -> {
          assertThat(plans.all())
              .extracting(Plan::id)
              .containsExactly("free", "starter", "pro", "enterprise");
          assertThat(plans.find("pro").orElseThrow().priceMonthMinor()).isEqualTo(2999);
          assertThat(tenants.setPlan(tenant, "pro")).isTrue();
          assertThat(tenants.find(tenant).orElseThrow().plan()).isEqualTo("pro");
          assertThat(tenants.setPlan(new TenantId("ten_2"), "pro")).isFalse();
          assertThat(tenants.hasBelongings(tenant)).isFalse();
          assertThat(members.lockOwners(tenant)).isEqualTo(1);
          assertThat(members.list(tenant)).hasSize(1);
        });
  }

  @Test
  void whatAUserChangesIsKept() {
    database
        .web()
        .system(() -> {
          users.lock(ada);
          users.setName(ada, "Ada L.");
          users.setColorScheme(ada, "dark");
          users.setPassword(ada, "other", NOW);
          users.markVerified(ada, NOW);
          assertThat(users.byId(ada))
              .contains(new User(ada, "Ada L.", "Ada@acme.test", true, "other", false, "dark"));
        });
  }
}
