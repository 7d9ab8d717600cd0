package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.compose.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private final Compiling compiling = Compiling.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annotations",
        "build",
        "cgroup",
        "cgroup_parent",
        "cpu_count",
        "cpu_percent",
        "cpu_rt_period",
        "cpu_rt_runtime",
        "cpuset",
        "credential_spec",
        "develop",
        "device_cgroup_rules",
        "devices",
        "dns",
        "dns_opt",
        "dns_search",
        "env_file",
        "extends",
        "external_links",
        "extra_hosts",
        "gpus",
        "group_add",
        "ipc",
        "isolation",
        "label_file",
        "mac_address",
        "mem_swappiness",
        "models",
        "network_mode",
        "oom_kill_disable",
        "oom_score_adj",
        "pid",
        "post_start",
        "pre_start",
        "pre_stop",
        "privileged",
        "profiles",
        "provider",
        "runtime",
        "security_opt",
        "storage_opt",
        "sysctls",
        "use_api_socket",
        "userns_mode",
        "uts",
        "volumes_from"
      })
  void refusesKnownKeysWithAReasonOfTheirOwn(String key) {
    for (String value : new String[] {"x", "true", "[a]", "{a: b}", ""}) {
      assertThat(compiling.findings(Compiling.service(key + ": " + value)))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.NOT_ALLOWED);
            assertThat(found.path()).isEqualTo("/services/web/" + key);
            assertThat(found.line()).isEqualTo(4);
            assertThat(found.column()).isEqualTo(5);
            assertThat(found.message()).startsWith("\"" + key + "\" ").endsWith(".");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attach: true",
        "blkio_config: {weight: 10}",
        "cap_add: [CHOWN, CAP_NET_BIND_SERVICE]",
        "cap_drop: [ALL]",
        "cpu_period: 100",
        "cpu_quota: 10",
        "cpu_shares: 5",
        "domainname: example.com",
        "container_name: x",
        "hostname: web-1",
        "logging: {driver: syslog, options: {a: b}}",
        "labels: {a: b}",
        "labels: ['a=b']",
        "mem_reservation: 1m",
        "memswap_limit: 1g",
        "pull_policy: always",
        "pull_refresh_after: 1d",
        "restart: 'no'",
        "restart: unless-stopped",
        "restart: on-failure:5",
        "scale: 1",
        "deploy: {replicas: 1, restart_policy: {condition: any}}",
        "x-note: [1]",
        "deploy: {x-a: b}"
      })
  void dropsWhatThePlatformDecides(String keys) {
    assertThat(compiling.web(keys)).isEqualTo(compiling.web(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cap_add: [SYS_ADMIN]|NOT_ALLOWED /services/web/cap_add/0",
        "cap_add: [ALL]|NOT_ALLOWED /services/web/cap_add/0",
        "labels: {traefik.enable: 'true'}|NOT_ALLOWED /services/web/labels/traefik.enable",
        "labels: ['io.hoster.tenant=x']|NOT_ALLOWED /services/web/labels/0",
        "labels: ['caddy=x']|NOT_ALLOWED /services/web/labels/0",
        "memswap_limit: -1|NOT_ALLOWED /services/web/memswap_limit",
        "restart: sometimes|INVALID_VALUE /services/web/restart",
        "restart: false|SCHEMA /services/web/restart",
        "hostname: a_b|INVALID_VALUE /services/web/hostname",
        "scale: 2|OVER_LIMIT /services/web/scale",
        "deploy: {replicas: 3}|OVER_LIMIT /services/web/deploy/replicas",
        "deploy: {placement: {}}|NOT_ALLOWED /services/web/deploy/placement",
        "deploy: {resources: {reservations: {}}}|NOT_ALLOWED /services/web/deploy/resources/reservations",
        "deploy: {resources: {limits: {devices: []}}}|NOT_ALLOWED /services/web/deploy/resources/limits/devices",
        "deploy: {nope: 1}|UNKNOWN_KEY /services/web/deploy/nope",
        "imgae: x|UNKNOWN_KEY /services/web/imgae",
        "healthcheck: {tset: x}|UNKNOWN_KEY /services/web/healthcheck/tset",
        "logging: syslog|SCHEMA /services/web/logging"
      })
  void refuses(String keys, String expected) {
    assertThat(compiling.webCodes(keys)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"include", "models"})
  void refusesTopLevelKeys(String key) {
    assertThat(compiling.codes(Compiling.service("") + key + ": {a: {file: /etc/passwd}}"))
        .containsExactly("NOT_ALLOWED /" + key);
  }

  @Test
  void ignoresNameAndVersion() {
    assertThat(compiling.plan(Compiling.service("") + "name: ../x\nversion: '3'\n").services())
        .hasSize(1);
    assertThat(compiling.codes(Compiling.service("") + "what: 1"))
        .containsExactly("UNKNOWN_KEY /what");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Web", "-a", "a.b", "a b", "''", "ä", "aaaaaaaaaabbbbbbbbbbccccccccccdd", "../a"})
  void refusesNamesOfServices(String name) {
    assertThat(compiling.findings("services:\n  " + name + ": {image: nginx}"))
        .singleElement()
        .satisfies(found -> assertThat(found.code()).isEqualTo(Code.INVALID_VALUE));
  }

  @Test
  void refusesTooManyOfAnything() {
    StringBuilder services = new StringBuilder("services:\n");
    for (int i = 0; i < 21; i++) {
      services.append("  s").append(i).append(": {image: nginx}\n");
    }
    assertThat(compiling.codes(services.toString())).containsExactly("OVER_LIMIT /services");
    StringBuilder volumes = new StringBuilder("volumes:\n");
    for (int i = 0; i < 11; i++) {
      volumes.append("  v").append(i).append(":\n");
    }
    assertThat(compiling.codes(Compiling.service("") + volumes))
        .containsExactly("OVER_LIMIT /volumes");
  }

  @Test
  void needsServicesWithImages() {
    assertThat(compiling.codes("services: {}")).containsExactly("SCHEMA /services");
    assertThat(compiling.codes("services:")).containsExactly("SCHEMA /services");
    assertThat(compiling.codes("name: x")).containsExactly("SCHEMA ");
    assertThat(compiling.codes("services: {web: {}}")).containsExactly("SCHEMA /services/web");
    assertThat(compiling.codes("services: {web: }")).containsExactly("SCHEMA /services/web");
    assertThat(compiling.codes("services: {web: {build: .}}"))
        .containsExactly("NOT_ALLOWED /services/web/build");
    assertThat(compiling.codes("services: [web]")).containsExactly("SCHEMA /services");
  }

  @Test
  void listsEverythingInTheFilesOrder() {
    assertThat(
            compiling.webCodes(
                """
                privileged: true
                ports: [x]
                restart: 5
                healthcheck: {interval: banana}
                nope: 1
                """))
        .containsExactly(
            "NOT_ALLOWED /services/web/privileged",
            "INVALID_VALUE /services/web/ports/0",
            "SCHEMA /services/web/restart",
            "INVALID_VALUE /services/web/healthcheck/interval",
            "UNKNOWN_KEY /services/web/nope");
  }

  @Test
  void escapesKeysInPaths() {
    assertThat(compiling.webCodes("a/b~c: 1")).containsExactly("UNKNOWN_KEY /services/web/a~1b~0c");
  }
}
