package io.hoster.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measured values of one kind, in the order they were taken. At least one. */
record Figures(List<Double> values) {

  Figures {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  static Figures of(double... values) {
    return new Figures(Arrays.stream(values).boxed().toList());
  }

  /** Each value divided by the one of {@code other} that was taken in the same round. */
  Figures over(Figures other) {
    return pairs(other, (mine, its) -> mine / its);
  }

  /** Each value less the one of {@code other} that was taken in the same round. */
  Figures above(Figures other) {
    return pairs(other, (mine, its) -> mine - its);
  }

  private Figures pairs(Figures other, java.util.function.DoubleBinaryOperator operator) {
    if (other.count() != count()) {
      throw new IllegalArgumentException(count() + " and " + other.count() + " make no pairs");
    }
    List<Double> results = new ArrayList<>();
    for (int round = 0; round < count(); round++) {
      results.add(operator.applyAsDouble(values.get(round), other.values.get(round)));
    }
    return new Figures(results);
  }

  int count() {
    return values.size();
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  double median() {
    List<Double> sorted = sorted();
    int half = count() / 2;
    return count() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The smallest value that {@code percent} of all do not exceed (nearest rank). */
  double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * count());
    return sorted().get(Math.clamp(rank, 1, count()) - 1);
  }

  double smallest() {
    return sorted().getFirst();
  }

  double largest() {
    return sorted().getLast();
  }

  private List<Double> sorted() {
    return values.stream().sorted().toList();
  }
}
