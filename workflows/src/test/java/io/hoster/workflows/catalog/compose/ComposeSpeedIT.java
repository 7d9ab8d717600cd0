package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.CatalogFolder;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.VariableValues;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many of the catalogue's files a core compiles in a second, as {@code ./hoster bench compile}
 * tells it. The processor's time of the one thread counts: what else the machine does must not.
 */
@Tag("long")
class ComposeSpeedIT {

  private static final int ROUNDS = 10;
  private static final int FILES = 2_000;
  private static final int WARM_UP = 10_000;
  private static final double GOAL = 1_000;
  private static final double NANOS = 1e9;
  private static final Path RESULT = Path.of("target", "bench-compile.md");
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private record Typical(String text, List<Variable> variables, SortedMap<String, String> values) {}

  @Test
  void measuresHowManyFilesACoreCompiles() throws IOException {
    List<Typical> files = files();
    compile(files, WARM_UP);
    List<Double> figures = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long begin = CPU.getCurrentThreadCpuTime();
      compile(files, FILES);
      figures.add(FILES * NANOS / (CPU.getCurrentThreadCpuTime() - begin));
    }
    figures.sort(null);
    double median = (figures.get(ROUNDS / 2 - 1) + figures.get(ROUNDS / 2)) / 2;
    Files.writeString(
        RESULT,
        "| compose files of the catalogue compiled, on one core | ≥ %.0f files/s | %.0f files/s | %.0f files/s – %.0f files/s | %d | %s |%n"
            .formatted(
                GOAL,
                median,
                figures.getFirst(),
                figures.getLast(),
                ROUNDS,
                median >= GOAL ? "met" : "missed"));
    assertThat(figures).hasSize(ROUNDS);
  }

  private static List<Typical> files() {
    return CatalogFolder.slugs().stream()
        .map(CatalogFolder::own)
        .map(template ->
            new Typical(template.compose(), template.variables(), values(template.variables())))
        .toList();
  }

  private static SortedMap<String, String> values(List<Variable> variables) {
    return ((VariableValues.Checked.Complete)
            VariableValues.check(variables, new TreeMap<>(), bound -> 0))
        .values();
  }

  private static void compile(List<Typical> files, int count) {
    for (int i = 0; i < count; i++) {
      Typical file = files.get(i % files.size());
      assertThat(ComposeCompiler.compile(file.text(), file.variables(), file.values()))
          .isInstanceOf(Compiled.Planned.class);
    }
  }
}
