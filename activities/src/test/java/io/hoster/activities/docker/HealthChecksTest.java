package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

  private static final String STARTED = "2026-01-02T12:00:00.5Z";
  private static final Instant START = Instant.parse(STARTED);
  private static final String CHECK =
      "\"Healthcheck\": {\"Test\": [\"CMD\", \"true\"], \"Interval\": 5000000000, \"Timeout\": 3000000000}";

  private static Optional<Instant> asleep(String config, String state, Instant now) {
    String json =
        "{\"Id\": \"c\", \"Name\": \"/c\", \"Config\": {%s}, \"State\": {%s, \"StartedAt\": \"%s\"}}"
            .formatted(config, state, STARTED);
    try {
      return HealthChecks.asleepSince(
          new ObjectMapper().readValue(json, InspectContainerResponse.class), now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String running(String log) {
    return "\"Running\": true, \"Health\": {\"Status\": \"starting\", \"Log\": [%s]}"
        .formatted(log);
  }

  @Test
  void aCheckThatNeverRanSleepsWhenTwoRoundsAreOver() {
    assertThat(asleep(CHECK, running(""), START.plusSeconds(21))).isEmpty();
    assertThat(asleep(CHECK, running(""), START.plusSeconds(22))).contains(START);
  }

  @Test
  void aCheckThatRanIsCountedFromItsLastEnd() {
    String log =
        "{\"End\": \"2026-01-02T12:01:00Z\"}, {\"End\": \"2026-01-02T13:02:00.25+01:00\", \"ExitCode\": 0}";
    Instant last = Instant.parse("2026-01-02T12:02:00.25Z");
    assertThat(asleep(CHECK, running(log), last.plusSeconds(21))).isEmpty();
    assertThat(asleep(CHECK, running(log), last.plusSeconds(22))).contains(last);
  }

  @Test
  void checksOfALifeBeforeDoNotCount() {
    String log = "{\"End\": \"2026-01-02T11:00:00Z\"}";
    assertThat(asleep(CHECK, running(log), START.plusSeconds(20))).isEmpty();
  }

  @Test
  void whereTheCheckNamesNoTimesTheEnginesOwnHold() {
    String check = "\"Healthcheck\": {\"Test\": [\"CMD\", \"true\"]}";
    assertThat(asleep(check, running(""), START.plusSeconds(124))).isEmpty();
    assertThat(asleep(check, running(""), START.plusSeconds(126))).contains(START);
  }

  @Test
  void whatHasNoCheckOrDoesNotRunNeverSleeps() {
    Instant late = START.plusSeconds(1_000);
    assertThat(asleep("", "\"Running\": true", late)).isEmpty();
    assertThat(asleep(CHECK, "\"Running\": true", late)).isEmpty();
    assertThat(asleep(CHECK, running("").replace("true", "false"), late)).isEmpty();
  }
}
