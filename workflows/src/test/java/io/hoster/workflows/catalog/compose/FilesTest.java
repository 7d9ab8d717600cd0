package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.deployment.ServicePlan.FileSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code configs} with a content and {@code secrets} of variables. */
class FilesTest {

  private static final String CONFIG =
      """
      configs:
        settings:
          content: |
            debug=${DEBUG}
            price=$$5
      """;

  private static final String SECRET = "secrets: {db_password: {environment: DB_PASSWORD}}\n";

  private final Compiling compiling =
      Compiling.plain()
          .with("DEBUG", "true")
          .with(
              Compiling.variable("DB_PASSWORD", Variable.Type.SECRET, null, true), "s3cret$DEBUG");

  @Test
  void aConfigIsAFileWithItsVariablesFilledIn() {
    assertThat(
            compiling
                .plan(
                    Compiling.service("configs: [{source: settings, target: /etc/app/a.conf}]")
                        + CONFIG)
                .services()
                .getFirst()
                .files())
        .containsExactly(
            new FileSpec("/etc/app/a.conf", "debug=true\nprice=$5\n", 0444, 0, 0, false));
  }

  @Test
  void aConfigHasItsOwnersAndItsMode() {
    assertThat(
            compiling
                .plan(
                    Compiling.service(
                            "configs: [{source: settings, target: /etc/app/a.conf, uid: '103', gid:"
                                + " 104, mode: 0440}]")
                        + "configs: {settings: {content: x}}")
                .services()
                .getFirst()
                .files())
        .containsExactly(new FileSpec("/etc/app/a.conf", "x", 0440, 103, 104, false));
  }

  @Test
  void aConfigWithoutATargetStandsInTheTopmostFolderAndNobodyWritesToIt() {
    assertThat(
            compiling
                .plan(
                    Compiling.service("configs: [a, {source: a, target: /b, mode: 0o777}]")
                        + "configs: {a: {content: x}}")
                .services()
                .getFirst()
                .files())
        .containsExactly(
            new FileSpec("/a", "x", 0444, 0, 0, false), new FileSpec("/b", "x", 0555, 0, 0, false));
  }

