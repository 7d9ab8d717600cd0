package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountsTest {

  private static final String DECLARED = "volumes:\n  data: {}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data:/var/lib|/var/lib|false",
        "data:/var/lib/|/var/lib|false",
        "data:/var/lib:rw|/var/lib|false",
        "data:/var/lib:ro|/var/lib|true",
        "data:/var/lib:ro,z|/var/lib|true",
        "{type: volume, source: data, target: /x}|/x|false",
        "{type: volume, source: data, target: /x, read_only: true}|/x|true",
        "{type: volume, source: data, target: /x, volume: {}}|/x|false"
      })
  void mountsNamedVolumes(String written, String target, boolean readOnly) {
    assertThat(mounts("volumes: [" + quote(written) + "]"))
        .containsExactly(new MountSpec("data", target, readOnly, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/run/docker.sock:/x",
        "/:/host",
        "./a:/x",
        ".:/x",
        "../a:/x",
        "~/a:/x",
        "~:/x",
        "a/b:/x",
        "C:\\x:/x",
        "C:/x:/x",
        "{type: bind, source: /etc, target: /x}",
        "{type: volume, source: /etc, target: /x}",
        "{type: npipe, source: a, target: /x}",
        "{type: cluster, source: a, target: /x}",
        "{type: image, source: a, target: /x}"
      })
  void refusesWhatIsNotTheDeploymentsOwn(String written) {
    assertThat(
            Compiling.plain()
                .codes(Compiling.service("volumes: [" + quote(written) + "]") + DECLARED))
        .singleElement()
        .asString()
        .startsWith("NOT_ALLOWED /services/web/volumes/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other:/x",
        "data:x",
        "data:/a/../b",
        "data:/a//b",
        "data:/./a",
        "data:",
        "data:/x:ro:z",
        ":/x",
        "{type: volume, source: other, target: /x}"
      })
  void refusesWhatIsNoMount(String written) {
    assertThat(
            Compiling.plain()
                .codes(Compiling.service("volumes: [" + quote(written) + "]") + DECLARED))
        .singleElement()
        .asString()
        .startsWith("INVALID_VALUE /services/web/volumes/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/proc",
        "/proc/sys",
        "/sys",
        "/dev",
        "/dev/shm",
        "/run/secrets",
        "/run/secrets/x"
      })
  void refusesFoldersOfTheSystem(String target) {
    assertThat(
            Compiling.plain()
                .codes(Compiling.service("volumes: ['data:" + target + "']") + DECLARED))
        .containsExactly("NOT_ALLOWED /services/web/volumes/0");
    assertThat(Compiling.plain().webCodes("tmpfs: " + target))
        .containsExactly("NOT_ALLOWED /services/web/tmpfs");
  }

  @Test
  void namesAnonymousVolumesTheSameEachTime() {
    var plan =
        Compiling.plain().plan(Compiling.service("volumes: [/a, {type: volume, target: /b}]"));
    assertThat(plan.volumes()).containsExactly("web-anonymous-1", "web-anonymous-2");
    assertThat(plan.services().getFirst().volumes())
        .extracting(MountSpec::volume)
        .containsExactly("web-anonymous-1", "web-anonymous-2");
  }

  @Test
  void sizesMemoryFileSystems() {
    assertThat(mounts("tmpfs: /tmp")).containsExactly(new MountSpec(null, "/tmp", false, 64 << 20));
    assertThat(mounts("tmpfs: ['/a:size=1m,mode=1777,uid=10', '/b:ro,noexec']"))
        .containsExactly(
            new MountSpec(null, "/a", false, 1 << 20), new MountSpec(null, "/b", true, 64 << 20));
    assertThat(
            mounts(
                "volumes: [{type: tmpfs, target: /c, tmpfs: {size: 2m, mode: 0755}}, {type: tmpfs, target: /d}]"))
        .containsExactly(
            new MountSpec(null, "/c", false, 2 << 20), new MountSpec(null, "/d", false, 64 << 20));
  }

  @Test
  void refusesBadMemoryFileSystems() {
    assertThat(
            Compiling.plain()
                .webCodes("tmpfs: ['/a:exec', '/b:size=x', '/c:size=2g', '/d:size=0', x, /etc/a]"))
        .containsExactly(
            "NOT_ALLOWED /services/web/tmpfs/0",
            "INVALID_VALUE /services/web/tmpfs/1",
            "OVER_LIMIT /services/web/tmpfs/2",
            "BELOW_MINIMUM /services/web/tmpfs/3",
            "INVALID_VALUE /services/web/tmpfs/4",
            "NOT_ALLOWED /services/web/tmpfs/5");
  }

  @Test
  void refusesTheSameTargetTwice() {
    assertThat(
            Compiling.plain()
                .codes(Compiling.service("volumes: ['data:/x', 'data:/x/']\ntmpfs: /x") + DECLARED))
        .containsExactly(
            "INVALID_VALUE /services/web/volumes/1", "INVALID_VALUE /services/web/tmpfs");
  }

  @Test
  void refusesOptionsOfTheLongForm() {
    assertThat(
            Compiling.plain()
                .webCodes(
                    """
                    volumes:
                      - {type: volume, target: /a, volume: {nocopy: maybe}}
                      - {type: volume, target: /b, volume: {subpath: x}}
                      - {type: volume, target: /c, bind: {propagation: shared}}
                      - {type: volume, target: /d, nope: 1}
                      - {target: /e}
                      - {type: volume}
                    """))
        .containsExactly(
            "INVALID_VALUE /services/web/volumes/0/volume/nocopy",
            "NOT_ALLOWED /services/web/volumes/1/volume/subpath",
            "NOT_ALLOWED /services/web/volumes/2/bind",
            "UNKNOWN_KEY /services/web/volumes/3/nope",
            "SCHEMA /services/web/volumes/4",
            "SCHEMA /services/web/volumes/5");
  }

  @Test
  void declaredVolumesHaveNothingButLabels() {
    assertThat(
            Compiling.plain()
                .codes(
                    Compiling.service("")
                        + """
                        volumes:
                          a: {driver: local}
                          b: {driver_opts: {type: none, o: bind, device: /}}
                          c: {external: true}
                          d: {name: x}
                          e: {labels: {a: b}}
                          f:
                          g: {what: 1}
                        """))
        .containsExactly(
            "NOT_ALLOWED /volumes/a/driver",
            "NOT_ALLOWED /volumes/b/driver_opts",
            "NOT_ALLOWED /volumes/c/external",
            "NOT_ALLOWED /volumes/d/name",
            "UNKNOWN_KEY /volumes/g/what");
  }

  private static String quote(String written) {
    return written.startsWith("{") ? written : "'" + written + "'";
  }

  private static List<MountSpec> mounts(String keys) {
    return Compiling.plain()
        .plan(Compiling.service(keys) + DECLARED)
        .services()
        .getFirst()
        .volumes();
  }
}
