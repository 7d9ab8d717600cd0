package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.Ids;
import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who use the server under test. */
final class People {

  static final String PASSWORD = "quiet otters paint 7 barns";

  private final int port;
  private final TestDatabase database;

  People(int port, TestDatabase database) {
    this.port = port;
    this.database = database;
  }

  Browser nobody() {
    return new Browser(port);
  }

  static String freshEmail() {
    return Ids.fresh("ada").replace('_', '.') + "@people.test";
  }

  /** A browser whose user just signed up. */
  Browser somebody() {
    return somebody(freshEmail());
  }

  Browser somebody(String email) {
    Browser browser = nobody();
    Answer made = register(browser, email);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return browser;
  }

  Answer register(Browser browser, String email) {
    return browser.post(
        "/auth/register",
        """
        {"name": "Ada", "email": "%s", "password": "%s"}\
        """
            .formatted(email, PASSWORD));
  }

  Answer login(Browser browser, String email, String password) {
    return browser.post(
        "/auth/login",
        """
        {"email": "%s", "password": "%s"}\
        """
            .formatted(email, password));
  }

  /** A client that is signed in by an API token of {@code owner}. */
  Browser program(Browser owner, String scopes) {
    Answer made = owner.post("/api/v1/tokens", "{\"name\": \"ci\", \"scopes\": [" + scopes + "]}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return nobody().token(made.json().path("token").asString());
  }

  /** A browser of somebody with this staff role. */
  Browser staff(String role) {
    Browser browser = somebody();
    String id = id(browser);
    database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql("insert into staff_role (user_id, role) values (?, ?)")
                .params(id, role)
                .update());
    return browser;
  }

  String id(Browser browser) {
    return browser.get("/auth/me").json().path("id").asString();
  }

  String tenant(Browser browser) {
    return browser.get("/auth/me").json().path("tenant_id").asString();
  }

  /** The token in the newest mail to {@code email} with a link to {@code path}. */
  String linkToken(String email, String path) {
    String body =
        database
            .web()
            .system(() ->
                database
                    .jdbc()
                    .sql(
                        """
                        select body from notice where to_address = ? and position(? in body) > 0
                        order by created_at desc limit 1
                        """)
                    .params(email, path)
                    .query(String.class)
                    .single());
    Matcher link =
        Pattern.compile("http://console\\.test:8080" + path + "\\?token=(\\S+)").matcher(body);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
