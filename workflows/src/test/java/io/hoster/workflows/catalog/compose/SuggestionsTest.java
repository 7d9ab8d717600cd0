package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of suggestion: what it makes of the text, and what it leaves alone. */
class SuggestionsTest {

  private static List<Suggestion> suggestions(String text) {
    return Suggestions.of(text, List.of(), new TreeMap<>());
  }

  /** The text after the only suggestion. */
  private static String changed(String text) {
    List<Suggestion> all = suggestions(text);
    assertThat(all).hasSize(1);
    return all.getFirst().applyTo(text);
  }

  @Test
  void aFolderOfTheMachineBecomesANamedVolume() {
    assertThat(changed(Compiling.service("volumes:\n  - ./data/db:/var/lib/db:rw # keep\n")))
        .isEqualTo(
            Compiling.service("volumes:\n  - data-db-files:/var/lib/db # keep\n")
                + "\nvolumes:\n  data-db-files:\n");
  }

  @Test
  void itIsDeclaredBesideTheOthers() {
    String file = Compiling.service("volumes: [ '~/x:/x:ro', 'old:/old' ]");
    assertThat(changed(file + "volumes:\n    old:\n      labels: {a: b}\n\nname: x\n"))
        .isEqualTo(
            Compiling.service("volumes: [ 'x-files:/x:ro', 'old:/old' ]")
                + "volumes:\n    old:\n      labels: {a: b}\n    x-files:\n\nname: x\n");
    assertThat(changed(file + "volumes: {old: }")).endsWith("volumes: {old:, x-files: }");
  }

  @Test
  void aMountInTheLongFormBecomesOneOfAVolume() {
    assertThat(
            changed(
                Compiling.service(
                    """
                    volumes:
                      - type: bind
                        source: ${PWD}/www
                        target: /www
                        bind:
                          create_host_path: true
                    """)))
        .contains("- type: volume\n        source: pwd-www-files\n        target: /www\n")
        .doesNotContain("bind")
        .endsWith("\nvolumes:\n  pwd-www-files:\n");
  }

  @Test
  void aFileOfTheMachineBecomesAConfig() {
    assertThat(changed(Compiling.service("volumes:\n  - ./nginx.conf:/etc/nginx/nginx.conf:ro\n")))
        .isEqualTo(
            Compiling.service(
                    """
                    configs:
                      - source: nginx-conf
                        target: /etc/nginx/nginx.conf
                    """)
                + "\nconfigs:\n  nginx-conf:\n    content: |\n      Put the text of ./nginx.conf here.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/run/docker.sock:/var/run/docker.sock",
        "/run/docker.sock:/x:ro",
        "/:/host",
        "/proc:/host/proc:ro",
        "/dev/dri:/dev/dri",
        "/lib/modules:/lib/modules"
      })
  void nothingStandsForTheMachineItself(String mount) {
    assertThat(suggestions(Compiling.service("volumes: ['" + mount + "']"))).isEmpty();
  }

  @Test
  void theMachinesClockIsLeftOut() {
    assertThat(changed(Compiling.service("volumes:\n  - /etc/localtime:/etc/localtime:ro\n")))
        .isEqualTo(Compiling.service("").replaceFirst(" +\n$", ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"8080:80|\"80\"", "127.0.0.1:53:53/udp|\"53/udp\"", "\"8080-8085:80-85\"|\"80-85\""})
  void aPublishedPortBecomesTheContainersPort(String port, String alone) {
    assertThat(changed(Compiling.service("ports:\n  - " + port)))
        .isEqualTo(Compiling.service("ports:\n  - " + alone));
  }

  @Test
  void aPasswordBecomesAVariableWhereverItStands() {
    String file =
        """
        services:
          web:
            image: shop
            environment:
              - DB_PASSWORD=Tr0ub4dor
              - DATABASE_URL=postgres://shop:Tr0ub4dor@db/shop
              - DEBUG=Tr0ub
          db:
            image: mariadb
            command: --secret Tr0ub4dor --user shop
            environment: {MYSQL_USER: shop, MYSQL_PASSWORD: 'Tr0ub4dor'}
        """;
    List<Suggestion> all = suggestions(file);
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().variables())
        .singleElement()
        .satisfies(variable -> {
          assertThat(variable.name()).isEqualTo("DB_PASSWORD");
          assertThat(variable.type()).isEqualTo(Variable.Type.SECRET);
          assertThat(variable.generate()).isEqualTo("password(32)");
          assertThat(variable.label()).isEqualTo("Db password");
        });
    assertThat(all.getFirst().applyTo(file))
        .isEqualTo(
            file.replace("'Tr0ub4dor'", "\"${DB_PASSWORD}\"")
                .replace("Tr0ub4dor", "${DB_PASSWORD}"));
  }

