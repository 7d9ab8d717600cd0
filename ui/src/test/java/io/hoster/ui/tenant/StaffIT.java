package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.Migration;
import io.hoster.store.TestDatabase;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.SetupStore;
import io.hoster.store.tenant.StaffStore;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.security.Passwords;
import io.hoster.ui.security.WebSettings;
import io.hoster.ui.tenant.Browser.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;

@AccountsServer
@DirtiesContext
class StaffIT {

  private static final Path LINK = Path.of("target/accounts-home/run/admin-link");

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private FirstAdministrator firstAdministrator;
  @Autowired private ApplicationContext context;
  @Autowired private TestClock clock;
  private People people;

  @BeforeEach
  void meet() {
    people = new People(port, database);
    database.worker().system(() -> database.jdbc().sql("delete from staff_role").update());
  }

  private Answer setUp(String token) {
    return people
        .nobody()
        .post(
            "/auth/setup",
            """
            {"token": "%s", "name": "Root", "email": "%s", "password": "%s"}\
            """
                .formatted(token, People.freshEmail(), People.PASSWORD));
  }

  @Test
  void theLinkInTheFileMakesTheFirstAdministratorOnce() throws IOException {
    firstAdministrator.provide();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LINK)))
        .isEqualTo("rw-------");
    String link = Files.readString(LINK).strip();
    assertThat(link).startsWith("http://console.test:8080/setup?token=");
    firstAdministrator.provide();
    assertThat(Files.readString(LINK).strip()).isEqualTo(link);
    String token = link.substring(link.indexOf('=') + 1);
    assertThat(setUp("wrong").status()).isEqualTo(403);
    Answer made = setUp(token);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("staff_roles").get(0).asString()).isEqualTo("admin");
    assertThat(made.json().path("email_verified").asBoolean()).isTrue();
    assertThat(LINK).doesNotExist();
    assertThat(setUp(token).status()).isEqualTo(403);
  }

  @Test
  void anAdministratorGivesRolesAndTheLastOneStays() {
    Browser root = people.staff("admin");
    String bob = people.id(people.somebody());
    Answer given =
        root.send(
            "PUT", "/api/v1/admin/users/" + bob + "/roles", "{\"staff_roles\": [\"support\"]}");
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    Answer refused =
        root.send(
            "PUT", "/api/v1/admin/users/" + people.id(root) + "/roles", "{\"staff_roles\": []}");
    assertThat(refused.code()).isEqualTo("last_admin");
    assertThat(
            root.send(
                    "PUT", "/api/v1/admin/users/" + bob + "/roles", "{\"staff_roles\": [\"king\"]}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void staffFindUsersAndOthersDoNot() {
    String email = People.freshEmail();
    Browser ada = people.somebody(email);
    Browser support = people.staff("support");
    Answer found = support.get("/api/v1/admin/users?q=" + email.substring(0, 20).toUpperCase());
    assertThat(found.json().path("data").get(0).path("email").asString()).isEqualTo(email);
    assertThat(ada.get("/api/v1/admin/users").status()).isEqualTo(404);
    assertThat(
            support
                .send(
                    "PUT",
                    "/api/v1/admin/users/" + people.id(ada) + "/roles",
                    "{\"staff_roles\": [\"admin\"]}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void financePutsATenantOnAPlan() {
    Browser ada = people.somebody();
    String path = "/api/v1/admin/tenants/" + people.tenant(ada) + "/plan";
    Browser finance = people.staff("finance");
    assertThat(finance.send("PUT", path, "{\"plan\": \"pro\"}").status()).isEqualTo(200);
    assertThat(ada.get("/auth/me").json().path("plan").asString()).isEqualTo("pro");
    assertThat(finance.send("PUT", path, "{\"plan\": \"gold\"}").status()).isEqualTo(422);
    assertThat(ada.send("PUT", path, "{\"plan\": \"enterprise\"}").status()).isEqualTo(404);
  }

  @Test
  void theEdgeLetsOperatorsThroughAndSetsNoCookie() {
    Answer through = people.staff("operator").get("/ops/authorize");
    assertThat(through.status()).isEqualTo(204);
    assertThat(through.headers("Set-Cookie")).isEmpty();
    assertThat(people.staff("finance").get("/ops/authorize").status()).isEqualTo(404);
    assertThat(people.somebody().get("/ops/authorize").status()).isEqualTo(404);
    assertThat(people.nobody().get("/ops/authorize").status()).isEqualTo(404);
  }

  @Test
  void anAnonymousBrowserIsSentToSignInAndBack() {
    Browser browser =
        people
            .nobody()
            .with("Accept", "text/html,*/*")
            .with("X-Forwarded-Uri", "/ops/temporal/namespaces/hoster?x=1");
    Answer sent = browser.get("/ops/authorize");
    assertThat(sent.status()).isEqualTo(302);
    assertThat(sent.header("Location"))
        .endsWith("/login?next=%2Fops%2Ftemporal%2Fnamespaces%2Fhoster%3Fx%3D1");
    assertThat(sent.headers("Set-Cookie")).isEmpty();
    Answer elsewhere =
        browser
            .without("X-Forwarded-Uri")
            .with("X-Forwarded-Uri", "//evil.test/ops/")
            .get("/ops/authorize");
    assertThat(elsewhere.header("Location")).endsWith("/login");
  }

  @Test
  void anOperatorsTokenReadsMetricsOnly() {
    Browser program = people.program(people.staff("operator"), "\"read\"");
    assertThat(program.get("/ops/authorize?for=metrics").status()).isEqualTo(204);
    assertThat(program.get("/ops/authorize").status()).isEqualTo(404);
  }

  @Test
  void openingAnEnginesPageIsAuditedOnceAnHour() {
    Browser operator = people.staff("operator");
    String id = people.id(operator);
    operator.get("/ops/authorize");
    operator.get("/ops/authorize");
    int told =
        database
            .worker()
            .system(() ->
                database
                    .jdbc()
                    .sql("select count(*) from audit where action = 'ops.opened' and actor_id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single());
    assertThat(told).isEqualTo(1);
  }

  @Test
  void theSettingsMakeTheFirstAdministratorWhoeverTookTheAddressBefore() {
    String email = People.freshEmail();
    Browser squatter = people.somebody(email);
    administrator(email).provide();
    assertThat(squatter.get("/auth/me").status()).isEqualTo(401);
    assertThat(people.login(people.nobody(), email, People.PASSWORD).status()).isEqualTo(401);
    Answer signedIn = people.login(people.nobody(), email, "seven brass kettles sing");
    assertThat(signedIn.json().path("staff_roles").get(0).asString()).isEqualTo("admin");
    String other = People.freshEmail();
    administrator(other).provide();
    assertThat(people.login(people.nobody(), other, "seven brass kettles sing").status())
        .isEqualTo(401);
  }

  private FirstAdministrator administrator(String email) {
    WebSettings settings =
        new WebSettings(
            "test",
            URI.create("http://console.test:8080"),
            Path.of("target/accounts-home"),
            email,
            "seven brass kettles sing");
    return new FirstAdministrator(
        context.getBean(WebTransactions.class),
        context.getBean(StaffStore.class),
        context.getBean(SetupStore.class),
        context.getBean(UserStore.class),
        context.getBean(NewAccounts.class),
        context.getBean(SessionService.class),
        context.getBean(Passwords.class),
        context.getBean(AdminLink.class),
        settings,
        context.getBeanProvider(Migration.class),
        clock);
  }
}
