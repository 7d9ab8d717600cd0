package io.hoster.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.ui.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffFilterTest {

  @ParameterizedTest
  @CsvSource({
    "bogus, '', '', '', The kind is one of provision",
    "'', bogus, '', '', The status is one of queued",
    "'', '', bogus, '', The step is one of check_limits",
    "'', '', '', bogus, The code is one of image_missing"
  })
  void whatNothingMatchesIsRefused(
      String kind, String status, String step, String code, String sentence) {
    StaffFilter filter = new StaffFilter(kind, status, step, code, "", "");
    assertThatThrownBy(filter::require)
        .isInstanceOf(Problem.class)
        .satisfies(problem ->
            assertThat(((Problem) problem).fields()).first().asString().contains(sentence));
  }

  @Test
  void whatExistsIsTakenInAnyCase() {
    StaffFilter filter =
        new StaffFilter("Provision", "rolled_back", "PULL_IMAGES", "image_missing", "", "");
    assertThat(filter.require()).isSameAs(filter);
  }
}