  @Test
  void aUsersNameThatIsAlsoThePasswordIsNotReplaced() {
    String file =
        Compiling.service(
            "command: -U postgres\nenvironment:\n  POSTGRES_USER: postgres\n  POSTGRES_PASSWORD: postgres\n");
    assertThat(changed(file))
        .isEqualTo(
            file.replace("POSTGRES_PASSWORD: postgres", "POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALLOW_EMPTY_PASSWORD: 'yes'",
        "POSTGRES_PASSWORD_FILE: /run/secrets/x",
        "DB_PASSWORD: ''",
        "TOKEN_EXPIRY: 3600",
        "SECRET_KEY: $$KEY",
        "KEYBOARD: us",
        "A: password"
      })
  void whatIsNoSecretStays(String line) {
    assertThat(suggestions(Compiling.service("environment:\n  " + line))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "privileged: true|",
        "env_file: [.env]|",
        "labels: ['traefik.enable=true', 'a=b']|labels: ['a=b']",
        "cap_add: [NET_ADMIN, CHOWN]|cap_add: [CHOWN]",
        "cap_add: [CHOWN, NET_ADMIN]|cap_add: [CHOWN]",
        "healthcheck: {test: x, interval: 1s}|healthcheck: {test: x, interval: 5s}",
        "healthcheck: {test: x, interval: 10s, timeout: 30s}|healthcheck: {test: x, interval: 10s, timeout: 10s}",
        "healthcheck: {test: x, retries: 50}|healthcheck: {test: x, retries: 10}",
        "deploy: {replicas: 3}|deploy: {replicas: 1}",
        "scale: 3|scale: 1",
        "ulimits: {nofile: 262144}|ulimits: {nofile: 65536}",
        "user: root|",
        "nope: {a: [b]}|"
      })
  void whatIsRefusedIsRemovedOrBounded(String keys, String left) {
    assertThat(changed(Compiling.service("init: true\n" + keys + "\ntty: true")))
        .isEqualTo(
            Compiling.service("init: true\n" + (left == null ? "" : left + "\n") + "tty: true"));
  }

  @Test
  void anOnlyChildGoesWithWhatHoldsIt() {
    assertThat(
            changed(
                Compiling.service(
                    "init: true\ndeploy:\n  resources:\n    reservations:\n      memory: 1g\n")))
        .isEqualTo(Compiling.service("init: true\n"));
    assertThat(changed(Compiling.service("init: true") + "volumes:\n  data:\n    driver: local\n"))
        .isEqualTo(Compiling.service("init: true") + "volumes:\n  data:\n");
  }

  @Test
  void aBuildIsRemovedOnlyWhereThereIsAnImage() {
    assertThat(changed(Compiling.service("build: ."))).doesNotContain("build");
    assertThat(suggestions("services:\n  web:\n    build: .\n")).isEmpty();
  }

  @Test
  void aVolumeAndANetworkAreDeclared() {
    assertThat(changed(Compiling.service("volumes: ['data:/data']")))
        .endsWith("\nvolumes:\n  data:\n");
    assertThat(changed(Compiling.service("networks: [back]"))).endsWith("\nnetworks:\n  back:\n");
  }

  @Test
  void variablesAreDeclaredAsTheyAreUsed() {
    List<Suggestion> all =
        Suggestions.of(
            Compiling.service(
                "environment: ['A=${TAG:-1.2}', 'B=${DB_PASSWORD}', 'C=${HOST}', 'D=${X:+y}', E]"),
            List.of(),
            new TreeMap<>(Map.of("HOST", "example.org", "E", "5")));
    assertThat(all)
        .flatExtracting(Suggestion::variables)
        .extracting(v -> v.name() + " " + v.type() + " " + v.defaultValue() + " " + v.required())
        .containsExactly(
            "TAG STRING 1.2 false",
            "DB_PASSWORD SECRET null true",
            "HOST STRING example.org true",
            "X STRING null false",
            "E STRING 5 true");
  }

  @Test
  void aSecretOfAFileBecomesOneOfAVariable() {
    List<Suggestion> all =
        suggestions(
            Compiling.service("secrets: [db_password]")
                + "secrets:\n  db_password:\n    file: ./db_password.txt\n");
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().edits())
        .singleElement()
        .satisfies(edit -> assertThat(edit.text()).isEqualTo("environment: DB_PASSWORD"));
    assertThat(all.getFirst().variables())
        .singleElement()
        .satisfies(variable -> assertThat(variable.name()).isEqualTo("DB_PASSWORD"));
  }

  @Test
  void aServiceThatRunsOnRequestOnlyGoes() {
    String file =
        Compiling.service("init: true") + "  debug:\n    image: x\n    profiles: [debug]\n";
    assertThat(changed(file)).isEqualTo(Compiling.service("init: true"));
    String needed = file.replace("init: true", "depends_on: [debug]");
    assertThat(changed(needed)).isEqualTo(needed.replace("    profiles: [debug]\n", ""));
  }

  @Test
  void aTextThatCannotBeReadHasNone() {
    assertThat(suggestions("services: [")).isEmpty();
  }
}
