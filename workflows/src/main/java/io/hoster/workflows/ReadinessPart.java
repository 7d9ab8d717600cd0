package io.hoster.workflows;

import java.util.function.BooleanSupplier;

/**
 * A part that this process works with. Every bean of this type is asked for {@code /health/ready}.
 *
 * @param name what an operator calls it, such as {@code database}
 * @param needed whether the process is of no use without it; else it stays in service and says what
 *     is away
 * @param ready whether the part answers now; may take a second, and not to know it is a no
 */
public record ReadinessPart(String name, boolean needed, BooleanSupplier ready) {

  /** Without it the process is not ready. */
  public static ReadinessPart needed(String name, BooleanSupplier ready) {
    return new ReadinessPart(name, true, ready);
  }

  /** While it is away, what needs it waits. */
  public static ReadinessPart awaited(String name, BooleanSupplier ready) {
    return new ReadinessPart(name, false, ready);
  }
}
