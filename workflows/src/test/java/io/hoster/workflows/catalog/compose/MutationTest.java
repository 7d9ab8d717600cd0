package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.CatalogFolder;
import io.hoster.workflows.catalog.TemplateDefinition;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a text, compiling it ends with a plan or with findings. */
class MutationTest {

  @ParameterizedTest
  @ValueSource(strings = {"static-site", "node-api", "miniflux"})
  void neverThrows(String slug) {
    TemplateDefinition template = CatalogFolder.own(slug);
    Random random = new Random(20_261_120);
    for (int round = 0; round < 600; round++) {
      String text = Mutations.of(template.compose(), random);
      Compiled compiled = ComposeCompiler.compile(text, template.variables(), new TreeMap<>());
      if (compiled instanceof Compiled.Refused refused) {
        assertThat(refused.findings()).isNotEmpty();
        assertThat(refused.findings())
            .allSatisfy(found -> {
              assertThat(found.line()).isPositive();
              assertThat(found.column()).isPositive();
              assertThat(found.message()).endsWith(".");
              assertThat(found.path()).matches("(?s)|/.*");
            });
      }
    }
  }
}