  @Test
  void aSecretIsAFileUnderRunSecretsAndIsNotLookedAtForVariables() {
    assertThat(
            compiling
                .plan(Compiling.service("secrets: [db_password]") + SECRET)
                .services()
                .getFirst()
                .files())
        .containsExactly(new FileSpec("/run/secrets/db_password", "s3cret$DEBUG", 0444, 0, 0, true))
        .allSatisfy(file -> assertThat(file.toString()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "other, /run/secrets/other",
    "/run/secrets/other, /run/secrets/other",
    "/etc/app/password, /etc/app/password"
  })
  void aSecretGoesWhereItsLongFormSays(String target, String path) {
    assertThat(
            compiling
                .plan(
                    Compiling.service(
                            "secrets: [{source: db_password, target: "
                                + target
                                + ", mode: 256}]".replace("256", "0400"))
                        + SECRET)
                .services()
                .getFirst()
                .files())
        .containsExactly(new FileSpec(path, "s3cret$DEBUG", 0400, 0, 0, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "configs: [nope]|INVALID_VALUE /services/web/configs/0",
        "{read_only: true, configs: [settings]}|INVALID_VALUE /services/web/configs/0",
        "configs: [{target: /a/b}]|SCHEMA /services/web/configs/0",
        "configs: [{source: settings, target: a/b}]|INVALID_VALUE /services/web/configs/0/target",
        "configs: [{source: settings, target: /a/../b}]|INVALID_VALUE"
            + " /services/web/configs/0/target",
        "configs: [{source: settings, target: /proc/1/b}]|NOT_ALLOWED"
            + " /services/web/configs/0/target",
        "configs: [{source: settings, target: /run/secrets/b}]|NOT_ALLOWED"
            + " /services/web/configs/0/target",
        "configs: [{source: settings, target: /a/b, mode: 4755}]|INVALID_VALUE"
            + " /services/web/configs/0/mode",
        "configs: [{source: settings, target: /a/b, mode: rw}]|INVALID_VALUE"
            + " /services/web/configs/0/mode",
        "configs: [{source: settings, target: /a/b, uid: root}]|INVALID_VALUE"
            + " /services/web/configs/0/uid",
        "configs: [{source: settings, target: /a/b, nope: 1}]|UNKNOWN_KEY"
            + " /services/web/configs/0/nope",
        "configs: settings|SCHEMA /services/web/configs",
        "secrets: [nope]|INVALID_VALUE /services/web/secrets/0",
        "secrets: [{source: db_password, target: a/b}]|INVALID_VALUE"
            + " /services/web/secrets/0/target",
        "secrets: [{source: db_password, target: ..}]|INVALID_VALUE /services/web/secrets/0/target",
        "secrets: [db_password, db_password]|INVALID_VALUE /services/web/secrets/1"
      })
  void refusesOtherUses(String keys, String expected) {
    String service =
        keys.startsWith("{")
            ? "services: {web: " + keys.replaceFirst("\\{", "{image: nginx, ") + "}\n"
            : Compiling.service(keys);
    assertThat(compiling.codes(service + CONFIG + SECRET)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "configs: {a: {file: ./a.conf}}|NOT_ALLOWED /configs/a/file",
        "configs: {a: {environment: DEBUG}}|NOT_ALLOWED /configs/a/environment",
        "configs: {a: {external: true}}|NOT_ALLOWED /configs/a/external",
        "configs: {a: {content: x, name: y}}|NOT_ALLOWED /configs/a/name",
        "configs: {a: {}}|SCHEMA /configs/a",
        "configs: {a: }|SCHEMA /configs/a",
        "configs: {a: {content: 5}}|SCHEMA /configs/a/content",
        "secrets: {a: {file: ./a.txt}}|NOT_ALLOWED /secrets/a/file",
        "secrets: {a: {external: true}}|NOT_ALLOWED /secrets/a/external",
        "secrets: {a: {environment: NOPE}}|UNDECLARED_VARIABLE /secrets/a/environment",
        "secrets: {a: {environment: DEBUG}}|INVALID_VALUE /secrets/a/environment",
        "secrets: {a: {}}|SCHEMA /secrets/a"
      })
  void refusesOtherDeclarations(String text, String expected) {
    assertThat(compiling.codes(Compiling.service("init: true") + text)).containsExactly(expected);
  }

  @Test
  void refusesAFileWhereTheServiceMounts() {
    assertThat(
            compiling.codes(
                Compiling.service(
                        """
                        volumes: [data:/data]
                        tmpfs: [/tmp]
                        configs:
                          - {source: settings, target: /data/a}
                          - {source: settings, target: /tmp/a}
                          - {source: settings, target: /database/a}
                        """)
                    + "volumes: {data: }\n"
                    + CONFIG))
        .containsExactly(
            "INVALID_VALUE /services/web/configs/0/target",
            "INVALID_VALUE /services/web/configs/1/target");
  }

  @Test
  void refusesTooLargeAndTooManyFiles() {
    Compiling large =
        Compiling.plain().with("LONG", "x".repeat(200_000)).with("LONGER", "y".repeat(100_000));
    assertThat(
            large.codes(
                Compiling.service("init: true")
                    + "configs: {a: {content: '${LONG}'}, b: {content: '${LONG}${LONGER}'}}"))
        .containsExactly("OVER_LIMIT /configs/b/content");
    StringBuilder many = new StringBuilder("configs:\n");
    for (int i = 0; i < 21; i++) {
      many.append("  c").append(i).append(": {content: x}\n");
    }
    assertThat(compiling.codes(Compiling.service("init: true") + many))
        .containsExactly("OVER_LIMIT /configs");
  }

  @Test
  void aSecretWithoutAValueIsMissing() {
    Compiling without =
        Compiling.plain()
            .with(Compiling.variable("DB_PASSWORD", Variable.Type.SECRET, null, true), null);
    assertThat(without.codes(Compiling.service("secrets: [db_password]") + SECRET))
        .containsExactly("MISSING_VARIABLE /secrets/db_password/environment");
  }
}
