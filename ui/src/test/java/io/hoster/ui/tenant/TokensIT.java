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
class TokensIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private TestClock clock;
  private People people;

  @BeforeEach
  void meet() {
    people = new People(port, database);
  }

  @Test
  void aTokenIsShownOnceAndActsForItsUser() {
    Browser ada = people.somebody();
    Answer made = ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    assertThat(made.status()).isEqualTo(201);
    String token = made.json().path("token").asString();
    assertThat(token).startsWith("hst_");
    assertThat(ada.get("/api/v1/tokens").body()).contains("\"ci\"").doesNotContain(token);
    Browser program = people.nobody().token(token);
    assertThat(people.id(program)).isEqualTo(people.id(ada));
    assertThat(program.cookies()).isEmpty();
  }

  @Test
  void aTokenNeedsNoCsrfHeader() {
    Browser program = people.program(people.somebody(), "\"read\", \"write\"");
    assertThat(program.withoutCsrf().post("/api/v1/tokens", "{\"name\": \"more\"}").status())
        .isEqualTo(201);
  }

  @Test
  void aReadingTokenChangesNothing() {
    Browser program = people.program(people.somebody(), "\"read\"");
    assertThat(program.get("/api/v1/tokens").status()).isEqualTo(200);
    Answer refused = program.post("/api/v1/tokens", "{\"name\": \"more\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("insufficient_scope");
  }

  @Test
  void aWritingTokenMakesNoneThatReads() {
    Browser program = people.program(people.somebody(), "\"write\"");
    assertThat(program.get("/auth/me").code()).isEqualTo("insufficient_scope");
    assertThat(program.post("/api/v1/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"]}").code())
        .isEqualTo("insufficient_scope");
  }

  @Test
  void aRevokedTokenIsRefusedAtOnce() {
    Browser ada = people.somebody();
    Answer made = ada.post("/api/v1/tokens", "{\"name\": \"ci\"}");
    Browser program = people.nobody().token(made.json().path("token").asString());
    String path = "/api/v1/tokens/" + made.json().path("id").asString();
    assertThat(ada.delete(path).status()).isEqualTo(204);
    assertThat(ada.delete(path).status()).isEqualTo(404);
    Answer refused = program.get("/auth/me");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void anExpiredTokenIsRefused() {
    Browser ada = people.somebody();
    String at = clock.instant().plus(Duration.ofHours(1)).toString();
    Answer made = ada.post("/api/v1/tokens", "{\"name\": \"ci\", \"expires_at\": \"" + at + "\"}");
    Browser program = people.nobody().token(made.json().path("token").asString());
    assertThat(program.get("/auth/me").status()).isEqualTo(200);
    clock.forward(Duration.ofHours(2));
    assertThat(program.get("/auth/me").status()).isEqualTo(401);
  }

  @Test
  void anExpiryBeyondReasonIsRefused() {
    Browser ada = people.somebody();
    for (String at : new String[] {"2001-01-01T00:00:00Z", "+900000000-01-01T00:00:00Z"}) {
      assertThat(
              ada.post("/api/v1/tokens", "{\"name\": \"x\", \"expires_at\": \"" + at + "\"}")
                  .status())
          .isEqualTo(422);
    }
  }

  @Test
  void somebodyElsesTokenIsNotThere() {
    Answer made = people.somebody().post("/api/v1/tokens", "{\"name\": \"ci\"}");
    Browser eve = people.somebody();
    assertThat(eve.delete("/api/v1/tokens/" + made.json().path("id").asString()).status())
        .isEqualTo(404);
  }

  @Test
  void aBadTokenIsRefusedEvenBesideAGoodCookie() {
    Browser ada = people.somebody();
    assertThat(ada.token("hst_nonsense").get("/auth/me").status()).isEqualTo(401);
  }

  @Test
  void aTokenDoesNotTouchTheSecondFactor() {
    Browser program = people.program(people.somebody(), "\"read\", \"write\"");
    assertThat(program.post("/auth/totp", null).code()).isEqualTo("session_required");
  }

  @Test
  void tokensComeInPages() {
    Browser ada = people.somebody();
    for (int i = 0; i < 3; i++) {
      ada.post("/api/v1/tokens", "{\"name\": \"t%d\"}".formatted(i));
    }
    Answer first = ada.get("/api/v1/tokens?limit=2");
    assertThat(first.json().path("data").size()).isEqualTo(2);
    String cursor = first.json().path("next_cursor").asString();
    Answer second = ada.get("/api/v1/tokens?limit=2&cursor=" + cursor);
    assertThat(second.json().path("data").size()).isEqualTo(1);
    assertThat(second.json().path("next_cursor").isNull()).isTrue();
    assertThat(ada.get("/api/v1/tokens?cursor=nonsense").status()).isEqualTo(422);
    assertThat(ada.get("/api/v1/tokens?limit=201").status()).isEqualTo(422);
  }
}
