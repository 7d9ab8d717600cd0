package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeysTest {

  private final Compiling compiling = Compiling.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx",
        "nginx:1.27",
        "library/nginx",
        "registry.example.com/a/b:v1",
        "registry.example.com:5000/a",
        "localhost/a",
        "a_b/c__d/e-f.g:T.1_x",
        "nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "a:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void takesImages(String image) {
    assertThat(
            compiling.plan("services: {a: {image: '" + image + "'}}").services().getFirst().image())
        .isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Nginx",
        "nginx:",
        "nginx;id",
        "nginx; rm -rf /",
        "nginx:a b",
        "/nginx",
        "nginx/",
        "a//b",
        "../a",
        "-nginx",
        "nginx@sha256:abc",
        "nginx@md5:0123456789abcdef0123456789abcdef",
        "nginx:.a",
        "a..b",
        "https://example.com/a",
        "a:b:c",
        "a\u00e4"
      })
  void refusesWhatIsNoImage(String image) {
    assertThat(compiling.codes("services: {a: {image: \"" + image + "\"}}"))
        .containsExactly("INVALID_VALUE /services/a/image");
  }

  @Test
  void keepsWhatTheContainerSees() {
    var web =
        compiling.web(
            """
            user: 1000:1000
            working_dir: /srv/app/
            init: true
            read_only: true
            stop_signal: SIGQUIT
            stop_grace_period: 1m30s
            """);
    assertThat(web.user()).isEqualTo("1000:1000");
    assertThat(web.workingDir()).isEqualTo("/srv/app");
    assertThat(web.init()).isTrue();
    assertThat(web.readOnly()).isTrue();
    assertThat(web.stopSignal()).isEqualTo("SIGQUIT");
    assertThat(web.stopGraceSeconds()).isEqualTo(90);
  }

  @Test
  void leavesToTheImageWhatTheFileDoesNotSay() {
    var web = compiling.web("");
    assertThat(web.user()).isNull();
    assertThat(web.workingDir()).isNull();
    assertThat(web.stopSignal()).isNull();
    assertThat(web.healthcheck()).isNull();
    assertThat(web.stopGraceSeconds()).isEqualTo(10);
    assertThat(web.nanoCpus()).isZero();
    assertThat(web.memoryBytes()).isZero();
    assertThat(web.pidsLimit()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user: root|NOT_ALLOWED",
        "user: 0|NOT_ALLOWED",
        "user: '0:0'|NOT_ALLOWED",
        "user: '00'|NOT_ALLOWED",
        "user: '4294967296'|INVALID_VALUE",
        "user: 'a b'|INVALID_VALUE",
        "user: ';id'|INVALID_VALUE",
        "working_dir: a|INVALID_VALUE",
        "working_dir: /a/../b|INVALID_VALUE",
        "stop_signal: SIGKILL|INVALID_VALUE",
        "stop_signal: 9|SCHEMA",
        "stop_grace_period: 121s|OVER_LIMIT",
        "stop_grace_period: 10|SCHEMA",
        "stop_grace_period: '10'|INVALID_VALUE",
        "read_only: maybe|INVALID_VALUE",
        "init: 1|SCHEMA"
      })
  void refuses(String keys, String code) {
    assertThat(compiling.webCodes(keys))
        .containsExactly(code + " /services/web/" + keys.substring(0, keys.indexOf(':')));
  }

  @Test
  void keepsTheTextOfEnvironmentValues() {
    assertThat(
            compiling
                .web(
                    "environment: {A: 0123, B: yes, C: 12:30, D: 1.50, E: 'x', F: true, G: 2024-01-01, H: 1e3, I: ~x, J: ''}")
                .environment())
        .containsEntry("A", "0123")
        .containsEntry("B", "yes")
        .containsEntry("C", "12:30")
        .containsEntry("D", "1.50")
        .containsEntry("F", "true")
        .containsEntry("G", "2024-01-01")
        .containsEntry("H", "1e3")
        .containsEntry("I", "~x")
        .containsEntry("J", "");
    assertThat(compiling.web("environment: ['A=b=c', 'B=', 'A=d']").environment())
        .containsEntry("A", "d")
        .containsEntry("B", "");
  }

  @Test
  void refusesBadEnvironments() {
    assertThat(
            compiling.webCodes(
                """
                environment:
                  1A: x
                  a-b: x
                  LD_PRELOAD: x
                  HOSTER_X: x
                  L: [a]
                """))
        .containsExactly(
            "INVALID_VALUE /services/web/environment/1A",
            "INVALID_VALUE /services/web/environment/a-b",
            "NOT_ALLOWED /services/web/environment/LD_PRELOAD",
            "NOT_ALLOWED /services/web/environment/HOSTER_X",
            "SCHEMA /services/web/environment/L");
    assertThat(compiling.webCodes("environment: ['=x', 'A=" + "x".repeat(32 * 1024 + 1) + "', 5]"))
        .containsExactly(
            "INVALID_VALUE /services/web/environment/0",
            "OVER_LIMIT /services/web/environment/1",
            "SCHEMA /services/web/environment/2");
    StringBuilder many = new StringBuilder("environment:\n");
    for (int i = 0; i < 257; i++) {
      many.append("  V").append(i).append(": x\n");
    }
    assertThat(compiling.webCodes(many.toString()))
        .containsExactly("OVER_LIMIT /services/web/environment");
  }

  @Test
  void readsLimitsFromBothPlaces() {
    var older = compiling.web("cpus: 0.5\nmem_limit: 256m\npids_limit: 100");
    var newer =
        compiling.web("deploy: {resources: {limits: {cpus: '0.5', memory: 256m, pids: 100}}}");
    assertThat(older).isEqualTo(newer);
    assertThat(older.nanoCpus()).isEqualTo(500_000_000);
    assertThat(older.memoryBytes()).isEqualTo(256 << 20);
    assertThat(older.pidsLimit()).isEqualTo(100);
    assertThat(
            compiling
                .web("mem_limit: 1g\ndeploy: {resources: {limits: {memory: 1024m}}}")
                .memoryBytes())
        .isEqualTo(1 << 30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mem_limit: 99999999999999999999|INVALID_VALUE /services/web/mem_limit",
        "mem_limit: 8192P|INVALID_VALUE /services/web/mem_limit",
        "mem_limit: -5|INVALID_VALUE /services/web/mem_limit",
        "mem_limit: 0|BELOW_MINIMUM /services/web/mem_limit",
        "mem_limit: 15m|BELOW_MINIMUM /services/web/mem_limit",
        "mem_limit: true|SCHEMA /services/web/mem_limit",
        "cpus: 0|BELOW_MINIMUM /services/web/cpus",
        "cpus: -1|INVALID_VALUE /services/web/cpus",
        "cpus: .inf|INVALID_VALUE /services/web/cpus",
        "cpus: .nan|INVALID_VALUE /services/web/cpus",
        "pids_limit: -1|BELOW_MINIMUM /services/web/pids_limit",
        "pids_limit: 0|BELOW_MINIMUM /services/web/pids_limit",
        "pids_limit: 9999999|OVER_LIMIT /services/web/pids_limit",
        "deploy: {resources: {limits: {memory: 1m}}}|BELOW_MINIMUM /services/web/deploy/resources/limits/memory",
        "deploy: {resources: {limits: {memory: 100}}}|SCHEMA /services/web/deploy/resources/limits/memory",
        "deploy: {resources: [a]}|SCHEMA /services/web/deploy/resources"
      })
  void refusesLimits(String keys, String expected) {
    assertThat(compiling.webCodes(keys)).containsExactly(expected);
  }

  @Test
  void refusesLimitsThatDiffer() {
    assertThat(compiling.webCodes("cpus: 1\ndeploy: {resources: {limits: {cpus: '2'}}}"))
        .containsExactly("INVALID_VALUE /services/web/cpus");
  }
}
