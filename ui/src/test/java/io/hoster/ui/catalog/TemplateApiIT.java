package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.store.TestRows;
import io.hoster.ui.rest.Api;
import io.hoster.ui.rest.Api.Answer;
import io.hoster.ui.rest.RestServer;
import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import io.hoster.workflows.tenant.TenantId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RestServer
class TemplateApiIT {

  @Autowired TestDatabase database;
  @LocalServerPort int port;
  private Api anybody;

  @BeforeEach
  void fill() {
    anybody = Api.anonymous(port);
    TestRows rows = new TestRows(database);
    rows.template("zz-ghost", Kind.WEB, "Zeitung");
    rows.template("zz-postgres", Kind.DATABASE, "Zeitung");
  }

  private static List<String> slugs(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.at("/data").valueStream().map(t -> t.path("slug").asString()).toList();
  }

  @Test
  void anybodyReadsTheMarketplace() {
    assertThat(slugs(anybody.get("/api/v1/templates?limit=200")))
        .contains("zz-ghost", "zz-postgres");
    assertThat(slugs(anybody.get("/api/v1/templates?q=ZZ-POST"))).containsExactly("zz-postgres");
    assertThat(slugs(anybody.get("/api/v1/templates?kind=web&category=zeitung")))
        .containsExactly("zz-ghost");
    JsonNode first = anybody.get("/api/v1/templates?q=zz-ghost").at("/data/0");
    assertThat(first.path("price_minor").asInt()).isEqualTo(500);
    assertThat(first.path("kind").asString()).isEqualTo("web");
    assertThat(first.path("status").asString()).isEqualTo("published");
  }

  @Test
  void theCatalogsOwnTemplatesArePublished() {
    assertThat(slugs(anybody.get("/api/v1/templates?limit=200")))
        .contains("miniflux", "node-api", "static-site");
  }

