package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.catalog.CatalogFolder;
import io.hoster.workflows.catalog.TemplateDefinition;
import io.hoster.workflows.catalog.Variable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spoiled files for minutes: no exception, no finding outside the text, no slow one. {@code
 * ./hoster test fuzz [--minutes N] [--seed N]} runs it.
 */
@Tag("long")
class ComposeFuzzIT {

  private static final Logger log = LoggerFactory.getLogger(ComposeFuzzIT.class);
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Of the processor's time: other work on the machine must not count. */
  private static final Duration SLOW = Duration.ofMillis(50);

  /**
   * A pause of the machine or the compiler's own start is no slow file: the best of these counts.
   */
  private static final int LOOKS = 5;

  private record Seed(String text, List<Variable> variables) {}

  private record Slowest(String text, Duration took) {}

  @Test
  void nothingBreaksItAndNothingIsSlow() {
    long seed = Long.getLong("hoster.fuzz.seed", System.nanoTime());
    long minutes = Long.getLong("hoster.fuzz.minutes", 5);
    log.warn("Fuzzing for {} minutes: seed={}", minutes, seed);
    Random random = new Random(seed);
    List<Seed> seeds = seeds();
    Slowest slowest = new Slowest("", Duration.ZERO);
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    long rounds = 0;
    for (; System.nanoTime() < end; rounds++) {
      Seed from = seeds.get(random.nextInt(seeds.size()));
      String text = spoiled(from, seeds, random);
      Duration took = time(text, from.variables());
      if (took.compareTo(slowest.took()) > 0) {
        Slowest again = new Slowest(text, best(text, from.variables(), took));
        slowest = again.took().compareTo(slowest.took()) > 0 ? again : slowest;
      }
      if (rounds % 20 == 0) {
        look(text, from.variables());
      }
    }
    log.warn(
        "Fuzzed: files={} slowest={} ms, which is:\n{}",
        rounds,
        slowest.took().toMillis(),
        slowest.text());
    assertThat(rounds).isPositive();
    assertThat(slowest.took()).as(slowest.text()).isLessThanOrEqualTo(SLOW);
  }

  /** The catalogue's files, and texts that have what those have not. */
  private static List<Seed> seeds() {
    List<Seed> seeds = new ArrayList<>();
    for (String slug : CatalogFolder.slugs()) {
      TemplateDefinition template = CatalogFolder.own(slug);
      seeds.add(new Seed(template.compose(), template.variables()));
    }
    seeds.add(new Seed(AdaptationTest.BLOG, List.of()));
    seeds.add(new Seed(EverySection.TEXT, List.of()));
    return seeds;
  }

  /** Spoiled, and sometimes put together with another one or with itself many times. */
  private static String spoiled(Seed from, List<Seed> seeds, Random random) {
    String text = from.text();
    if (random.nextInt(10) == 0) {
      String other = seeds.get(random.nextInt(seeds.size())).text();
      text =
          text.substring(0, random.nextInt(text.length()))
              + other.substring(random.nextInt(other.length()));
    }
    if (random.nextInt(50) == 0) {
      int at = random.nextInt(text.length());
      int length = random.nextInt(Math.min(40, text.length() - at) + 1);
      String piece = text.substring(at, at + length);
      text = text.substring(0, at) + piece.repeat(random.nextInt(3_000)) + text.substring(at);
    }
    return Mutations.of(text, random);
  }

  private static Duration best(String text, List<Variable> variables, Duration first) {
    Duration best = first;
    for (int look = 0; look < LOOKS; look++) {
      Duration took = time(text, variables);
      best = took.compareTo(best) < 0 ? took : best;
    }
    return best;
  }

  private static Duration time(String text, List<Variable> variables) {
    long begin = CPU.getCurrentThreadCpuTime();
    Compiled compiled = ComposeCompiler.compile(text, variables, new TreeMap<>());
    Duration took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begin);
    if (compiled instanceof Compiled.Refused refused) {
      assertThat(refused.findings()).as(text).isNotEmpty();
      Finding found = refused.findings().getLast();
      ComposePropertiesTest.assertInText(text, found.line(), found.column());
    }
    return took;
  }

  private static void look(String text, List<Variable> variables) {
    Compiled once = ComposeCompiler.compile(text, variables, new TreeMap<>());
    assertThat(ComposeCompiler.compile(text, variables, new TreeMap<>())).isEqualTo(once);
    for (Suggestion suggestion : Suggestions.of(text, variables, new TreeMap<>())) {
      ComposePropertiesTest.assertInText(text, suggestion.line(), suggestion.column());
      assertThat(suggestion.applyTo(text)).isNotNull();
    }
    assertThat(DotEnv.read(text)).isEqualTo(DotEnv.read(text));
  }
}
