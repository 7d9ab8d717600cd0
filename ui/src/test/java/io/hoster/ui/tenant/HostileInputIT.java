package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.store.TestDatabase;
import io.hoster.ui.tenant.Browser.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to whichever address: an answer that says what is wrong, never a fault. */
@AccountsServer
class HostileInputIT {

  private record Endpoint(String method, String path, List<String> fields) {}

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          new Endpoint("POST", "/auth/register", List.of("name", "email", "password")),
          new Endpoint("POST", "/auth/login", List.of("email", "password", "totp")),
          new Endpoint("POST", "/auth/forgot", List.of("email")),
          new Endpoint("POST", "/auth/reset", List.of("token", "password")),
          new Endpoint("POST", "/auth/verify", List.of("token")),
          new Endpoint("POST", "/auth/setup", List.of("token", "name", "email", "password")),
          new Endpoint("POST", "/auth/password", List.of("current_password", "password")),
          new Endpoint("PATCH", "/auth/me", List.of("name", "color_scheme")),
          new Endpoint("POST", "/auth/totp/confirm", List.of("code")),
          new Endpoint("DELETE", "/auth/totp", List.of("password")),
          new Endpoint("POST", "/api/v1/tokens", List.of("name", "scopes", "expires_at")),
          new Endpoint("POST", "/api/v1/invitations", List.of("email", "role")),
          new Endpoint("POST", "/api/v1/invitations/accept", List.of("token")),
          new Endpoint("PUT", "/api/v1/admin/users/usr_1/roles", List.of("staff_roles")),
          new Endpoint("PUT", "/api/v1/admin/tenants/ten_1/plan", List.of("plan")));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1.5e308",
          "9".repeat(400),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"ada\\u0000@x.test\"",
          "\"\\ud800\"",
          "\"\\r\\nBcc: all@x.test\"",
          "\"' or 1=1 --\"",
          "\"<script>alert(1)</script>\"",
          "\"${jndi:ldap://x.test/a}\"",
          "\"" + "x".repeat(70_000) + "\"",
          "\"" + "\ud83d\ude00".repeat(200) + "\"",
          "\"ada@x.test\"",
          "\"2999-13-45T99:99:99Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "[]",
          "[null]",
          "[[[[]]]]",
          "[\"read\", \"read\", {}]",
          "{}",
          "{\"a\": {\"b\": null}}");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "{",
          "[]",
          "null",
          "\"x\"",
          "12",
          "{\"a\":1}{\"b\":2}",
          "{\"name\":\"a\",\"name\":\"b\"}",
          "[".repeat(5_000),
          "{\"a\":".repeat(2_000),
          "\u0000",
          "\ufeff{}",
          "{\"\\u0000\": 1}",
          "{'name': 1}",
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>");

  private static final List<String> PATHS =
      List.of(
          "/api/v1/tokens?limit=x",
          "/api/v1/tokens?limit=-1",
          "/api/v1/tokens?limit=99999999999999999999",
          "/api/v1/tokens?limit=1&limit=2",
          "/api/v1/tokens?cursor=%00",
          "/api/v1/tokens?cursor=OTk5OTk5OTk5OTk5OTk5OTkuYQ",
          "/api/v1/audit?cursor=MS4x&limit=200",
          "/api/v1/notifications?cursor=%FF%FE",
          "/api/v1/admin/users?q=%00",
          "/api/v1/admin/users?q=%25_%5C'",
          "/api/v1/admin/users?q=%ED%A0%80",
          "/api/v1/members/..%2f..%2fetc",
          "/api/v1/members/%00",
          "/api/v1/tokens/" + "x".repeat(5_000),
          "/api/v1//tokens",
          "/api/v1/tokens;a=b",
          "/api/v1/%2e%2e/%2e%2e/admin",
          "/api/%",
          "/api/v1/tokens/%F0%28%8C%28",
          "/auth/sessions/%0d%0aSet-Cookie:x",
          "/ops/authorize?for=%00",
          "/ops/nonsense",
          "/webhooks/nonsense",
          "/health/nonsense/deeper");

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;

  @Test
  void noFieldOfAnyEndpointIsAFault() {
    List<String> faults = new ArrayList<>();
    People people = new People(port, database);
    for (Endpoint endpoint : ENDPOINTS) {
      Browser root = people.staff("admin");
      for (String field : endpoint.fields()) {
        for (String value : VALUES) {
          check(root, endpoint, "{\"" + field + "\": " + value + "}", faults);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noBodyOfAnyEndpointIsAFault() {
    List<String> faults = new ArrayList<>();
    People people = new People(port, database);
    for (Endpoint endpoint : ENDPOINTS) {
      Browser root = people.staff("admin");
      for (String body : BODIES) {
        check(root, endpoint, body, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void check(Browser browser, Endpoint endpoint, String body, List<String> faults) {
    Answer answer = browser.send(endpoint.method(), endpoint.path(), body);
    boolean fine =
        answer.status() < 500
            && answer.status() != 400
            && (answer.status() < 400 || answer.json().path("request_id").isString());
    if (!fine) {
      faults.add(endpoint + " " + body.substring(0, Math.min(60, body.length())) + ": " + answer);
    }
  }

  @Test
  void noAddressIsAFault() {
    List<String> faults = new ArrayList<>();
    People people = new People(port, database);
    Browser root = people.staff("admin");
    for (String path : PATHS) {
      for (String method : List.of("GET", "DELETE", "POST")) {
        Raw.Answer answer = Raw.send(port, method, path, root.cookies());
        if (answer.status() < 300 && path.contains("nonsense")
            || answer.status() >= 500
            || answer.status() == 400 && answer.isPage()) {
          faults.add(method + " " + path + ": " + answer);
        }
      }
    }
    assertThat(faults).isEmpty();
  }
}
