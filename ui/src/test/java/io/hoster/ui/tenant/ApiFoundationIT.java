package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class ApiFoundationIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private People people;

  @BeforeEach
  void meet() {
    people = new People(port, database);
  }

  @Test
  void theSameRequestWithAKeyIsDoneOnce() {
    Browser ada = people.somebody().with("Idempotency-Key", "one");
    Answer first = ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    Answer again = ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ada.get("/api/v1/tokens").json().path("data").size()).isEqualTo(1);
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() {
    Browser ada = people.somebody().with("Idempotency-Key", "one");
    ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    Answer other = ada.post("/api/v1/tokens", "{\"name\": \"other\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_mismatch");
  }

  @Test
  void theStoredAnswerIsSealed() {
    Browser ada = people.somebody().with("Idempotency-Key", "sealed");
    Answer first = ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    String stored =
        database
            .worker()
            .system(() ->
                database
                    .jdbc()
                    .sql("select body from idempotency_key where key = 'sealed'")
                    .query(String.class)
                    .single());
    assertThat(stored).doesNotContain("hst_").isNotEqualTo(first.body());
  }

  @Test
  void aRefusedRequestMayBeTriedAgainWithItsKey() {
    Browser ada = people.somebody().with("Idempotency-Key", "again");
    assertThat(ada.post("/api/v1/tokens", "{\"name\": \"\"}").status()).isEqualTo(422);
    assertThat(ada.post("/api/v1/tokens", "{\"name\": \"ci\"}").status()).isEqualTo(201);
  }

  @Test
  void aRequestAtWorkHoldsItsKey() {
    Browser ada = people.somebody();
    database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql(
                    """
                    insert into idempotency_key (tenant_id, key, route, body_hash)
                    values (?, 'busy', '/', '\\x00')
                    """)
                .param(people.tenant(ada))
                .update());
    Answer other = ada.with("Idempotency-Key", "busy").post("/api/v1/tokens", "{\"name\": \"x\"}");
    assertThat(other.code()).isEqualTo("idempotency_mismatch");
  }

  @Test
  void afterSixHundredRequestsInAMinuteASessionWaits() {
    Browser ada = people.somebody();
    Answer last = ada.get("/api/v1/plans");
    for (int i = 0; i < 900 && last.status() != 429; i++) {
      last = ada.get("/api/v1/plans");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("rate_limited");
    assertThat(last.header("Retry-After")).isNotNull();
    assertThat(people.somebody().get("/api/v1/plans").status()).isEqualTo(200);
  }

  @Test
  void anUnknownFieldIsNamed() {
    Answer refused =
        people.somebody().post("/api/v1/tokens", "{\"name\": \"ci\", \"admin\": true}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/admin");
    assertThat(refused.json().path("errors").get(0).path("code").asString())
        .isEqualTo("unknown_field");
  }

  @Test
  void tenMegabytesAreRefusedWithAnAnswer() {
    String body = "{\"name\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";
    Answer refused = people.somebody().post("/api/v1/tokens", body);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("too_large");
    assertThat(people.nobody().post("/auth/login", body).status()).isEqualTo(413);
  }

  @Test
  void anUnknownAddressOfTheApiIsAProblemAndNoPage() {
    Answer unknown = people.somebody().get("/api/v1/nonsense");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("not_found");
    assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aWrongMethodSaysWhichAreRight() {
    Answer refused = people.somebody().send("PUT", "/api/v1/tokens", "{}");
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void aBodyThatIsNoJsonIsRefusedByItsType() {
    Answer refused =
        people.nobody().with("Content-Type", "text/plain").post("/auth/login", "email=x");
    assertThat(refused.status()).isEqualTo(415);
    Answer form =
        people
            .nobody()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .post("/auth/login", "email=x&password=y");
    assertThat(form.status()).isEqualTo(415);
  }

  @Test
  void nobodyChoosesARequestsId() {
    Answer answer = people.nobody().with("X-Request-Id", "mine").get("/api/v1/plans");
    assertThat(answer.header("X-Request-Id")).startsWith("req_");
  }

  @Test
  void everybodyMayReadThePlans() {
    Answer plans = people.nobody().get("/api/v1/plans");
    assertThat(plans.status()).isEqualTo(200);
    assertThat(plans.json().path("data").get(1).path("price_month_minor").asInt()).isEqualTo(999);
  }

  @Test
  void answersOfTheApiAreNeitherKeptNorFramed() {
    Answer answer = people.nobody().get("/api/v1/plans");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
  }
}
