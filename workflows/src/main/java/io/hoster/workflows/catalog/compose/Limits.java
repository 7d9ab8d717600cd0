package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a service asks for of the machine, from {@code deploy.resources.limits} or from the older
 * keys beside the image. The plan's limits are applied later.
 *
 * @param nanoCpus zero: not said
 * @param memoryBytes zero: not said
 * @param pids zero: not said
 */
record Limits(long nanoCpus, long memoryBytes, long pids) {

  private static final long LEAST_CPU = 10_000_000;
  private static final long LEAST_MEMORY = 16L << 20;
  private static final long MOST_PIDS = 4_194_304;

  static Limits read(At service, Shapes shapes) {
    Findings findings = shapes.findings();
    Optional<At> deploy = service.get("deploy");
    Optional<At> resources = deploy.flatMap(at -> at.get("resources"));
    Optional<At> limits = resources.flatMap(at -> at.get("limits"));
    deploy.ifPresent(at -> Section.DEPLOY.check(at, findings));
    resources.ifPresent(at -> Section.RESOURCES.check(at, findings));
    limits.ifPresent(at -> Section.LIMITS.check(at, findings));
    deploy.flatMap(at -> at.get("replicas")).ifPresent(at -> checkOne(at, shapes));
    service.get("scale").ifPresent(at -> checkOne(at, shapes));
    checkSwap(service, shapes);
    Optional<At> cpus = limits.flatMap(at -> at.get("cpus"));
    Optional<At> memory = limits.flatMap(at -> at.get("memory"));
    Optional<At> pids = limits.flatMap(at -> at.get("pids"));
    return new Limits(
        read(cpus, service.get("cpus"), at -> cpus(at, shapes), findings),
        read(memory, service.get("mem_limit"), at -> memory(at, shapes), findings),
        read(pids, service.get("pids_limit"), at -> pids(at, shapes), findings));
  }

  private static long read(
      Optional<At> inDeploy, Optional<At> beside, Function<At, Long> reader, Findings findings) {
    long first = inDeploy.map(reader).orElse(0L);
    long second = beside.map(reader).orElse(0L);
    if (first > 0 && second > 0 && first != second) {
      beside.ifPresent(at ->
          findings.add(
              at,
              Code.INVALID_VALUE,
              "This limit differs from the one in deploy.resources.limits. Keep one of them."));
    }
    return first > 0 ? first : second;
  }

  private static long cpus(At at, Shapes shapes) {
    return atLeast(
        at,
        shapes,
        Numbers::nanoCpus,
        LEAST_CPU,
        "A service needs at least 0.01 CPU. Ask for more.");
  }

  private static long memory(At at, Shapes shapes) {
    return atLeast(
        at,
        shapes,
        Sizes::bytes,
        LEAST_MEMORY,
        "A service needs at least 16m of memory. Ask for more.");
  }

  private static long pids(At at, Shapes shapes) {
    long pids =
        atLeast(
            at,
            shapes,
            Numbers::whole,
            1,
            "A service needs a limit of at least 1 process. Write a positive number.");
    if (pids > MOST_PIDS) {
      shapes
          .findings()
          .add(
              at,
              Code.OVER_LIMIT,
              "A service has at most 4,194,304 processes. Write a smaller number.");
    }
    return pids;
  }

  private static long atLeast(
      At at, Shapes shapes, Function<String, Amount> reader, long least, String tooLittle) {
    Optional<String> text = shapes.text(at);
    if (text.isEmpty()) {
      return 0;
    }
    return switch (reader.apply(text.get())) {
      case Amount.Not not -> {
        shapes.findings().add(at, Code.INVALID_VALUE, at.quoted() + not.why());
        yield 0;
      }
      case Amount.Of of -> {
        if (of.value() < least) {
          shapes.findings().add(at, Code.BELOW_MINIMUM, tooLittle);
        }
        yield of.value();
      }
    };
  }

  private static void checkOne(At at, Shapes shapes) {
    if (shapes.text(at).filter(text -> !text.equals("1")).isPresent()) {
      shapes
          .findings()
          .add(at, Code.OVER_LIMIT, "A service runs in one container. Write 1 or leave it out.");
    }
  }

  private static void checkSwap(At service, Shapes shapes) {
    Optional<At> swap = service.get("memswap_limit");
    if (swap.flatMap(shapes::text).filter(text -> text.startsWith("-")).isPresent()) {
      shapes
          .findings()
          .add(
              swap.get(),
              Code.NOT_ALLOWED,
              "There is no swap, and none without limit. Leave memswap_limit out.");
    }
  }
}
