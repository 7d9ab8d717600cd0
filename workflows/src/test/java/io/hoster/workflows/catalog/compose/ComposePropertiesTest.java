package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text, and for anything that looks like a compose file. */
class ComposePropertiesTest {

  private static final int TRIES = 400;

  private static final List<String> VALUES =
      List.of(
          "",
          "x",
          "5",
          "-1",
          "0.5",
          "true",
          "null",
          "256m",
          "1m30s",
          "'a b'",
          "$A",
          "${A:-b}",
          "${S}",
          "${B:?why}",
          "[]",
          "{}",
          "[x, y]",
          "['80:80', 53/udp]",
          "[{target: 80, published: 8080}]",
          "['./a:/b', 'data:/c', /d]",
          "[{type: bind, source: ./x, target: /y}]",
          "[{source: c, target: /e/f}]",
          "{web: {condition: service_healthy}}",
          "{test: x, interval: 1s, timeout: 9s}",
          "{resources: {limits: {cpus: '0.5', memory: 64m}}}",
          "{A: b, DB_PASSWORD: secret1, URL: 'p://u:secret1@h'}",
          "['DB_PASSWORD=secret1', B]",
          "{nofile: {soft: 1, hard: 2}, memlock: -1}",
          "{content: 'x ${A}'}",
          "{environment: S}",
          "{external: true}",
          "{driver: bridge}",
          "&a [1]",
          "*a",
          "|\n        text\n        more");

