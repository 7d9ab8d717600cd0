package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@AccountsServer
@DirtiesContext
class DatabaseAwayIT {

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;

  @Test
  void withoutTheDatabaseAnswersSayWhenToComeBack() {
    Browser ada = new People(port, database).somebody();
    database.close();
    Answer me = ada.get("/auth/me");
    assertThat(me.status()).isEqualTo(503);
    assertThat(me.code()).isEqualTo("unavailable");
    assertThat(me.header("Retry-After")).isNotNull();
    Answer login = new Browser(port).post("/auth/login", "{\"email\": \"a@b.test\"}");
    assertThat(login.status()).isEqualTo(503);
    Answer page = ada.get("/probe/private");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("Your apps keep running");
    assertThat(ada.get("/styles.css").status()).isEqualTo(200);
  }
}
