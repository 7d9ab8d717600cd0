package io.hoster.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void medianOfAnOddNumberIsTheOneInTheMiddle() {
    assertThat(Figures.of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void medianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(Figures.of(10, 1, 4, 2).median()).isEqualTo(3);
  }

  @Test
  void percentileIsAValueThatWasMeasured() {
    Figures hundred = new Figures(IntStream.rangeClosed(1, 100).mapToObj(n -> (double) n).toList());

    assertThat(hundred.percentile(99)).isEqualTo(99);
    assertThat(hundred.percentile(95)).isEqualTo(95);
    assertThat(hundred.percentile(100)).isEqualTo(100);
    assertThat(Figures.of(7).percentile(95)).isEqualTo(7);
  }

  @Test
  void highPercentileOfFewIsTheLargest() {
    assertThat(Figures.of(3, 8, 2).percentile(95)).isEqualTo(8);
  }

  @Test
  void spreadIsFromTheSmallestToTheLargest() {
    Figures figures = Figures.of(5, 2, 9);

    assertThat(figures.smallest()).isEqualTo(2);
    assertThat(figures.largest()).isEqualTo(9);
  }

  @Test
  void ratiosAndDifferencesAreOfTheSameRound() {
    Figures mine = Figures.of(10, 30);
    Figures its = Figures.of(5, 10);

    assertThat(mine.over(its).values()).isEqualTo(List.of(2.0, 3.0));
    assertThat(mine.above(its).values()).isEqualTo(List.of(5.0, 20.0));
  }

  @Test
  void refusesPairsWithoutAPartner() {
    Figures two = Figures.of(1, 2);
    Figures one = Figures.of(1);

    assertThatThrownBy(() -> two.over(one)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToSpeakOfNothing() {
    assertThatThrownBy(Figures::of).isInstanceOf(IllegalArgumentException.class);
  }
}
