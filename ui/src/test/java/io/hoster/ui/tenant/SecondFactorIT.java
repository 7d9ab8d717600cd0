package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.security.TotpProbe;
import io.hoster.ui.tenant.Browser.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountsServer
class SecondFactorIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  @Autowired private TestClock clock;
  private People people;
  private final String email = People.freshEmail();
  private Browser ada;
  private Answer proposal;

  @BeforeEach
  void switchOn() {
    people = new People(port, database);
    ada = people.somebody(email);
    proposal = ada.post("/auth/totp", null);
    assertThat(proposal.status()).as(proposal.toString()).isEqualTo(200);
    Answer confirmed = ada.post("/auth/totp/confirm", "{\"code\": \"" + code() + "\"}");
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(204);
    clock.forward(Duration.ofSeconds(30));
  }

  private String code() {
    return TotpProbe.code(proposal.json().path("secret").asString(), clock.instant());
  }

  private Answer login(String code) {
    return people
        .nobody()
        .post(
            "/auth/login",
            """
            {"email": "%s", "password": "%s", "totp": "%s"}\
            """
                .formatted(email, People.PASSWORD, code));
  }

  @Test
  void thePasswordAloneIsNotEnough() {
    Answer refused = people.login(people.nobody(), email, People.PASSWORD);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("totp_required");
  }

  @Test
  void aCodeSignsInOnce() {
    assertThat(login(code()).status()).isEqualTo(200);
    assertThat(login(code()).code()).isEqualTo("bad_credentials");
    clock.forward(Duration.ofSeconds(30));
    assertThat(login(code()).status()).isEqualTo(200);
  }

  @Test
  void aRecoveryCodeSignsInOnce() {
    String code = proposal.json().path("recovery_codes").get(3).asString();
    assertThat(login(code).status()).isEqualTo(200);
    assertThat(login(code).code()).isEqualTo("bad_credentials");
  }

  @Test
  void itCannotBeReplacedWhileItIsOn() {
    assertThat(ada.post("/auth/totp", null).status()).isEqualTo(409);
  }

  @Test
  void switchingItOffNeedsThePassword() {
    assertThat(ada.send("DELETE", "/auth/totp", "{\"password\": \"wrong\"}").status())
        .isEqualTo(403);
    assertThat(
            ada.send("DELETE", "/auth/totp", "{\"password\": \"" + People.PASSWORD + "\"}")
                .status())
        .isEqualTo(204);
    assertThat(people.login(people.nobody(), email, People.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void theAddressForAppsNamesIssuerAndAccount() {
    assertThat(proposal.json().path("otpauth_url").asString())
        .startsWith("otpauth://totp/Hoster%3A")
        .contains("secret=" + proposal.json().path("secret").asString(), "issuer=Hoster");
  }
}
