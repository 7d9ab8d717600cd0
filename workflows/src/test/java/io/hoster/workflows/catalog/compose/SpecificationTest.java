package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.PortSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the compose specification itself shows, kind by kind (2026-06). */
class SpecificationTest {

  private final Compiling compiling = Compiling.plain();

  private static List<PortSpec> tcp(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(port -> new PortSpec(port, "tcp")).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 3000, 3000",
    "3000-3005, 3000, 3005",
    "8000:8000, 8000, 8000",
    "9090-9091:8080-8081, 8080, 8081",
    "49100:22, 22, 22",
    "8000-9000:80, 80, 80",
    "127.0.0.1:8001:8001, 8001, 8001",
    "127.0.0.1:5000-5009:5000-5009, 5000, 5009",
    "::1:6000:6000, 6000, 6000",
    "[::1]:6001:6001, 6001, 6001"
  })
  void shortPorts(String written, int from, int to) {
    assertThat(compiling.web("ports: ['" + written + "']").ports()).isEqualTo(tcp(from, to));
  }

  @Test
  void aPortOfUdpAndPortsInTheLongForm() {
    assertThat(
            compiling
                .web(
                    """
                    ports:
                      - "6060:6060/udp"
                      - {name: web, target: 80, host_ip: 127.0.0.1, published: "8080", protocol: tcp, app_protocol: http, mode: host}
                      - {name: web-secured, target: 443, published: "8083-9000"}
                    """)
                .ports())
        .containsExactly(
            new PortSpec(6060, "udp"), new PortSpec(80, "tcp"), new PortSpec(443, "tcp"));
  }

  @ParameterizedTest
  @CsvSource({"2b, 2", "1024kb, 1048576", "2048k, 2097152", "300m, 314572800", "1gb, 1073741824"})
  void byteValues(String written, long bytes) {
    assertThat(Sizes.bytes(written)).isEqualTo(new Amount.Of(bytes));
  }

  @ParameterizedTest
  @CsvSource({"10ms, 10", "40s, 40000", "1m30s, 90000", "1h5m30s20ms, 3930020"})
  void durations(String written, long millis) {
    assertThat(Durations.nanos(written)).isEqualTo(new Amount.Of(millis * 1_000_000));
  }

  @Test
  void commands() {
    assertThat(compiling.web("command: bundle exec thin -p 3000").command())
        .isEqualTo(compiling.web("command: [bundle, exec, thin, -p, '3000']").command())
        .containsExactly("bundle", "exec", "thin", "-p", "3000");
    assertThat(compiling.web("command: /bin/sh -c 'echo \"hello $$HOSTNAME\"'").command())
        .containsExactly("/bin/sh", "-c", "echo \"hello $HOSTNAME\"");
    assertThat(compiling.web("command: null").command()).isNull();
    assertThat(compiling.web("command: ''").command()).isEmpty();
    assertThat(compiling.web("command: []").command()).isEmpty();
  }

  @Test
  void environments() {
    Compiling withInput = Compiling.plain().with("USER_INPUT", "typed");
    Map<String, String> expected =
        Map.of("RACK_ENV", "development", "SHOW", "true", "USER_INPUT", "typed");
    assertThat(
            withInput
                .web("environment: {RACK_ENV: development, SHOW: \"true\", USER_INPUT: }")
                .environment())
        .isEqualTo(expected);
    assertThat(
            withInput
                .web("environment: [RACK_ENV=development, SHOW=true, USER_INPUT]")
                .environment())
        .isEqualTo(expected);
  }

  @Test
  void healthChecks() {
    ServicePlan web =
        compiling.web(
            """
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost"]
              interval: 1m30s
              timeout: 10s
              retries: 3
              start_period: 40s
              start_interval: 5s
            """);
    assertThat(web.healthcheck())
        .isEqualTo(
            new ServicePlan.HealthCheckSpec(
                List.of("CMD", "curl", "-f", "http://localhost"),
                90_000,
                10_000,
                40_000,
                5_000,
                3));
    assertThat(compiling.web("healthcheck: {test: curl -f https://localhost || exit 1}"))
        .isEqualTo(
            compiling.web(
                "healthcheck: {test: [CMD-SHELL, 'curl -f https://localhost || exit 1']}"));
    assertThat(compiling.web("healthcheck: {disable: true}").healthcheck().test())
        .containsExactly("NONE");
  }

  @Test
  void openFilesAndMemoryFileSystems() {
    ServicePlan web =
        compiling.web(
            """
            ulimits: {nproc: 65535, nofile: {soft: 20000, hard: 40000}}
            tmpfs:
              - /data:mode=755,uid=1009,gid=1009
              - /run
            """);
    assertThat(web.wishes().openFiles()).isEqualTo(new OpenFiles(20_000, 40_000));
    assertThat(web.volumes()).extracting(MountSpec::target).containsExactly("/data", "/run");
  }

  @Test
  void linksAndAliases() {
    var services =
        compiling
            .plan(
                """
                services:
                  web: {image: web, links: [db, "db:database", redis]}
                  db: {image: db}
                  redis: {image: redis, networks: {back-tier: {aliases: [cache]}, admin: }}
                networks: {back-tier: {}, admin: {}}
                """)
            .services();
    assertThat(services)
        .extracting(service -> service.name() + service.aliases())
        .containsExactly("db[database]", "redis[cache]", "web[]");
  }

  @Test
  void configsWithContentAndSecretsOfVariables() {
    Compiling variables =
        Compiling.plain()
            .with("DEBUG", "true")
            .with("COMPOSE_PROJECT_NAME", "shop")
            .with(Compiling.variable("CERT", Variable.Type.SECRET, null, true), "pem");
    assertThat(
            variables
                .plan(
                    Compiling.service(
                            """
                            configs:
                              - my_config
                              - {source: my_config, target: /redis_config, uid: "103", gid: "103", mode: 0440}
                            secrets:
                              - server-certificate
                              - {source: server-certificate, target: server.cert, uid: "103", gid: "103", mode: 0o440}
                            """)
                        + """
                        configs:
                          my_config:
                            content: |
                              debug=${DEBUG}
                              name=${COMPOSE_PROJECT_NAME}
                        secrets: {server-certificate: {environment: CERT}}
                        """)
                .services()
                .getFirst()
                .files())
        .containsExactly(
            new FileSpec("/my_config", "debug=true\nname=shop\n", 0444, 0, 0, false),
            new FileSpec("/redis_config", "debug=true\nname=shop\n", 0440, 103, 103, false),
            new FileSpec("/run/secrets/server-certificate", "pem", 0444, 0, 0, true),
            new FileSpec("/run/secrets/server.cert", "pem", 0440, 103, 103, true));
  }

  @ParameterizedTest
  @CsvSource({
    "${VARIABLE:-${FOO}}, foo",
    "${VARIABLE:-${NOPE:-default}}, default",
    "${FOO:+${FOO}-${VARIABLE-x}}, foo-x",
    "${FOO?$VARIABLE}, foo",
    "$$VAR_NOT_INTERPOLATED_BY_COMPOSE, $VAR_NOT_INTERPOLATED_BY_COMPOSE"
  })
  void nestedVariables(String written, String value) {
    assertThat(
            Compiling.plain()
                .with("FOO", "foo")
                .with("VARIABLE", null)
                .with("NOPE", null)
                .web("environment: ['A=" + written + "']")
                .environment())
        .containsExactly(Map.entry("A", value));
  }

  @Test
  void fragmentsAndMerges() {
    assertThat(
            compiling
                .plan(
                    """
                    x-environment: &default-environment
                      FOO: BAR
                      ZOT: QUIX
                    x-keys: &keys
                      KEY: VALUE
                      FOO: LOSES
                    services:
                      frontend:
                        image: example/webapp
                        environment:
                          << : [*default-environment, *keys]
                          YET_ANOTHER: VARIABLE
                    """)
                .services()
                .getFirst()
                .environment())
        .isEqualTo(Map.of("FOO", "BAR", "ZOT", "QUIX", "KEY", "VALUE", "YET_ANOTHER", "VARIABLE"));
  }
}
