package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class AccountChangesIT {

  private static final String NEW_PASSWORD = "seven brass kettles sing";

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private People people;
  private final String email = People.freshEmail();
  private Browser ada;

  @BeforeEach
  void meet() {
    people = new People(port, database);
    ada = people.somebody(email);
  }

  @Test
  void aNewPasswordSignsTheOtherBrowsersOut() {
    Browser phone = people.nobody();
    people.login(phone, email, People.PASSWORD);
    Answer changed =
        ada.post(
            "/auth/password",
            "{\"current_password\": \"%s\", \"password\": \"%s\"}"
                .formatted(People.PASSWORD, NEW_PASSWORD));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(phone.get("/auth/me").status()).isEqualTo(401);
    assertThat(ada.get("/auth/me").status()).isEqualTo(200);
    assertThat(people.login(people.nobody(), email, NEW_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordNeedsTheOldOne() {
    Answer refused =
        ada.post(
            "/auth/password",
            "{\"current_password\": \"wrong\", \"password\": \"%s\"}".formatted(NEW_PASSWORD));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("bad_credentials");
  }

  @Test
  void nameAndColoursAreKept() {
    Answer changed =
        ada.send("PATCH", "/auth/me", "{\"name\": \"Ada Lovelace\", \"color_scheme\": \"dark\"}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(ada.get("/auth/me").json().path("name").asString()).isEqualTo("Ada Lovelace");
    assertThat(ada.get("/auth/me").json().path("color_scheme").asString()).isEqualTo("dark");
    assertThat(ada.send("PATCH", "/auth/me", "{\"color_scheme\": \"pink\"}").status())
        .isEqualTo(422);
  }

  @Test
  void anotherBrowserIsSignedOutFromTheList() {
    Browser phone = people.nobody();
    people.login(phone, email, People.PASSWORD);
    Answer sessions = ada.get("/auth/sessions");
    assertThat(sessions.json().path("data").size()).isEqualTo(2);
    for (var session : sessions.json().path("data")) {
      if (!session.path("current").asBoolean()) {
        assertThat(ada.delete("/auth/sessions/" + session.path("id").asString()).status())
            .isEqualTo(204);
      }
    }
    assertThat(phone.get("/auth/me").status()).isEqualTo(401);
    assertThat(ada.get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void somebodyElsesSessionIsNotThere() {
    String id = ada.get("/auth/sessions").json().path("data").get(0).path("id").asString();
    assertThat(people.somebody().delete("/auth/sessions/" + id).status()).isEqualTo(404);
  }

  @Test
  void theLinkIsSentAgainButNotAtOnce() {
    assertThat(ada.post("/auth/verify/resend", null).status()).isEqualTo(429);
  }

  @Test
  void anEmptyAccountEndsAndItsAddressIsFree() {
    assertThat(ada.send("DELETE", "/auth/me", "{\"password\": \"wrong\"}").status()).isEqualTo(403);
    Answer ended = ada.send("DELETE", "/auth/me", "{\"password\": \"" + People.PASSWORD + "\"}");
    assertThat(ended.status()).as(ended.toString()).isEqualTo(202);
    assertThat(ada.get("/auth/me").status()).isEqualTo(401);
    assertThat(people.register(people.nobody(), email).status()).isEqualTo(201);
  }

  @Test
  void mailsWithLinksAreNotListedAsNotifications() {
    assertThat(ada.get("/api/v1/notifications").json().path("data").isEmpty()).isTrue();
    ada.post(
        "/auth/password",
        "{\"current_password\": \"%s\", \"password\": \"%s\"}"
            .formatted(People.PASSWORD, NEW_PASSWORD));
    assertThat(
            ada.get("/api/v1/notifications").json().path("data").get(0).path("subject").asString())
        .isEqualTo("Your password was changed");
  }
}
