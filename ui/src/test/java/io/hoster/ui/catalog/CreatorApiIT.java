package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.rest.Api;
import io.hoster.ui.rest.Api.Answer;
import io.hoster.ui.rest.RestServer;
import io.hoster.workflows.tenant.TenantId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RestServer
class CreatorApiIT {

  private static final String ALL = "/api/v1/templates";
  private static final String STAFF = "/api/v1/admin/templates";
  private static final String COMPOSE =
      "services:\\n  web:\\n    image: nginx:1\\n    ports: ['80']\\n";
  private static final String DRAFT =
      """
      {"name": "My Wiki", "version": "1.0.0", "description": "# A wiki\\n\\nFor **teams**.", "category": "Notes",
       "kind": "web", "compose": "%s", "variables": [{"name": "TITLE", "default": "Wiki"}], "price_minor": 250,
       "entry": {"service": "web", "port": 80}, "changelog": "The first."}
      """
          .formatted(COMPOSE);

  @Autowired TestDatabase database;
  @LocalServerPort int port;
  private TenantId adaId;
  private Api ada;
  private Api bob;
  private Api support;

  @BeforeEach
  void people() {
    adaId = new TenantId(database.tenant("Ada"));
    ada = Api.of(port, database, adaId);
    bob = Api.of(port, database, new TenantId(database.tenant("Bob")));
    TenantId sam = new TenantId(database.tenant("Sam"));
    update(
        "insert into staff_role (user_id, role) select user_id, 'support' from tenant_member where tenant_id = ?",
        sam.value());
    support = Api.of(port, database, sam);
  }

  private void update(String sql, Object... params) {
    database.worker().system(() -> database.jdbc().sql(sql).params(params).update());
  }

  private static Answer is(int status, Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer;
  }

  private static Answer is(int status, String code, Answer answer) {
    is(status, answer);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    return answer;
  }

  private String draft() {
    return is(201, ada.post(ALL, DRAFT)).text("/slug");
  }

  private String published(String visibility) {
    String slug = draft();
    is(200, publish(slug, visibility));
    if (visibility.equals("public")) {
      is(200, support.post(STAFF + "/" + slug + "/approve"));
    }
    return slug;
  }

  private Answer publish(String slug, String visibility) {
    return ada.post(at(slug) + "/publish", "{\"visibility\": \"" + visibility + "\"}");
  }

  private static String at(String slug) {
    return ALL + "/" + slug;
  }

  private Answer put(String slug, String json) {
    return ada.send("PUT", at(slug), json);
  }

  private Answer deploy(Api who, String slug, String name) {
    return who.post(
        "/api/v1/deployments", "{\"template\": \"%s\", \"name\": \"%s\"}".formatted(slug, name));
  }

  private List<String> audit() {
    return database
        .worker()
        .system(() ->
            database
                .jdbc()
                .sql(
                    "select action from audit where tenant_id = ? and subject_kind = 'template' order by at, id")
                .param(adaId.value())
                .query(String.class)
                .list());
  }