  @Test
  void pagesFollowEachOther() {
    Answer first = anybody.get("/api/v1/templates?category=zeitung&limit=1");
    assertThat(slugs(first)).containsExactly("zz-ghost");
    String cursor = first.text("/next_cursor");
    Answer second = anybody.get("/api/v1/templates?category=zeitung&limit=1&cursor=" + cursor);
    assertThat(slugs(second)).containsExactly("zz-postgres");
    assertThat(second.at("/next_cursor").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kind=boat", "cursor=%00", "cursor=abc", "limit=0", "limit=201", "limit=x"})
  void wrongFiltersAreRefused(String query) {
    Answer answer = anybody.get("/api/v1/templates?" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aTemplateTellsAllThatTheFormNeeds() {
    Answer answer = anybody.get("/api/v1/templates/miniflux");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.text("/compose")).contains("services:");
    assertThat(answer.text("/services/0/image")).isNotEmpty();
    assertThat(answer.at("/resources/services").asInt()).isEqualTo(2);
    JsonNode variable = answer.at("/variables/0");
    assertThat(variable.path("name").asString()).isEqualTo("ADMIN_USERNAME");
    assertThat(variable.path("type").asString()).isEqualTo("string");
    assertThat(variable.path("default").asString()).isEqualTo("admin");
    assertThat(answer.at("/variables/1/generate").asString()).isEqualTo("password(20)");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String slug : List.of("nothing", "..%2F..", "a%00b", "%F0%9F%98%80", "check")) {
      Answer answer = anybody.get("/api/v1/templates/" + slug);
      assertThat(answer.status()).as(slug + " " + answer).isIn(400, 404);
    }
  }

  @Test
  void aDraftIsItsTenantsOwn() {
    TenantId ada = new TenantId(database.tenant("Ada"));
    TenantId bob = new TenantId(database.tenant("Bob"));
    String slug = "draft-" + ada.value().substring(20);
    new TestRows(database).ownTemplate(ada, slug, "draft");
    assertThat(anybody.get("/api/v1/templates/" + slug).status()).isEqualTo(404);
    assertThat(Api.of(port, database, bob).get("/api/v1/templates/" + slug).status())
        .isEqualTo(404);
    Answer own = Api.of(port, database, ada).get("/api/v1/templates/" + slug);
    assertThat(own.status()).as(own.toString()).isEqualTo(200);
    assertThat(own.at("/own").asBoolean()).isTrue();
  }

  private Answer check(String json) {
    return anybody.post("/api/v1/templates/check", json);
  }

  @Test
  void aGoodFileBecomesAPlan() {
    Answer answer =
        check(
            """
            {"compose": "services:\\n  db:\\n    image: postgres:18\\n    tmpfs: /tmp:size=1m\\n  web:\\n    image: nginx:${TAG}\\n    ports: ['80']\\n    depends_on: [db]\\n    environment: {N: '${N}'}\\n    volumes: ['data:/data']\\nvolumes: {data: {}}\\n",
             "variables": [{"name": "TAG", "default": "1"}, {"name": "N", "type": "number", "required": true}],
             "values": {"N": 3}}
            """);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.at("/ok").asBoolean()).as(answer.toString()).isTrue();
    assertThat(answer.at("/errors").isEmpty()).isTrue();
    assertThat(answer.text("/variables/0/name")).isEqualTo("TAG");
    assertThat(answer.text("/plan/services/0/name")).isEqualTo("db");
    assertThat(answer.at("/plan/services/0/volumes/0/tmpfs").asBoolean()).isTrue();
    assertThat(answer.at("/plan/services/0/volumes/0/size_bytes").asLong()).isEqualTo(1048576);
    assertThat(answer.text("/plan/services/1/image")).isEqualTo("nginx:1");
    assertThat(answer.text("/plan/services/1/environment/N")).isEqualTo("3");
    assertThat(answer.at("/plan/services/1/ports/0/container_port").asInt()).isEqualTo(80);
    assertThat(answer.text("/plan/services/1/volumes/0/name")).isEqualTo("data");
    assertThat(answer.text("/plan/services/1/depends_on/db/condition"))
        .isEqualTo("service_started");
    assertThat(answer.text("/plan/volumes/0")).isEqualTo("data");
  }

  @Test
  void findingsHaveTheirPlaceAndCode() {
    Answer answer =
        check(
            """
            {"compose": "services:\\n  web:\\n    image: nginx:1\\n    privileged: true\\n    command: ${CMD}\\n"}
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/ok").asBoolean()).isFalse();
    assertThat(answer.at("/plan").isNull()).isTrue();
    assertThat(answer.at("/errors").valueStream().map(e -> e.path("code").asString()))
        .containsExactlyInAnyOrder("not_allowed", "undeclared_variable");
    assertThat(answer.at("/errors/0/line").asInt()).isEqualTo(4);
    assertThat(answer.text("/errors/0/path")).isEqualTo("/services/web/privileged");
    assertThat(answer.text("/variables/0/name")).isEqualTo("CMD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"compose\": null}",
        "{\"compose\": 3}",
        "{\"compose\": \"a\", \"bogus\": 1}",
        "{\"compose\": \"a\", \"variables\": [{\"name\": \"a-b\"}]}",
        "{\"compose\": \"a\", \"variables\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}",
        "{\"compose\": \"a\", \"variables\": [{\"name\": \"A\", \"type\": \"boat\"}]}",
        "{\"compose\": \"a\", \"variables\": [null]}",
        "{\"compose\": \"a\", \"variables\": [{\"name\": \"A\", \"choices\": [null]}]}",
        "{\"compose\": \"a\", \"values\": {\"A\": []}}",
        "{\"compose\": \"a\", \"values\": {\"A\": null}}",
        "[]",
        "nonsense"
      })
  void aWrongRequestIsRefusedWithItsPlace(String json) {
    Answer answer = check(json);
    assertThat(answer.status()).as(json + " " + answer).isEqualTo(422);
  }

  @Test
  void noFileIsAFault() {
    for (String compose : List.of("", "\\u0000", "&a [*a]", "- 1", "services: {}", "\\ud83d")) {
      Answer answer = check("{\"compose\": \"" + compose + "\"}");
      assertThat(answer.status()).as(compose + " " + answer).isIn(200, 422);
    }
  }

  @Test
  void aSearchTakesAnyText() {
    for (String text : List.of("%", "_", "\\", "'", "😀", "\n", "a".repeat(5000))) {
      Answer answer =
          anybody.get("/api/v1/templates?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
      assertThat(answer.status()).as(text).isEqualTo(200);
    }
  }
}
