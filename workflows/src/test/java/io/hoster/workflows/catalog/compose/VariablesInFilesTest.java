package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SET is "value", EMPTY is empty, UNSET is declared and has no value. */
class VariablesInFilesTest {

  private final Compiling compiling =
      Compiling.plain().with("SET", "value").with("EMPTY", "").with("UNSET", null);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "$SET|value",
        "${SET}|value",
        "a${SET}b|avalueb",
        "$SET-$SET|value-value",
        "$SETTLED?|`bad`",
        "${UNSET}|``",
        "${SET:-d}|value",
        "${EMPTY:-d}|d",
        "${UNSET:-d}|d",
        "${SET-d}|value",
        "${EMPTY-d}|``",
        "${UNSET-d}|d",
        "${SET:?why}|value",
        "${SET?why}|value",
        "${EMPTY?why}|``",
        "${SET:+r}|r",
        "${EMPTY:+r}|``",
        "${UNSET:+r}|``",
        "${SET+r}|r",
        "${EMPTY+r}|r",
        "${UNSET+r}|``",
        "${UNSET:-${SET}}|value",
        "${UNSET:-${EMPTY:-${SET}!}}|value!",
        "${SET:+${SET}${SET}}|valuevalue",
        "${UNSET:-{\"a\":{}}}|{\"a\":{}}",
        "${UNSET:--}|-",
        "${UNSET-a:-b}|a:-b",
        "${UNSET:-a?b+c}|a?b+c",
        "${UNSET:-}|``",
        "$$|$",
        "$$SET|$SET",
        "$${SET}|${SET}",
        "$$$SET|$value",
        "${UNSET:-$$SET}|$SET",
        "costs $5|costs $5",
        "$(id)|$(id)",
        "ends with $|ends with $",
        "$|$",
        "a } b|a } b"
      },
      delimiter = '|')
  void fillsIn(String written, String expected) {
    String file = Compiling.service("environment:\n  V: '" + written.replace("'", "''") + "'");
    if ("bad".equals(expected)) {
      assertThat(compiling.codes(file))
          .containsExactly("UNDECLARED_VARIABLE /services/web/environment/V");
    } else {
      assertThat(compiling.plan(file).services().getFirst().environment())
          .containsEntry("V", expected == null ? "" : expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${1}",
        "${foo.bar}",
        "${F:=x}",
        "${ foo}",
        "${}",
        "${SET",
        "${SET:}",
        "${SET:-a",
        "${SET!}",
        "${SET:-${SET:-x}",
        "${:-x}",
        "${"
      })
  void refusesWhatIsNoVariable(String written) {
    assertThat(compiling.webCodes("environment:\n  V: '" + written + "'"))
        .containsExactly("INVALID_VALUE /services/web/environment/V");
  }

  @Test
  void valuesAreNotLookedAtAgain() {
    Compiling hostile = Compiling.plain().with("A", "${B} $$ $B").with("B", "secret");
    assertThat(hostile.web("environment: ['V=${A}']").environment())
        .containsEntry("V", "${B} $$ $B");
  }

  @Test
  void listsEveryUndeclaredAndMissingVariable() {
    Compiling missing =
        Compiling.plain()
            .with(Compiling.variable("NEEDED", Variable.Type.STRING, null, true), null);
    assertThat(
            missing.webCodes(
                """
                environment:
                  A: ${NOPE}
                  B: ${NEEDED} ${OTHER}
                  C: ${NEEDED}
                  D: ${NEEDED:-fine}
                """))
        .containsExactly(
            "UNDECLARED_VARIABLE /services/web/environment/A",
            "UNDECLARED_VARIABLE /services/web/environment/B",
            "MISSING_VARIABLE /services/web/environment/B",
            "MISSING_VARIABLE /services/web/environment/C");
  }

  @Test
  void findsUndeclaredOnesInBranchesThatAreNotTaken() {
    assertThat(compiling.webCodes("environment: ['V=${SET:-${NOPE}}']"))
        .containsExactly("UNDECLARED_VARIABLE /services/web/environment/0");
  }

  @Test
  void saysWhyAVariableIsNeeded() {
    assertThat(compiling.findings(Compiling.service("environment: ['V=${EMPTY:?tell us}']")))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.code()).isEqualTo(Finding.Code.MISSING_VARIABLE);
          assertThat(found.message()).contains("\"EMPTY\"").contains("tell us");
        });
  }

  @Test
  void takesTheDefaultOfADeclaredVariable() {
    Compiling defaults =
        Compiling.plain().with(Compiling.variable("A", Variable.Type.STRING, "usual", true), null);
    assertThat(defaults.web("environment: ['V=${A}']").environment()).containsEntry("V", "usual");
  }

  @Test
  void aPasswordThatWasNotMadeIsMissing() {
    Variable password =
        new Variable(
            "P", Variable.Type.SECRET, "P", "", "", null, false, "password(20)", null, List.of());
    assertThat(Compiling.plain().with(password, null).webCodes("environment: ['V=${P}']"))
        .containsExactly("MISSING_VARIABLE /services/web/environment/0");
  }

  @Test
  void ignoresValuesOfVariablesThatAreNotDeclared() {
    assertThat(
            ComposeCompiler.compile(
                Compiling.service("environment: ['V=${HOME}']"),
                List.of(),
                new java.util.TreeMap<>(java.util.Map.of("HOME", "/root"))))
        .isInstanceOf(Compiled.Refused.class);
  }

  @Test
  void checksAfterFillingIn() {
    Compiling hostile = Compiling.plain().with("SRC", "/var/run/docker.sock");
    assertThat(hostile.webCodes("volumes: ['${SRC}:/data']"))
        .containsExactly("NOT_ALLOWED /services/web/volumes/0");
  }

  @Test
  void filledInNumbersAndFlagsCount() {
    Compiling typed = Compiling.plain().with("RO", "yes").with("PORT", "80").with("CPU", "0.5");
    var web = typed.web("read_only: ${RO}\nports: ['${PORT}']\ncpus: ${CPU}");
    assertThat(web.readOnly()).isTrue();
    assertThat(web.ports())
        .singleElement()
        .satisfies(port -> assertThat(port.containerPort()).isEqualTo(80));
    assertThat(web.nanoCpus()).isEqualTo(500_000_000);
  }

  @Test
  void neverQuotesASecret() {
    Compiling secret =
        Compiling.plain()
            .with(Compiling.variable("P", Variable.Type.SECRET, null, true), "hunter2!");
    assertThat(
            secret.findings(
                Compiling.service("mem_limit: ${P}\nuser: a${P}\nvolumes: ['${P}:/x']")))
        .hasSize(3)
        .allSatisfy(
            found -> assertThat(found.message()).doesNotContain("hunter2").contains("${P}"));
  }

  @Test
  void neverShowsASecretInTheReasonOfAnother() {
    Compiling secret =
        Compiling.plain()
            .with(Compiling.variable("P", Variable.Type.SECRET, null, true), "hunter2!")
            .with("UNSET", null);
    assertThat(secret.findings(Compiling.service("environment: ['V=${UNSET:?${P}}']")))
        .singleElement()
        .satisfies(found -> assertThat(found.message()).doesNotContain("hunter2"));
  }

  @Test
  void doesNotTouchKeysAndExtensions() {
    assertThat(
            compiling.codes(
                """
                x-note: ${WHATEVER}
                services:
                  web:
                    image: nginx:1.27
                    x-more: ${WHATEVER}
                    environment:
                      ${SET}: a
                """))
        .containsExactly("INVALID_VALUE /services/web/environment/${SET}");
  }

  @Test
  void refusesAFileThatGrowsWithoutEnd() {
    Compiling big = Compiling.plain().with("BIG", "x".repeat(32 * 1024));
    assertThat(big.webCodes("environment: ['V=" + "${BIG}".repeat(1000) + "']"))
        .containsExactly("OVER_LIMIT /services/web/environment/0");
  }

  @Test
  void refusesDeepNesting() {
    assertThat(compiling.webCodes("environment: ['V=" + "${UNSET:-".repeat(50_00) + "']"))
        .containsExactly("INVALID_VALUE /services/web/environment/0");
  }

  @Test
  void aNameWithoutValueTakesTheVariable() {
    assertThat(compiling.web("environment: [SET, UNSET]").environment()).containsOnlyKeys("SET");
    assertThat(compiling.web("environment:\n  SET:\n  UNSET:").environment())
        .containsEntry("SET", "value");
    assertThat(compiling.webCodes("environment: [PATH]"))
        .containsExactly("UNDECLARED_VARIABLE /services/web/environment/0");
  }
}
