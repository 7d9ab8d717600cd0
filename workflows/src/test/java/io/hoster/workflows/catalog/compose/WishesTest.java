package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Condition;
import io.hoster.workflows.deployment.ServicePlan.Dependency;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import io.hoster.workflows.deployment.ServicePlan.Wishes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that few services have. */
class WishesTest {

  private final Compiling compiling = Compiling.plain();

  @Test
  void aServiceThatSaysNothingWishesNothing() {
    assertThat(compiling.web("init: true").wishes()).isSameAs(Wishes.NONE);
  }

  @Test
  void readsThemAll() {
    assertThat(
            compiling
                .web(
                    """
                    shm_size: 128mb
                    mem_limit: 1g
                    tty: true
                    stdin_open: true
                    platform: linux/amd64
                    ulimits:
                      nproc: 65535
                      core: 0
                      nofile: {soft: 20000, hard: 40000}
                    """)
                .wishes())
        .isEqualTo(
            new Wishes(128L << 20, new OpenFiles(20_000, 40_000), true, true, "linux/amd64"));
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, linux/amd64",
    "linux/x86_64, linux/amd64",
    "linux/arm64, linux/arm64",
    "linux/arm64/v8, linux/arm64",
    "linux/aarch64, linux/arm64"
  })
  void readsPlatforms(String text, String platform) {
    assertThat(compiling.web("platform: " + text).wishes().platform()).isEqualTo(platform);
  }

  @ParameterizedTest
  @CsvSource({"1024, 1024, 1024", "'{hard: 9}', 9, 9", "'{soft: 7}', 7, 7"})
  void readsOpenFiles(String text, long soft, long hard) {
    assertThat(compiling.web("ulimits: {nofile: " + text + "}").wishes().openFiles())
        .isEqualTo(new OpenFiles(soft, hard));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shm_size: 0|BELOW_MINIMUM /services/web/shm_size",
        "shm_size: large|INVALID_VALUE /services/web/shm_size",
        "{shm_size: 65m, mem_limit: 128m}|OVER_LIMIT /services/web/shm_size",
        "platform: windows/amd64|INVALID_VALUE /services/web/platform",
        "platform: linux/riscv64|INVALID_VALUE /services/web/platform",
        "tty: maybe|INVALID_VALUE /services/web/tty",
        "stdin_open: [true]|SCHEMA /services/web/stdin_open",
        "ulimits: {nofile: 65537}|OVER_LIMIT /services/web/ulimits/nofile",
        "ulimits: {nofile: -1}|OVER_LIMIT /services/web/ulimits/nofile",
        "ulimits: {nofile: 0}|BELOW_MINIMUM /services/web/ulimits/nofile",
        "ulimits: {nofile: many}|INVALID_VALUE /services/web/ulimits/nofile",
        "ulimits: {nofile: {soft: 9, hard: 8}}|INVALID_VALUE /services/web/ulimits/nofile",
        "ulimits: {nofile: {sfot: 9}}|UNKNOWN_KEY /services/web/ulimits/nofile/sfot",
        "ulimits: {core: -1}|NOT_ALLOWED /services/web/ulimits/core",
        "ulimits: {memlock: -1}|NOT_ALLOWED /services/web/ulimits/memlock",
        "ulimits: {rtprio: 99}|NOT_ALLOWED /services/web/ulimits/rtprio",
        "ulimits: {files: 99}|UNKNOWN_KEY /services/web/ulimits/files",
        "ulimits: 5|SCHEMA /services/web/ulimits",
        "links: [nobody]|INVALID_VALUE /services/web/links/0",
        "links: db|SCHEMA /services/web/links"
      })
  void refuses(String keys, String expected) {
    String service =
        keys.startsWith("{")
            ? "services: {web: " + keys.replace("{", "{image: nginx, ") + "}"
            : Compiling.service(keys);
    assertThat(compiling.codes(service)).containsExactly(expected);
  }

  private static String linked(String link) {
    return """
    services:
      web: {image: nginx, links: [%s]}
      db: {image: postgres}
    """
        .formatted(link);
  }

  @Test
  void aLinkIsANameAndAnOrder() {
    var plan = compiling.plan(linked("'db:database'"));
    ServicePlan db = plan.services().getFirst();
    assertThat(db.name()).isEqualTo("db");
    assertThat(db.aliases()).containsExactly("database");
    assertThat(plan.services().getLast().dependsOn())
        .containsExactly(new Dependency("db", Condition.STARTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"db", "'db:db'"})
  void aLinkWithoutAnAliasIsAnOrderOnly(String link) {
    var plan = compiling.plan(linked(link));
    assertThat(plan.services().getFirst().aliases()).isEmpty();
    assertThat(plan.services().getLast().dependsOn()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'db:web'", "'db:a/b'", "'db:'"})
  void refusesAliases(String link) {
    assertThat(compiling.codes(linked(link)))
        .containsExactly("INVALID_VALUE /services/web/links/0");
  }

  @Test
  void aNewVolumeMayStartEmpty() {
    String file =
        Compiling.service(
                """
                volumes:
                  - data:/a:nocopy
                  - {type: volume, source: data, target: /b, volume: {nocopy: true}}
                  - data:/c:ro,nocopy
                  - data:/d
                """)
            + "volumes: {data: }";
    assertThat(compiling.plan(file).services().getFirst().volumes())
        .containsExactly(
            new MountSpec("data", "/a", false, 0, true),
            new MountSpec("data", "/b", false, 0, true),
            new MountSpec("data", "/c", true, 0, true),
            new MountSpec("data", "/d", false, 0));
  }
}
