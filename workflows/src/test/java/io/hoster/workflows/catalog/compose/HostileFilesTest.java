package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to hurt: each must be refused, and refusing must end. */
class HostileFilesTest {

  private final Compiling compiling = Compiling.plain();

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "# nothing\n", "%YAML 1.2\n"})
  void refusesAnEmptyFile(String text) {
    assertThat(compiling.codes(text)).containsExactly("SYNTAX ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "[]", "42", "null", "---", "--- [a]"})
  void refusesWhatIsNoMapping(String text) {
    assertThat(compiling.codes(text)).containsExactly("SCHEMA ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services: [",
        "a: b: c",
        "a:\n\t- b",
        "{",
        "a: 'b",
        "a: \"\\q\"",
        "a: *b",
        "? [a]\n: b",
        "1: a",
        "true: a",
        "null: a",
        "a: 1\na: 2",
        "services: {web: {image: a, image: b}}",
        "a: \"\\0\"",
        "a: \"\\u202e\"",
        "a: \u202e",
        "a: \u0000",
        "a: \u0007",
        "%YAML 2.0\n---\na: b",
        "a: @b",
        "&a",
        "{a: *a}",
        "a: &x\n  <<: 1",
        "a:\n  <<: [1]",
        "<<: x",
        "!",
        "a: b\n...\nc"
      })
  void refusesBrokenText(String text) {
    assertThat(compiling.findings(text)).isNotEmpty();
  }

  @Test
  void refusesTagsAndSecondDocuments() {
    assertThat(compiling.codes("a: !!binary aGk=")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("a: !reset null")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("a: !!python/object:os.system id")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("!!map {a: b}")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("a: b\n---\nc: d")).containsExactly("NOT_ALLOWED ");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(compiling.codes("[".repeat(100_000))).containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("{a: ".repeat(50_000))).containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("- ".repeat(100_000))).containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("? ".repeat(100_000))).containsExactly("OVER_LIMIT ");
  }

  @Test
  void refusesDeepNestingThroughAliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i <= 40; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertThat(compiling.codes(text.toString()))
        .singleElement()
        .asString()
        .startsWith("OVER_LIMIT /a");
  }

  @Test
  void refusesBombs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 8; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(7) + "y"));
    }
    assertThat(compiling.codes(text.toString()))
        .singleElement()
        .asString()
        .startsWith("OVER_LIMIT");
  }

  @Test
  void refusesAnAliasWithinWhatItRepeats() {
    assertThat(compiling.codes("x: &x [*x]")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("x: &x {a: {b: *x}}")).containsExactly("NOT_ALLOWED ");
    assertThat(compiling.codes("x: &x\n  <<: *x")).containsExactly("NOT_ALLOWED ");
  }

  @Test
  void refusesTooManyAliasesAndParts() {
    assertThat(compiling.codes("a: &a b\nc: [" + "*a, ".repeat(65) + "]"))
        .containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("a: [" + "b, ".repeat(20_001) + "]")).containsExactly("OVER_LIMIT ");
  }

  @Test
  void refusesLargeFiles() {
    assertThat(compiling.codes("#" + "x".repeat(256 * 1024))).containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("#" + "ä".repeat(128 * 1024))).containsExactly("OVER_LIMIT ");
    assertThat(compiling.codes("#" + "x".repeat(256 * 1024 - 1))).containsExactly("SYNTAX ");
  }

  @Test
  void endsOnLongRepetitions() {
    assertThat(compiling.findings("a: '" + "${".repeat(60_000) + "'")).isNotEmpty();
    assertThat(compiling.findings("a: '" + "$".repeat(200_000) + "'")).isNotEmpty();
    assertThat(compiling.findings(Compiling.service("image: " + "a/".repeat(100_000))))
        .isNotEmpty();
    assertThat(compiling.findings(Compiling.service("command: " + "'a ".repeat(50_001))))
        .isNotEmpty();
    assertThat(compiling.findings(Compiling.service("stop_grace_period: " + "1s".repeat(50_000))))
        .isNotEmpty();
    assertThat(compiling.findings(Compiling.service("mem_limit: " + "9".repeat(100_000))))
        .isNotEmpty();
    assertThat(compiling.findings(Compiling.service("hostname: " + "a-".repeat(50_000))))
        .isNotEmpty();
    assertThat(compiling.findings(Compiling.service("user: " + "0".repeat(50_000) + "x\n")))
        .isNotEmpty();
  }

  @Test
  void endsOnManyFindings() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      keys.append("k%d: 1\n".formatted(i));
    }
    assertThat(compiling.findings(Compiling.service(keys.toString()))).hasSize(Findings.MOST);
  }

  /** Of what is too many only the first few are looked at, wrong as they all are. */
  @ParameterizedTest
  @ValueSource(strings = {"volumes", "tmpfs", "links", "configs", "secrets"})
  void looksAtNoMoreOfAListThanItMayHave(String key) {
    String items = "  - ./nobody:x\n".repeat(6_000);
    assertThat(compiling.findings(Compiling.service(key + ":\n" + items)))
        .hasSizeLessThanOrEqualTo(41)
        .anySatisfy(found -> assertThat(found.code()).isEqualTo(Finding.Code.OVER_LIMIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"volumes", "networks", "configs", "secrets"})
  void looksAtNoMoreDeclarationsThanAFileMayHave(String key) {
    StringBuilder declared = new StringBuilder(key + ":\n");
    for (int i = 0; i < 4_000; i++) {
      declared.append("  =%d: {driver: x}\n".formatted(i));
    }
    assertThat(compiling.findings(Compiling.service("init: true") + declared))
        .hasSizeLessThanOrEqualTo(41)
        .anySatisfy(found -> assertThat(found.code()).isEqualTo(Finding.Code.OVER_LIMIT));
  }

  @Test
  void looksAtNoMoreServicesThanAFileMayHave() {
    StringBuilder services = new StringBuilder("services:\n");
    for (int i = 0; i < 3_000; i++) {
      services.append("  S%d: {image: '!', nope: 1}\n".formatted(i));
    }
    assertThat(compiling.findings(services.toString())).hasSizeLessThanOrEqualTo(61);
  }

  @Test
  void doesNotEvenLookAtFiftyMegabytes() {
    assertThat(compiling.codes("ä".repeat(25 << 20))).containsExactly("OVER_LIMIT ");
  }

  @Test
  void bringsEndlessVariablesToAnEnd() {
    assertThat(compiling.webCodes("command: '" + "$A".repeat(1_001) + "'"))
        .containsExactly("INVALID_VALUE /services/web/command");
    StringBuilder values = new StringBuilder("environment:\n");
    for (int i = 0; i < 5_000; i++) {
      values.append("  V%d: $NOPE%d\n".formatted(i, i));
    }
    assertThat(compiling.findings(Compiling.service(values.toString()))).hasSize(Findings.MOST);
  }

  @Test
  void readsNoNumberThatIsLongerThanAnyNumber() {
    for (String number : new String[] {"9", "0x", "1_", "0o7", "1e9", ".1"}) {
      assertThat(compiling.webCodes("pids_limit: " + number.repeat(80_000)))
          .containsExactly("INVALID_VALUE /services/web/pids_limit");
    }
  }

  /** Found by fuzzing: each was looked for from the list's beginning. */
  @Test
  void endsOnManyWrongItemsOfAList() {
    String items = "    - CMD\n    - bash     test:\n".repeat(3_000);
    assertThat(compiling.findings(Compiling.service("healthcheck:\n  test:\n" + items)))
        .hasSize(Findings.MOST);
  }

  @Test
  void keepsItsOwnAnswersShort() {
    assertThat(compiling.codes("? " + "k".repeat(257) + "\n: a")).containsExactly("OVER_LIMIT ");
    assertThat(
            compiling.findings(
                Compiling.service(
                    "hostname: " + "😀 ".repeat(50_000) + "$A".repeat(9) + "B".repeat(10_000))))
        .allSatisfy(found -> assertThat(found.message()).hasSizeLessThan(400));
  }

  @Test
  void neverCutsACharacterInHalf() {
    assertThat(Quoted.of("x" + "😀".repeat(100))).doesNotContain("\ud83d…").endsWith("…\"");
  }

  @Test
  void readsFilesFromOtherSystems() {
    assertThat(
            compiling
                .plan("\ufeff" + Compiling.service("init: true").replace("\n", "\r\n"))
                .services())
        .hasSize(1);
  }
}
