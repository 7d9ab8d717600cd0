package io.hoster.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.workflows.catalog.VariableValues.Checked;
import io.hoster.workflows.catalog.compose.Compiled;
import io.hoster.workflows.catalog.compose.ComposeCompiler;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CatalogTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(ServicePlan.class, Rare.class)
          .addMixIn(ServicePlan.MountSpec.class, Rare.class)
          .build();

  /** What few plans say stands only in the golden plans of those. */
  private abstract static class Rare {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    abstract List<ServicePlan.FileSpec> files();

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NoWishes.class)
    abstract ServicePlan.Wishes wishes();

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    abstract boolean noCopy();
  }

  /** Takes a plan without wishes for nothing to write. */
  static final class NoWishes {

    @Override
    public boolean equals(Object other) {
      return other == null || ServicePlan.Wishes.NONE.equals(other);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  static List<String> slugs() {
    return CatalogFolder.slugs();
  }

  @Test
  void holdsAtLeastSixteenEntries() {
    assertThat(slugs()).hasSizeGreaterThanOrEqualTo(16);
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void compilesToItsGoldenPlan(String slug) {
    assertThat(JSON.writeValueAsString(plan(slug)))
        .isEqualToIgnoringNewLines(Golden.text("plans/" + slug + ".json"));
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void hasAPageOfItsOwnThatTheIndexNames(String slug) throws IOException {
    Path pages = Path.of("..", "docs", "templates");
    assertThat(Files.readString(pages.resolve(slug + ".md")))
        .startsWith("# " + CatalogFolder.own(slug).name() + "\n")
        .contains("\n## Use\n", "\n## Keep and restore\n", "\n## Limits\n");
    assertThat(Files.readString(pages.resolve("README.md"))).contains("(" + slug + ".md)");
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void fitsTheFreePlan(String slug) {
    List<ServicePlan> services = plan(slug).services();
    assertThat(services)
        .allSatisfy(service -> {
          assertThat(service.memoryBytes()).isBetween(16L << 20, 512L << 20);
          assertThat(service.nanoCpus()).isBetween(100_000_000L, 500_000_000L);
          assertThat(service.pidsLimit()).isPositive();
        });
    assertThat(services.stream().mapToLong(ServicePlan::memoryBytes).sum())
        .isLessThanOrEqualTo(512L << 20);
    assertThat(services.stream().mapToLong(ServicePlan::nanoCpus).sum())
        .isLessThanOrEqualTo(500_000_000L);
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void namesAnImageWithAFixedVersionAndChecksHealth(String slug) {
    assertThat(plan(slug).services())
        .allSatisfy(service -> {
          assertThat(service.image()).matches(".+:[0-9]+\\.[0-9].*");
          assertThat(service.healthcheck()).isNotNull();
        });
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void leadsItsAddressToAPublishedPort(String slug) {
    TemplateDefinition.Entry entry = CatalogFolder.own(slug).entry();
    assertThat(entry).isNotNull();
    assertThat(plan(slug).services())
        .filteredOn(service -> service.name().equals(entry.service()))
        .flatExtracting(ServicePlan::ports)
        .contains(new ServicePlan.PortSpec(entry.port(), "tcp"));
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void showsCredentialsWithoutAnythingLeftToFillIn(String slug) {
    TemplateDefinition template = CatalogFolder.own(slug);
    SortedMap<String, String> values = new TreeMap<>(values(template));
    values.put("URL", "http://shop.example.com");
    values.put("HOST", "shop.example.com");
    values.put("PORT", "80");
    assertThat(template.credentials())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(CredentialText.fill(line.value(), values)).doesNotContain("${"));
  }

  @Test
  void tagOfTheTestEntryIsAVariable() {
    TemplateDefinition template =
        CatalogFolder.read(Path.of("src/test/resources/catalog-test/tagged-site"));
    SortedMap<String, String> values = new TreeMap<>(values(template));
    values.put("TAG", "0.0-missing");
    assertThat(plan(template, values).services().getFirst().image()).isEqualTo("nginx:0.0-missing");
  }

  private static DeploymentPlan plan(String slug) {
    TemplateDefinition template = CatalogFolder.own(slug);
    return plan(template, values(template));
  }

  private static DeploymentPlan plan(
      TemplateDefinition template, SortedMap<String, String> values) {
    Compiled compiled = ComposeCompiler.compile(template.compose(), template.variables(), values);
    assertThat(compiled).isInstanceOf(Compiled.Planned.class);
    return ((Compiled.Planned) compiled).plan();
  }

  private static SortedMap<String, String> values(TemplateDefinition template) {
    Checked checked = VariableValues.check(template.variables(), new TreeMap<>(), bound -> 0);
    assertThat(checked).isInstanceOf(Checked.Complete.class);
    return ((Checked.Complete) checked).values();
  }
}
