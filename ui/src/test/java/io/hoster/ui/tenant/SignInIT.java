package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class SignInIT {

  private static final String PASSWORD = People.PASSWORD;

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private TestClock clock;
  private People people;

  @BeforeEach
  void meet() {
    people = new People(port, database);
  }

  private Browser browser() {
    return people.nobody();
  }

  private Answer register(Browser browser, String email) {
    return people.register(browser, email);
  }

  private Answer login(Browser browser, String email, String password) {
    return people.login(browser, email, password);
  }

  @Test
  void whoRegistersIsSignedInWithATenantOnTheFreePlan() {
    Browser ada = browser();
    Answer made = register(ada, "ada@reg.test");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().path("tenant_id").asString()).startsWith("ten_");
    Answer me = ada.get("/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("email").asString()).isEqualTo("ada@reg.test");
    assertThat(me.json().path("email_verified").asBoolean()).isFalse();
    assertThat(me.json().path("role").asString()).isEqualTo("owner");
    assertThat(me.json().path("plan").asString()).isEqualTo("free");
    assertThat(me.json().path("staff_roles").isEmpty()).isTrue();
  }

  @Test
  void theCookieIsForThisInstallationAndNotForScripts() {
    Answer made = register(browser(), "ada@cookie.test");
    assertThat(made.headers("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("hoster-test=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .contains("Max-Age=" + Duration.ofDays(30).toSeconds()));
  }

  @Test
  void anAddressIsTakenWhateverItsCase() {
    register(browser(), "ada@taken.test");
    Answer again = register(browser(), "ADA@Taken.test");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("email_taken");
  }

  @Test
  void aWeakPasswordIsRefusedAtItsField() {
    Answer weak =
        browser()
            .post(
                "/auth/register",
                """
                {"name": "Ada", "email": "ada@weak.test", "password": "passwordpassword"}\
                """);
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.code()).isEqualTo("invalid");
    assertThat(weak.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/password");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAnswerAlike() {
    register(browser(), "ada@alike.test");
    Answer wrong = login(browser(), "ada@alike.test", "wrong");
    Answer unknown = login(browser(), "nobody@alike.test", "wrong");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("bad_credentials");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
  }

  @Test
  void signingOutEndsTheSessionItself() {
    Browser ada = browser();
    register(ada, "ada@out.test");
    String kept = ada.cookies().get("hoster-test");
    assertThat(ada.post("/auth/logout", null).status()).isEqualTo(204);
    ada.cookies().put("hoster-test", kept);
    assertThat(ada.get("/auth/me").status()).isEqualTo(401);
  }

  @Test
  void guessingMakesTheAccountWaitAndTheRightPasswordToo() {
    register(browser(), "ada@guess.test");
    Answer last = login(browser(), "ada@guess.test", "wrong");
    for (int i = 0; i < 20 && last.status() != 429; i++) {
      last = login(browser(), "ada@guess.test", "wrong");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("too_many_attempts");
    assertThat(last.header("Retry-After")).isNotNull();
    assertThat(login(browser(), "ada@guess.test", PASSWORD).status()).isEqualTo(429);
    clock.forward(Duration.ofMinutes(16));
    assertThat(login(browser(), "ada@guess.test", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anUnknownAddressWaitsLikeAKnownOne() {
    Answer last = login(browser(), "nobody@guess.test", "wrong");
    for (int i = 0; i < 20 && last.status() != 429; i++) {
      last = login(browser(), "nobody@guess.test", "wrong");
    }
    assertThat(last.status()).isEqualTo(429);
  }

  @Test
  void theLinkInTheMailConfirmsTheAddressOnce() {
    Browser ada = browser();
    register(ada, "ada@verify.test");
    String token = people.linkToken("ada@verify.test", "/verify");
    String body = "{\"token\": \"" + token + "\"}";
    assertThat(browser().post("/auth/verify", body).status()).isEqualTo(204);
    assertThat(ada.get("/auth/me").json().path("email_verified").asBoolean()).isTrue();
    assertThat(browser().post("/auth/verify", body).status()).isEqualTo(422);
  }

  @Test
  void aForgottenPasswordIsSetByMailAndSignsEverySessionOut() {
    Browser ada = browser();
    register(ada, "ada@forgot.test");
    assertThat(browser().post("/auth/forgot", "{\"email\": \"ada@forgot.test\"}").status())
        .isEqualTo(202);
    String token = people.linkToken("ada@forgot.test", "/reset");
    Answer reset =
        browser()
            .post(
                "/auth/reset",
                "{\"token\": \"%s\", \"password\": \"seven brass kettles sing\"}".formatted(token));
    assertThat(reset.status()).as(reset.toString()).isEqualTo(204);
    assertThat(ada.get("/auth/me").status()).isEqualTo(401);
    assertThat(login(browser(), "ada@forgot.test", PASSWORD).status()).isEqualTo(401);
    assertThat(login(browser(), "ada@forgot.test", "seven brass kettles sing").status())
        .isEqualTo(200);
  }

  @Test
  void forgettingAnUnknownAddressAnswersTheSame() {
    assertThat(browser().post("/auth/forgot", "{\"email\": \"nobody@x.test\"}").status())
        .isEqualTo(202);
  }

  @Test
  void aCookieWithoutTheCsrfHeaderChangesNothing() {
    Browser ada = browser();
    register(ada, "ada@csrf.test");
    Answer refused = ada.withoutCsrf().send("PATCH", "/auth/me", "{\"name\": \"Eve\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(ada.get("/auth/me").json().path("name").asString()).isEqualTo("Ada");
  }

  @Test
  void nobodyIsToldToSignIn() {
    Answer me = browser().get("/auth/me");
    assertThat(me.status()).isEqualTo(401);
    assertThat(me.code()).isEqualTo("unauthenticated");
    assertThat(me.header("Content-Type")).startsWith("application/problem+json");
    assertThat(me.json().path("request_id").asString()).isEqualTo(me.header("X-Request-Id"));
  }
}
