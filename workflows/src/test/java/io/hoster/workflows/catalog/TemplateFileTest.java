package io.hoster.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.catalog.TemplateDefinition.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFileTest {

  private static final String ICON =
      "<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>";
  private static final String GOOD =
      """
      name: A
      version: 1.0.0
      kind: app
      category: Tests
      summary: One.
      """;

  @Test
  void readsAnEntry() {
    TemplateDefinition template =
        read(
            GOOD
                + """
                price_minor: 250
                entry: {service: web, port: 80}
                variables:
                  - {name: SIZE, type: choice, label: Size, choices: [s, m], default: m, required: true}
                credentials:
                  - {name: Address, value: "${URL}", service: web, secret: true}
                """);
    assertThat(template.kind()).isEqualTo(Kind.APP);
    assertThat(template.priceMinor()).isEqualTo(250);
    assertThat(template.currency()).isEqualTo("USD");
    assertThat(template.entry()).isEqualTo(new TemplateDefinition.Entry("web", 80));
    assertThat(template.variables().getFirst().choices()).containsExactly("s", "m");
    assertThat(template.credentials().getFirst().secret()).isTrue();
  }

  @Test
  void anEntryMayHaveNoAddress() {
    assertThat(read(GOOD).entry()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nope: 1|line 6: the key \"nope\" is not known",
        "price_minor: -1|line 6",
        "entry: {service: web}|line 6: the key \"port\" is missing",
        "variables: x|line 6: a list must stand here",
        "variables: [{name: 1A, type: string, label: a}]|line 6",
        "variables: [{name: A, type: text, label: a}]|is none of [STRING",
        "variables: [{name: A, type: choice, label: a}]|needs choices",
        "variables: [{name: A, type: string, label: a, generate: x}]|is none of password(n)",
        "variables: [{name: A, type: number, label: a, default: x}]|the default of A",
        "variables: [{name: A, type: string, label: a}, {name: A, type: string, label: a}]|declared twice",
        "a: [|line"
      })
  void saysWhereItIsWrong(String more, String expected) {
    assertThatThrownBy(() -> read(GOOD + more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test/template.yaml, line ")
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a-", "a_b", "../a"})
  void refusesSlugs(String slug) {
    assertThatThrownBy(() -> TemplateFile.read(slug, GOOD, "", "", ICON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "<svg><script>a()</script></svg>",
        "<svg onload='a()'/>",
        "<svg><a href='javascript:a()'/></svg>",
        "<svg><image href=\"https://example.com/a\"/></svg>",
        "<svg><foreignObject/></svg>"
      })
  void refusesIconsThatDoMoreThanDraw(String icon) {
    assertThatThrownBy(() -> TemplateFile.read("test", GOOD, "", "", icon))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TemplateDefinition read(String yaml) {
    return TemplateFile.read("test", yaml, "services: {}", "", ICON);
  }
}