  @Test
  void aDraftIsMadeAndReadByItsTenantAlone() {
    Answer made = is(201, ada.post(ALL, DRAFT));
    String slug = made.text("/slug");
    assertThat(slug).matches("my-wiki-[0-9a-z]{5}");
    assertThat(made.header("Location")).hasValue(at(slug));
    assertThat(made.text("/status")).isEqualTo("draft");
    assertThat(made.text("/visibility")).isEqualTo("private");
    assertThat(made.text("/creator")).isEqualTo("Ada");
    assertThat(made.text("/summary")).isEqualTo("A wiki");
    assertThat(made.text("/changelog")).isEqualTo("The first.");
    assertThat(made.text("/services/0/image")).isEqualTo("nginx:1");
    assertThat(made.text("/icon")).startsWith("<svg");
    assertThat(is(200, ada.get(at(slug))).text("/releases/0/status")).isEqualTo("draft");
    is(404, "not_found", bob.get(at(slug)));
    is(404, "not_found", bob.send("PUT", at(slug), DRAFT));
    is(404, "not_found", bob.post(at(slug) + "/publish", "{\"visibility\": \"private\"}"));
    is(404, "not_found", bob.post(at(slug) + "/try"));
    is(404, "not_found", bob.delete(at(slug)));
    is(401, "unauthenticated", Api.anonymous(port).post(ALL, DRAFT));
    assertThat(audit()).containsExactly("template.created");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'name': ''|/name",
        "'name': 'a\\tb'|/name",
        "'version': 'new'|/version",
        "'version': '1.2.3.4.5'|/version",
        "'category': ''|/category",
        "'kind': null|/kind",
        "'kind': 'boat'|/kind",
        "'compose': ' '|/compose",
        "'price_minor': -1|/price_minor",
        "'price_minor': 1000001|/price_minor",
        "'price_minor': 1.5|/price_minor",
        "'currency': 'EUR'|/currency",
        "'entry': {'service': 'web'}|/entry/port",
        "'entry': {'service': 'web', 'port': 65536}|/entry/port",
        "'entry': {'service': 'db', 'port': 80}|/entry/service",
        "'icon': 'unicorn'|/icon",
        "'icon': 'data:image/png;base64,!!'|/icon",
        "'icon': 'data:image/png;base64,AAAA'|/icon",
        "'icon': '<svg onload=alert(1)>'|/icon",
        "'variables': [null]|/variables/0",
        "'variables': [{'name': 'A', 'type': 'choice'}]|/variables/0",
        "'variables': [{'name': 'A', 'type': 'number', 'default': 'x'}]|/variables/0",
        "'variables': [{'name': 'A', 'generate': 'dice'}]|/variables/0",
        "'variables': [{'name': 'A', 'pattern': '('}]|/variables/0",
        "'credentials': [{'value': 'x', 'service': 'web'}]|/credentials/0/name",
        "'bogus': 1|/bogus"
      })
  void whatIsWrongIsToldAtItsField(String change, String pointer) {
    Answer answer = is(422, ada.post(ALL, changed(change.replace('\'', '"'))));
    assertThat(answer.text("/errors/0/pointer")).as(answer.toString()).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/message")).isNotEmpty();
  }

  /** The good draft with one field in another way. */
  private static String changed(String field) {
    String name = field.substring(0, field.indexOf(':'));
    String rest =
        DRAFT
            .lines()
            .reduce("", String::concat)
            .replaceAll(name + ": (\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|[0-9]+)(, *)?", "");
    return rest.replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(field) + ", ");
  }

  @Test
  void findingsAreToldWithTheirLineAndKeptOnRequest() {
    String bad = DRAFT.replace("ports: ['80']", "privileged: true");
    Answer refused = is(422, "invalid", ada.post(ALL, bad));
    assertThat(refused.at("/errors/0/line").asInt()).isEqualTo(4);
    assertThat(refused.text("/errors/0/path")).isEqualTo("/services/web/privileged");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/compose");
    assertThat(refused.text("/errors/0/code")).isEqualTo("not_allowed");
    Answer kept = is(201, ada.post(ALL, bad.replaceFirst("\\{", "{\"keep_findings\": true, ")));
    String slug = kept.text("/slug");
    is(422, "invalid", publish(slug, "private"));
    is(422, "invalid", publish(slug, "public"));
    assertThat(is(422, "invalid", ada.post(at(slug) + "/try")).at("/errors/0/line").asInt())
        .isEqualTo(4);
    is(422, "invalid", deploy(ada, slug, "wiki"));
    is(422, "invalid", put(slug, "{\"price_minor\": 1}"));
    is(200, put(slug, "{\"compose\": \"" + COMPOSE + "\"}"));
    is(200, publish(slug, "private"));
  }

  @Test
  void aDraftIsWrittenOver() {
    String slug = draft();
    Answer saved =
        is(200, put(slug, "{\"name\": \"Our Wiki\", \"version\": \"1.1\", \"price_minor\": 0}"));
    assertThat(saved.text("/name")).isEqualTo("Our Wiki");
    assertThat(saved.text("/slug")).isEqualTo(slug);
    assertThat(saved.text("/version")).isEqualTo("1.1");
    assertThat(saved.text("/category")).isEqualTo("Notes");
    assertThat(saved.at("/price_minor").asInt()).isZero();
    assertThat(saved.at("/releases").size()).isEqualTo(1);
    is(404, "not_found", put("nothing", DRAFT));
    is(404, "not_found", put("static-site", DRAFT));
    assertThat(audit()).containsExactly("template.created", "template.saved");
  }

  @Test
  void whatIsPublishedStaysAndANewVersionIsADraft() {
    String slug = published("private");
    is(409, "invalid_state", put(slug, "{\"name\": \"Other\"}"));
    is(409, "invalid_state", put(slug, "{\"name\": \"Other\", \"version\": \"1.0\"}"));
    is(422, "invalid", put(slug, "{\"version\": \"0.9\"}"));
    is(409, "invalid_state", publish(slug, "private"));
    Answer second = is(200, put(slug, "{\"version\": \"1.10.0\", \"name\": \"Other\"}"));
    assertThat(second.text("/status")).isEqualTo("draft");
    assertThat(second.text("/changelog")).isEmpty();
    Answer current = is(200, ada.get(at(slug)));
    assertThat(current.text("/version")).isEqualTo("1.0.0");
    assertThat(current.text("/name")).isEqualTo("My Wiki");
    assertThat(current.text("/releases/0/version")).isEqualTo("1.10.0");
    assertThat(current.at("/versions").size()).isEqualTo(1);
    assertThat(is(200, ada.get(at(slug) + "?version=1.10.0")).text("/name")).isEqualTo("Other");
    is(404, "not_found", ada.get(at(slug) + "?version=7"));
    is(422, "invalid", put(slug, "{\"version\": \"1.0.0\"}"));
    is(200, put(slug, "{\"version\": \"1.9\"}"));
  }

  @Test
  void privateIsAtOnceForTheOwnTenant() {
    String slug = draft();
    is(422, "invalid", ada.post(at(slug) + "/publish", "{}"));
    is(422, "invalid", ada.post(at(slug) + "/publish", "{\"visibility\": \"secret\"}"));
    is(422, "invalid", deploy(ada, slug, "wiki"));
    Answer answer = is(200, publish(slug, "private"));
    assertThat(answer.text("/status")).isEqualTo("published");
    is(404, "not_found", bob.get(at(slug)));
    is(422, "invalid", deploy(bob, slug, "wiki"));
    is(202, deploy(ada, slug, "wiki"));
    assertThat(audit()).containsExactly("template.created", "template.published");
  }

  @Test
  void publicWaitsForTheStaffAndIsThenForAll() {
    String slug = draft();
    Answer waiting = is(200, publish(slug, "public"));
    assertThat(waiting.text("/status")).isEqualTo("in_review");
    assertThat(waiting.text("/visibility")).isEqualTo("public");
    is(404, "not_found", bob.get(at(slug)));
    is(409, "invalid_state", put(slug, "{\"version\": \"2\"}"));
    is(409, "invalid_state", publish(slug, "public"));
    is(422, "invalid", deploy(ada, slug, "wiki"));
    assertThat(support.get(STAFF).at("/data").valueStream().map(w -> w.path("slug").asString()))
        .contains(slug);
    assertThat(is(200, support.get(STAFF + "/" + slug)).text("/compose")).contains("nginx:1");
    Answer approved = is(200, support.post(STAFF + "/" + slug + "/approve"));
    assertThat(approved.text("/status")).isEqualTo("published");
    Answer seen = is(200, bob.get(at(slug)));
    assertThat(seen.at("/own").asBoolean()).isFalse();
    assertThat(seen.text("/creator")).isEqualTo("Ada");
    is(200, Api.anonymous(port).get(at(slug)));
    is(202, deploy(bob, slug, "wiki"));
    Answer listed = is(200, Api.anonymous(port).get(ALL + "?q=my+wiki&price=paid&sort=use"));
    assertThat(listed.at("/data").valueStream().map(t -> t.path("slug").asString())).contains(slug);
    assertThat(is(200, ada.get(at(slug))).at("/live_deployments").asInt()).isEqualTo(1);
    assertThat(audit())
        .containsExactly("template.created", "template.submitted", "template.approved");
  }

  @Test
  void whoIsNoStaffFindsNoReviews() {
    String slug = draft();
    is(200, publish(slug, "public"));
    is(404, "not_found", ada.get(STAFF));
    is(404, "not_found", ada.get(STAFF + "/" + slug));
    is(404, "not_found", ada.post(STAFF + "/" + slug + "/approve"));
    is(404, "not_found", ada.post(STAFF + "/" + slug + "/reject", "{\"reason\": \"x\"}"));
    assertThat(ada.get(at(slug)).text("/status")).isEqualTo("in_review");
  }

  @Test
  void aRefusalTellsTheAuthorWhy() {
    String slug = draft();
    is(409, "invalid_state", support.post(STAFF + "/" + slug + "/approve"));
    is(404, "not_found", support.post(STAFF + "/nothing/approve"));
    is(404, "not_found", support.post(STAFF + "/static-site/approve"));
    is(200, publish(slug, "public"));
    is(422, "invalid", support.post(STAFF + "/" + slug + "/reject", "{}"));
    is(422, "invalid", support.post(STAFF + "/" + slug + "/reject", "{\"reason\": \" \"}"));
    is(200, support.post(STAFF + "/" + slug + "/reject", "{\"reason\": \"Name the source.\"}"));
    Answer back = is(200, ada.get(at(slug)));
    assertThat(back.text("/status")).isEqualTo("draft");
    assertThat(back.text("/releases/0/review_note")).isEqualTo("Name the source.");
    is(200, put(slug, "{\"description\": \"From the source.\"}"));
    is(200, publish(slug, "public"));
    assertThat(audit())
        .containsExactly(
            "template.created",
            "template.submitted",
            "template.rejected",
            "template.saved",
            "template.submitted");
  }

  @Test
  void whatWaitsCanBeTakenBack() {
    String slug = draft();
    is(200, publish(slug, "public"));
    assertThat(is(200, ada.post(at(slug) + "/withdraw")).text("/status")).isEqualTo("draft");
    is(409, "invalid_state", ada.post(at(slug) + "/withdraw"));
    is(409, "invalid_state", support.post(STAFF + "/" + slug + "/approve"));
  }

  @Test
  void aTrialGoesAwayByItself() {
    String slug = draft();
    Answer trial = is(202, ada.post(at(slug) + "/try", "{\"variables\": {\"TITLE\": \"Mine\"}}"));
    assertThat(trial.text("/name")).isEqualTo("try-" + slug);
    assertThat(trial.text("/status")).isEqualTo("pending");
    assertThat(trial.text("/expires_at")).isNotEmpty();
    assertThat(trial.header("Location")).hasValue("/api/v1/deployments/" + trial.text("/id"));
    assertThat(is(202, ada.post(at(slug) + "/try")).text("/name")).isEqualTo("try-" + slug + "-2");
    is(422, "invalid", ada.post(at(slug) + "/try", "{\"variables\": {\"NOPE\": \"x\"}}"));
    is(422, "invalid", ada.post(at(slug) + "/try", "{\"name\": \"No\"}"));
    is(404, "not_found", ada.post(ALL + "/static-site/try"));
    is(200, put(slug, "{\"price_minor\": 0}"));
    assertThat(is(200, ada.get(at(slug))).at("/live_deployments").asInt()).isZero();
    assertThat(ada.get(at(slug)).at("/releases").size()).isEqualTo(1);
    Answer used = is(409, "in_use", ada.delete(at(slug)));
    assertThat(used.text("/detail")).contains("try-" + slug);
  }

  @Test
  void deprecatedTakesNothingNew() {
    String slug = published("public");
    is(202, deploy(bob, slug, "wiki"));
    is(409, "invalid_state", ada.post(at(draft()) + "/deprecate"));
    is(422, "invalid", ada.post(at(slug) + "/deprecate", "{\"version\": \"9\"}"));
    assertThat(is(200, ada.post(at(slug) + "/deprecate")).text("/status")).isEqualTo("deprecated");
    assertThat(is(200, bob.get(at(slug))).text("/status")).isEqualTo("deprecated");
    is(422, "invalid", deploy(bob, slug, "wiki-2"));
    assertThat(
            Api.anonymous(port)
                .get(ALL + "?limit=200")
                .at("/data")
                .valueStream()
                .map(t -> t.path("slug").asString()))
        .doesNotContain(slug);
  }

  @Test
  void whatIsInUseCanBeNeitherWithdrawnNorDeleted() {
    String slug = published("public");
    is(202, deploy(bob, slug, "bobs-secret-name"));
    is(202, deploy(ada, slug, "adas-own"));
    for (Answer refused :
        List.of(
            is(409, "in_use", ada.post(at(slug) + "/withdraw")),
            is(409, "in_use", ada.delete(at(slug))))) {
      assertThat(refused.text("/detail"))
          .contains("Yours: adas-own.", "1 deployment of 1 other customer.")
          .doesNotContain("bobs-secret-name");
    }
    update(
        "update deployment set deleted_at = now() where name in ('bobs-secret-name', 'adas-own')");
    assertThat(is(200, ada.post(at(slug) + "/withdraw")).text("/status")).isEqualTo("withdrawn");
    is(404, "not_found", bob.get(at(slug)));
    is(204, ada.delete(at(slug)));
    is(404, "not_found", ada.get(at(slug)));
    is(404, "not_found", ada.delete(at(slug)));
    assertThat(audit()).endsWith("template.withdrawn", "template.deleted");
  }

  @Test
  void aLogoIsPaintedAnew() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    String logo = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    String slug = draft();
    Answer saved = is(200, put(slug, "{\"icon\": \"" + logo + "\"}"));
    assertThat(saved.text("/icon")).startsWith("<svg").contains("data:image/png;base64,");
    assertThat(is(200, put(slug, "{\"icon\": \"database\"}")).text("/icon")).contains("<path");
    png.reset();
    ImageIO.write(new BufferedImage(1100, 1, BufferedImage.TYPE_INT_RGB), "png", png);
    String wide = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    assertThat(is(422, "invalid", put(slug, "{\"icon\": \"" + wide + "\"}")).text("/detail"))
        .contains("1024 pixels");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "nonsense",
        "{\"name\": 3}",
        "{\"compose\": {}}",
        "{\"entry\": []}",
        "{\"variables\": {}}",
        "{\"keep_findings\": \"yes\"}",
        "{\"name\": \"\\u0000\"}",
        "{\"price_minor\": 99999999999999999999}"
      })
  void noBodyIsAFault(String json) {
    is(422, ada.post(ALL, json));
    is(422, ada.send("PUT", at(draft()), json.equals("{}") ? "[]" : json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀😀", "---", "Ä ö ü", "a", "x y z", "العربية"})
  void anyNameGetsAnAddress(String name) {
    Answer made = is(201, ada.post(ALL, DRAFT.replace("My Wiki", name)));
    assertThat(made.text("/slug")).matches("[a-z0-9]([a-z0-9-]{0,43}[a-z0-9])?");
    assertThat(made.text("/name")).isEqualTo(name);
  }

  @Test
  void aReadingTokenChangesNothing() {
    update("update api_token set scopes = array['read'] where tenant_id = ?", adaId.value());
    is(403, "insufficient_scope", ada.post(ALL, DRAFT));
  }

  @Test
  void staffApproveWhatTheyReadAndNothingElse() {
    String slug = draft();
    is(200, publish(slug, "public"));
    String other = STAFF + "/" + slug + "/approve?checksum=of-another-text";
    is(409, "conflict", support.post(other));
    assertThat(is(200, ada.get(at(slug))).text("/status")).isEqualTo("in_review");
    is(200, support.post(STAFF + "/" + slug + "/approve"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202eikiW", "Wi\u200bki", "\u200b"})
  void aNameHasNoInvisibleCharacters(String name) {
    is(422, "invalid", ada.post(ALL, DRAFT.replace("My Wiki", name)));
  }

  @Test
  void nobodyElseIsThePlatform() {
    Api imposter = Api.of(port, database, new TenantId(database.tenant("Hoster")));
    is(409, "name_taken", imposter.post(ALL, DRAFT));
  }

  @Test
  void theAddressLeadsToAPortThatIsPublished() {
    String slug =
        is(201, ada.post(ALL, DRAFT.replace("\"port\": 80", "\"port\": 81"))).text("/slug");
    assertThat(is(422, "invalid", publish(slug, "private")).toString()).contains("/entry/port");
  }

  @ParameterizedTest
  @CsvSource({"POST, /campaign", "GET, /campaigns"})
  void updatesOfAllAppsByStaffAreUnknownToOthers(String method, String what) {
    String slug = published("private");
    String body = method.equals("POST") ? "{\"version\": \"1.0.0\"}" : "";
    is(404, "not_found", ada.send(method, STAFF + "/" + slug + what, body));
    is(404, "not_found", bob.send(method, at(slug) + what, body));
  }
}
