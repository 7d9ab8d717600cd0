package io.hoster.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable.Type;
import io.hoster.workflows.catalog.VariableValues.Checked;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableValuesTest {

  private final Random random = new Random(1);

  @Test
  void fillsDefaultsInAndKeepsWhatWasTyped() {
    assertThat(check(List.of(text("A", "usual", true), text("B", "usual", true)), "B", "typed"))
        .isEqualTo(complete("A", "usual", "B", "typed"));
  }

  @Test
  void leavesOutOptionalVariablesWithoutValue() {
    assertThat(check(List.of(text("A", null, false)))).isEqualTo(complete());
    assertThat(check(List.of(variable("N", Type.NUMBER, null, false, null, null)), "N", ""))
        .isEqualTo(complete());
  }

  @Test
  void keepsAnOptionalTextThatWasEmptied() {
    assertThat(check(List.of(text("A", "usual", false)), "A", "")).isEqualTo(complete("A", ""));
    assertThat(problems(List.of(text("A", "usual", true)), "A", ""))
        .containsExactly("A: This is needed. Enter a value.");
  }

  @ParameterizedTest
  @CsvSource({
    "password(32), [A-HJ-NP-Za-km-z2-9]{32}",
    "password(8), [A-HJ-NP-Za-km-z2-9]{8}",
    "hex(64), [0-9a-f]{64}",
    "uuid, [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
  })
  void generates(String generate, String form) {
    List<Variable> variables = List.of(variable("P", Type.SECRET, null, true, generate, null));
    String first = values(check(variables)).get("P");
    String second = values(check(variables, "P", "")).get("P");
    assertThat(first).matches(form);
    assertThat(second).matches(form).isNotEqualTo(first);
    assertThat(values(check(variables, "P", "typed"))).containsEntry("P", "typed");
  }

  @Test
  void unknownGeneratorsAreNone() {
    for (String form :
        List.of(
            "password",
            "password()",
            "password(7)",
            "password(129)",
            "hex(-1)",
            "uuid()",
            "random(9)")) {
      assertThat(Generator.of(form)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, 10, true",
    "NUMBER, -0.5, true",
    "NUMBER, ten, false",
    "NUMBER, 1e3, false",
    "NUMBER, NaN, false",
    "BOOLEAN, true, true",
    "BOOLEAN, yes, false",
    "CHOICE, small, true",
    "CHOICE, huge, false"
  })
  void checksTheKind(Type type, String value, boolean good) {
    Variable variable =
        new Variable(
            "V",
            type,
            "V",
            "",
            "",
            null,
            true,
            null,
            null,
            type == Type.CHOICE ? List.of("small", "big") : List.of());
    assertThat(check(List.of(variable), "V", value) instanceof Checked.Complete).isEqualTo(good);
  }

  @Test
  void checksTheWholeValueAgainstThePattern() {
    List<Variable> variables = List.of(variable("V", Type.STRING, null, true, null, "[a-z]+"));
    assertThat(check(variables, "V", "abc")).isEqualTo(complete("V", "abc"));
    assertThat(problems(variables, "V", "abc1")).hasSize(1);
    assertThat(problems(variables, "V", "a".repeat(1_001)))
        .singleElement()
        .asString()
        .contains("1,000");
  }

  @ParameterizedTest
  @CsvSource({"(a+)+$", "(a|a)*b", "([a-zA-Z]+)*x", "(.*a){20}", "[", "(((((((((("})
  void patternsThatDoNotEndAreStopped(String pattern) {
    assertThat(
            problems(
                List.of(variable("V", Type.STRING, null, true, null, pattern)),
                "V",
                "a".repeat(999) + "!"))
        .hasSize(1);
  }

  @Test
  void refusesUnknownNamesLongValuesAndNul() {
    assertThat(problems(List.of(text("A", null, false)), "B", "x", "A", "a\0"))
        .containsExactly(
            "A: This contains the character NUL. Remove it.",
            "B: This template has no variable of this name. Remove it.");
    assertThat(problems(List.of(text("A", null, false)), "A", "ä".repeat(16 * 1024 + 1)))
        .singleElement()
        .asString()
        .contains("32 KiB");
    assertThat(check(List.of(text("A", null, false)), "A", "ä".repeat(16 * 1024)))
        .isInstanceOf(Checked.Complete.class);
  }

  @Test
  void namesEveryProblemInOrder() {
    assertThat(problems(List.of(text("B", null, true), text("A", null, true))))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("B:");
  }

  @Test
  void fillsCredentials() {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("A", "x$1\\${B}");
    values.put("B", "no");
    assertThat(CredentialText.fill("<${A}> $A $${B} ${C} ${", values))
        .isEqualTo("<x$1\\${B}> $A $no ${C} ${");
  }

  private Checked check(List<Variable> variables, String... given) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < given.length; i += 2) {
      values.put(given[i], given[i + 1]);
    }
    return VariableValues.check(variables, values, random::nextInt);
  }

  private List<String> problems(List<Variable> variables, String... given) {
    assertThat(check(variables, given)).isInstanceOf(Checked.Invalid.class);
    return ((Checked.Invalid) check(variables, given))
        .problems().stream().map(problem -> problem.name() + ": " + problem.message()).toList();
  }

  private static Checked complete(String... expected) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < expected.length; i += 2) {
      values.put(expected[i], expected[i + 1]);
    }
    return new Checked.Complete(values);
  }

  private static SortedMap<String, String> values(Checked checked) {
    assertThat(checked).isInstanceOf(Checked.Complete.class);
    return ((Checked.Complete) checked).values();
  }

  private static Variable text(String name, @Nullable String defaultValue, boolean required) {
    return variable(name, Type.STRING, defaultValue, required, null, null);
  }

  private static Variable variable(
      String name,
      Type type,
      @Nullable String defaultValue,
      boolean required,
      @Nullable String generate,
      @Nullable String pattern) {
    return new Variable(
        name, type, name, "", "", defaultValue, required, generate, pattern, List.of());
  }
}
