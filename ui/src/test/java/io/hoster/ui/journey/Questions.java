package io.hoster.ui.journey;

import static io.hoster.ui.journey.Deployed.form;
import static io.hoster.ui.journey.Deployed.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hoster.ui.journey.Question.Asked;
import io.hoster.ui.journey.Question.NotRunHere;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The question for each entry of the catalog, by slug. */
final class Questions {

  private static final Map<String, Question> ALL = new TreeMap<>();

  static {
    asked("adminer", Questions::adminer);
    asked("ferretdb", DatabaseQuestions::ferretdb);
    asked("mariadb", DatabaseQuestions::mariadb);
    asked("mediawiki", Questions::mediawiki);
    asked("memcached", DatabaseQuestions::memcached);
    asked("miniflux", Questions::miniflux);
    asked("node-api", Questions::items);
    asked("node-red", Questions::nodeRed);
    asked("php-apache", Questions::guestBook);
    asked("postgresql", DatabaseQuestions::postgresql);
    asked("python-api", Questions::items);
    asked("rabbitmq", DatabaseQuestions::rabbitmq);
    asked("redis", DatabaseQuestions::redis);
    asked("static-site", Questions::staticSite);
    asked("wordpress", Questions::wordpress);
    ALL.put(
        "gitea",
        new NotRunHere(
            "Its Go module carries another path than it is published under, and no package has its"
                + " pages' scripts."));
    ALL.put("uptime-kuma", new NotRunHere("No package has a release of it."));
  }

  private Questions() {}

  private static void asked(String slug, Asked question) {
    ALL.put(slug, question);
  }

  static Question of(String slug) {
    Question question = ALL.get(slug);
    if (question == null) {
      throw new AssertionError("Nothing is asked of " + slug + ": write its question here.");
    }
    return question;
  }

  private static void staticSite(Deployed app) {
    assertThat(app.get("/").body()).contains("<h1>Hello from Hoster</h1>");
  }

  /** Both example APIs: what was added is there. */
  private static void items(Deployed app) {
    String name = UUID.randomUUID().toString();
    assertThat(app.send("POST", "/items", Map.of("name", name)).status()).isEqualTo(201);
    assertThat(json(app.get("/items")).at("/items/0/name").asString()).isEqualTo(name);
    assertThat(json(app.get("/")).at("/greeting").asString()).isEqualTo("Hello from Hoster");
    assertThat(app.send("POST", "/items", List.of()).status()).isEqualTo(422);
  }

  private static void guestBook(Deployed app) {
    String guest = form(Map.of("name", "Ada", "words", "1 < 2 & more"));
    assertThat(app.postForm("/", guest).status()).isEqualTo(303);
    assertThat(app.get("/").body()).contains("1 &lt; 2 &amp; more").contains("Ada");
  }

  private static void miniflux(Deployed app) {
    String basic = app.basic("Administrator", "Administrator's password");
    JsonNode me = json(app.get("/v1/me", basic));
    assertThat(me.path("username").asString()).isEqualTo("admin");
    assertThat(me.path("is_admin").asBoolean()).isTrue();
    assertThat(app.get("/v1/me").status()).isEqualTo(401);
  }

  /** There is no database inside: that it tried to reach one is what it can show. */
  private static void adminer(Deployed app) {
    assertThat(app.get("/").body()).contains("<title>Login - Adminer</title>", "version=4.8.1");
    Map<String, String> signIn =
        Map.of(
            "auth[driver]", "pgsql",
            "auth[server]", "127.0.0.1",
            "auth[username]", "ada",
            "auth[password]", "lovelace",
            "auth[db]", "shop");
    Edge.Page asked = app.postForm("/", form(signIn));
    assertThat(asked.status()).isEqualTo(302);
    Edge.Page told =
        app.get("/?pgsql=127.0.0.1&username=ada&db=shop", "Cookie: " + asked.cookies());
    assertThat(told.body()).contains("Connection refused");
  }

  private static void wordpress(Deployed app) {
    assertThat(app.get("/").body()).contains("<title>My site</title>");
    Edge.Page refused = app.postForm("/wp-login.php", form(Map.of("log", "admin", "pwd", "wrong")));
    assertThat(refused.cookies()).doesNotContain("wordpress_logged_in_");
    String password = app.credential("Administrator's password");
    Edge.Page entered =
        app.postForm("/wp-login.php", form(Map.of("log", "admin", "pwd", password)));
    assertThat(entered.status()).isEqualTo(302);
    assertThat(app.get("/wp-admin/profile.php", "Cookie: " + entered.cookies()).body())
        .contains("admin@example.com");
  }

  private static void mediawiki(Deployed app) {
    String api = "/api.php?format=json&action=";
    JsonNode site = json(app.get(api + "query&meta=siteinfo"));
    assertThat(site.at("/query/general/generator").asString()).isEqualTo("MediaWiki 1.39.17");
    assertThat(site.at("/query/general/sitename").asString()).isEqualTo("Our wiki");
    Edge.Page given = app.get(api + "query&meta=tokens&type=login");
    Edge.Page entered =
        app.postForm(
            api + "login",
            form(
                Map.of(
                    "lgname", app.credential("Administrator"),
                    "lgpassword", app.credential("Administrator's password"),
                    "lgtoken", json(given).at("/query/tokens/logintoken").asString())),
            "Cookie: " + given.cookies());
    assertThat(json(entered).at("/login/result").asString())
        .as(entered.text())
        .isEqualTo("Success");
    assertThat(app.get("/index.php?title=Main_Page").body()).contains("Our wiki");
  }

  /** Signs in to the editor, wires up a page and opens it. */
  private static void nodeRed(Deployed app) {
    Map<String, String> signIn =
        Map.of(
            "client_id", "node-red-admin",
            "grant_type", "password",
            "scope", "*",
            "username", app.credential("Administrator"),
            "password", app.credential("Administrator's password"));
    String token = json(app.send("POST", "/auth/token", signIn)).path("access_token").asString();
    String bearer = "Authorization: Bearer " + token;
    List<?> flow =
        List.of(
            Map.of("id", "sheet", "type", "tab", "label", "Sheet"),
            node("in", "http in", "text", Map.of("url", "/hello", "method", "get")),
            node(
                "text",
                "template",
                "out",
                Map.of("field", "payload", "template", "{{req.query.to}}")),
            node("out", "http response", "", Map.of()));
    assertThat(app.send("POST", "/flows", flow).status()).isEqualTo(401);
    assertThat(app.send("POST", "/flows", flow, bearer).status()).isEqualTo(204);
    await("the flows have started")
        .atMost(Duration.ofSeconds(30))
        .until(() -> app.get("/hello?to=Ada").body().equals("Ada"));
  }

  private static Map<String, ?> node(String id, String type, String next, Map<String, ?> more) {
    Map<String, Object> node = new TreeMap<>(more);
    node.putAll(Map.of("id", id, "type", type, "z", "sheet", "x", 100, "y", 100));
    node.put("wires", next.isEmpty() ? List.of() : List.of(List.of(next)));
    return node;
  }
}
