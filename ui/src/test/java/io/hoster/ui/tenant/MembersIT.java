package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class MembersIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private People people;
  private Browser ada;

  @BeforeEach
  void meet() {
    people = new People(port, database);
    ada = people.somebody();
  }

  private Answer invite(String email, String role) {
    return ada.post(
        "/api/v1/invitations", "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role));
  }

  private Browser joined(String role) {
    String email = People.freshEmail();
    assertThat(invite(email, role).status()).isEqualTo(201);
    Browser bob = people.somebody(email);
    Answer accepted =
        bob.post(
            "/api/v1/invitations/accept",
            "{\"token\": \"" + people.linkToken(email, "/invite") + "\"}");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(204);
    return bob;
  }

  @Test
  void whoAcceptsActsForThatTenantFromNowOn() {
    Browser bob = joined("member");
    assertThat(people.tenant(bob)).isEqualTo(people.tenant(ada));
    assertThat(bob.get("/auth/me").json().path("role").asString()).isEqualTo("member");
    assertThat(bob.get("/auth/me").json().path("email_verified").asBoolean()).isTrue();
    assertThat(ada.get("/api/v1/members").json().path("data").size()).isEqualTo(2);
  }

  @Test
  void anInvitationIsForItsAddressOnly() {
    String email = People.freshEmail();
    invite(email, "member");
    Answer refused =
        people
            .somebody()
            .post(
                "/api/v1/invitations/accept",
                "{\"token\": \"" + people.linkToken(email, "/invite") + "\"}");
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void aWithdrawnInvitationWorksNoMore() {
    String email = People.freshEmail();
    String id = invite(email, "member").json().path("id").asString();
    assertThat(ada.delete("/api/v1/invitations/" + id).status()).isEqualTo(204);
    Answer refused =
        people
            .somebody(email)
            .post(
                "/api/v1/invitations/accept",
                "{\"token\": \"" + people.linkToken(email, "/invite") + "\"}");
    assertThat(refused.status()).isEqualTo(404);
  }

  @Test
  void aMemberInvitesNobody() {
    Browser bob = joined("member");
    assertThat(bob.post("/api/v1/invitations", "{\"email\": \"x@y.test\"}").status())
        .isEqualTo(403);
  }

  @Test
  void theLastOwnerStays() {
    joined("member");
    Answer refused = ada.delete("/api/v1/members/" + people.id(ada));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("last_owner");
  }

  @Test
  void whoIsRemovedGoesOnInATenantOfTheirOwnAndTheirTokensEnd() {
    Browser bob = joined("member");
    Browser program = people.program(bob, "\"read\"");
    assertThat(program.get("/api/v1/members").status()).isEqualTo(200);
    assertThat(ada.delete("/api/v1/members/" + people.id(bob)).status()).isEqualTo(204);
    assertThat(people.tenant(bob)).isNotEqualTo(people.tenant(ada));
    assertThat(program.get("/api/v1/members").status()).isEqualTo(401);
  }

  @Test
  void aForeignMemberIsNotThere() {
    Browser eve = people.somebody();
    assertThat(eve.delete("/api/v1/members/" + people.id(ada)).status()).isEqualTo(404);
    assertThat(eve.delete("/api/v1/members/nonsense").status()).isEqualTo(404);
    String id = invite(People.freshEmail(), "member").json().path("id").asString();
    assertThat(eve.delete("/api/v1/invitations/" + id).status()).isEqualTo(404);
  }

  @Test
  void theAuditTellsWhoDidWhat() {
    invite(People.freshEmail(), "owner");
    Answer audit = ada.get("/api/v1/audit?limit=1");
    assertThat(audit.json().path("data").get(0).path("action").asString())
        .isEqualTo("member.invited");
    assertThat(audit.json().path("data").get(0).path("after").path("role").asString())
        .isEqualTo("owner");
    assertThat(audit.json().path("next_cursor").isNull()).isFalse();
  }
}
