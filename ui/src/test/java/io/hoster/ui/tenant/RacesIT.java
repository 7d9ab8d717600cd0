package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.security.TotpProbe;
import io.hoster.ui.tenant.Browser.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class RacesIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private TestClock clock;
  private People people;

  @BeforeEach
  void meet() {
    people = new People(port, database);
  }

  @Test
  void manyGuessesAtOnceAreNoWayRoundTheDelay() throws Exception {
    String email = People.freshEmail();
    people.somebody(email);
    List<Answer> answers = AtOnce.run(20, () -> people.login(people.nobody(), email, "wrong"));
    assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeBetween(5, 6);
    assertThat(answers).allMatch(answer -> answer.status() == 401 || answer.status() == 429);
  }

  @Test
  void oneRequestSentManyTimesAtOnceIsDoneOnce() throws Exception {
    Browser ada = people.somebody();
    String cookie = ada.cookies().get("hoster-test");
    List<Answer> answers =
        AtOnce.run(
            10,
            () -> {
              Browser same = people.nobody().with("Idempotency-Key", "race");
              same.cookies().put("hoster-test", cookie);
              same.cookies().put("XSRF-TOKEN", "same");
              return same.post("/api/v1/tokens", "{\"name\": \"ci\"}");
            });
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(ada.get("/api/v1/tokens").json().path("data").size()).isEqualTo(1);
  }

  @Test
  void aCodeSentTwiceAtOnceSignsInOnce() throws Exception {
    String email = People.freshEmail();
    Browser ada = people.somebody(email);
    String secret = ada.post("/auth/totp", null).json().path("secret").asString();
    ada.post(
        "/auth/totp/confirm", "{\"code\": \"" + TotpProbe.code(secret, clock.instant()) + "\"}");
    clock.forward(Duration.ofSeconds(30));
    String body =
        """
        {"email": "%s", "password": "%s", "totp": "%s"}\
        """
            .formatted(email, People.PASSWORD, TotpProbe.code(secret, clock.instant()));
    List<Answer> answers = AtOnce.run(4, () -> people.nobody().post("/auth/login", body));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
  }

  @Test
  void anAddressRegisteredTwiceAtOnceIsGivenOnce() throws Exception {
    String email = People.freshEmail();
    List<Answer> answers = AtOnce.run(4, () -> people.register(people.nobody(), email));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
  }
}