  private final Compiling compiling =
      Compiling.plain()
          .with("A", "a")
          .with(Compiling.variable("S", Variable.Type.SECRET, null, true), "s3cret");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(200),
        Arbitraries.strings()
            .withChars("{}[]:-,&*!|>'\"%@`#?\n\r\t $abA01._/\\~<=\u0000\u2028\u0085\ufeff")
            .ofMaxLength(120));
  }

  @Provide
  Arbitrary<String> files() {
    Arbitrary<String> service =
        Combinators.combine(
                Arbitraries.of("web", "db", "Bad", "x-y"), entries(Section.SERVICE, 4, 7))
            .as((name, keys) -> "  " + name + ":\n    image: nginx\n" + keys);
    Arbitrary<String> services =
        service.list().ofMaxSize(3).map(all -> "services:\n" + String.join("", all));
    Arbitrary<String> declared =
        Arbitraries.of("volumes", "networks", "configs", "secrets", "x-a")
            .flatMap(key -> Arbitraries.of(VALUES).map(value -> key + ":\n  c: " + value + "\n"));
    return Combinators.combine(services, declared.list().ofMaxSize(3), entries(Section.FILE, 0, 1))
        .as((text, more, keys) -> text + String.join("", more) + keys);
  }

  private static Arbitrary<String> entries(Section section, int indent, int most) {
    Arbitrary<String> entry =
        Combinators.combine(
                Arbitraries.of(section.rules().stream().map(KeyRule::key).toList()),
                Arbitraries.of(VALUES))
            .as((key, value) -> " ".repeat(indent) + key + ": " + value + "\n");
    return entry.list().ofMaxSize(most).map(all -> String.join("", all));
  }

  @Property(tries = TRIES)
  void anyTextGivesAPlanOrLocatedFindings(@ForAll("texts") String text) {
    check(text, compiling.compile(text));
  }

  @Property(tries = TRIES)
  void anyFileGivesAPlanOrLocatedFindings(@ForAll("files") String text) {
    check(text, compiling.compile(text));
  }

  private static void check(String text, Compiled compiled) {
    for (Notice notice : compiled.notices()) {
      assertInText(text, notice.line(), notice.column());
    }
    if (compiled instanceof Compiled.Refused refused) {
      assertThat(refused.findings()).isNotEmpty();
      for (Finding found : refused.findings()) {
        assertInText(text, found.line(), found.column());
        assertThat(found.path()).matches("(?s)|/.*");
        assertThat(found.message()).isNotBlank().endsWith(".");
      }
    }
  }

  /** The end of a line, and of the text, is a place too. */
  static void assertInText(String text, int line, int column) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    assertThat(line).as("line in %s lines", lines.length).isBetween(1, lines.length);
    String own = lines[line - 1];
    assertThat(column)
        .as("column in line %s", line)
        .isBetween(1, own.codePointCount(0, own.length()) + 1);
  }

  @Property(tries = TRIES)
  void compilingTwiceIsEqual(@ForAll("files") String text) {
    assertThat(compiling.compile(text)).isEqualTo(compiling.compile(text));
  }

  @Property(tries = TRIES)
  void aSecretIsNeverInAnAnswer(@ForAll("files") String text) {
    if (compiling.compile(text) instanceof Compiled.Refused refused) {
      assertThat(refused.findings())
          .allSatisfy(found -> assertThat(found.message()).doesNotContain("s3cret"));
    }
    assertThat(compiling.compile(text).notices())
        .allSatisfy(notice -> assertThat(notice.message()).doesNotContain("s3cret"));
  }

  @Property(tries = TRIES)
  void eachSuggestionIsAChangeOfTheTextOrADeclaration(@ForAll("files") String text) {
    for (Suggestion suggestion : Suggestions.of(text, List.of(), new TreeMap<>())) {
      assertInText(text, suggestion.line(), suggestion.column());
      assertThat(suggestion.applyTo(text).equals(text) && suggestion.variables().isEmpty())
          .isFalse();
    }
  }

  @Property(tries = 100)
  void anAdaptedFileHasNoMoreToFind(@ForAll("files") String text) {
    Adaptation none =
        new Adaptation(
            text, List.of(), List.of(), ComposeCompiler.compile(text, List.of(), new TreeMap<>()));
    Adaptation adapted = Adaptation.of(text, List.of(), new TreeMap<>());
    assertThat(findings(adapted)).isLessThanOrEqualTo(findings(none));
    assertThat(Adaptation.of(text, List.of(), new TreeMap<>())).isEqualTo(adapted);
  }

  private static int findings(Adaptation adaptation) {
    return adaptation.compiled() instanceof Compiled.Refused refused
        ? refused.findings().size()
        : 0;
  }

  @Property(tries = TRIES)
  void anyEnvironmentFileGivesValuesOrLocatedFindings(@ForAll("texts") String text) {
    DotEnv.Read read = DotEnv.read(text);
    assertThat(read).isEqualTo(DotEnv.read(text));
    for (Finding found : read.findings()) {
      assertThat(found.line()).isBetween(1, text.split("\n", -1).length);
      assertThat(found.column()).isPositive();
    }
  }

  @Property(tries = TRIES)
  void quotedWordsComeBack(@ForAll List<String> words) {
    String text =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    assertThat(Words.split(text)).isEqualTo(new Words.Split.Into(words));
  }

  @Property(tries = TRIES)
  void doubledDollarsStandForThemselves(@ForAll String text) {
    assertThat(VariableSyntax.parse(text.replace("$", "$$")))
        .isInstanceOfSatisfying(
            VariableSyntax.Parsed.Parts.class,
            parts ->
                assertThat(
                        parts.parts().stream()
                            .map(part -> ((VariablePart.Literal) part).text())
                            .collect(Collectors.joining()))
                    .isEqualTo(text));
  }

  @Property(tries = TRIES)
  void sizesAndDurationsAreReadBack(@ForAll("amounts") long amount) {
    assertThat(Sizes.bytes(amount + "k")).isEqualTo(new Amount.Of(amount << 10));
    assertThat(Durations.nanos(amount + "ms")).isEqualTo(new Amount.Of(amount * 1_000_000));
    assertThat(Numbers.whole(Long.toString(amount))).isEqualTo(new Amount.Of(amount));
  }

  @Provide
  Arbitrary<Long> amounts() {
    return Arbitraries.longs().between(0, 1L << 40);
  }

  @Property(tries = TRIES)
  void noTextIsAnAmountAndNoPortByAccident(@ForAll("texts") String text) {
    boolean digits = Arrays.stream(text.split("")).anyMatch(c -> c.matches("[0-9]"));
    assertThat(Sizes.bytes(text) instanceof Amount.Of).isIn(digits, false);
    assertThat(Durations.nanos(text) instanceof Amount.Of).isIn(digits, false);
    assertThat(PortForm.of(text).isPresent()).isIn(digits, false);
    assertThat(ImageReference.isValid(text)).isIn(text.matches("(?s).*[a-z0-9].*"), false);
  }
}
