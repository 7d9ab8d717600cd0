package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthChecksTest {

  private final Compiling compiling = Compiling.plain();

  @Test
  void readsEverything() {
    assertThat(
            check(
                "{test: [CMD, curl, -f, x], interval: 1m30s, timeout: 1500ms, start_period: 1h, start_interval: 2s, retries: 5}"))
        .isEqualTo(
            new HealthCheckSpec(
                List.of("CMD", "curl", "-f", "x"), 90_000, 1_500, 3_600_000, 2_000, 5));
  }

  @Test
  void fillsInWhatDockerDoes() {
    assertThat(check("{test: curl x}"))
        .isEqualTo(new HealthCheckSpec(List.of("CMD-SHELL", "curl x"), 30_000, 30_000, 0, 0, 3));
    assertThat(check("{test: curl x, interval: 10s}").timeoutMillis()).isEqualTo(10_000);
    assertThat(check("{interval: 10s}").test()).isEmpty();
  }

  @Test
  void canBeSwitchedOff() {
    assertThat(check("{disable: true}").test()).containsExactly("NONE");
    assertThat(check("{test: [NONE]}").test()).containsExactly("NONE");
    assertThat(check("{test: [CMD, a], disable: false}").test()).containsExactly("CMD", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval: banana|INVALID_VALUE",
        "interval: '30'|INVALID_VALUE",
        "interval: 30|SCHEMA",
        "interval: 4s|BELOW_MINIMUM",
        "interval: 61m|OVER_LIMIT",
        "interval: 9999999999h|INVALID_VALUE",
        "timeout: 31s|OVER_LIMIT",
        "timeout: 0s|BELOW_MINIMUM",
        "start_period: 2h|OVER_LIMIT",
        "start_interval: 1ms|BELOW_MINIMUM",
        "retries: 0|BELOW_MINIMUM",
        "retries: 11|OVER_LIMIT",
        "retries: 1.5|INVALID_VALUE",
        "retries: many|INVALID_VALUE",
        "disable: perhaps|INVALID_VALUE",
        "test: []|INVALID_VALUE",
        "test: [curl, x]|INVALID_VALUE",
        "test: [CMD]|INVALID_VALUE",
        "test: [CMD-SHELL]|INVALID_VALUE",
        "test: [CMD-SHELL, a, b]|INVALID_VALUE",
        "test: [NONE, a]|INVALID_VALUE",
        "test: {a: b}|SCHEMA"
      })
  void refuses(String key, String code) {
    assertThat(compiling.webCodes("healthcheck: {" + key + "}"))
        .containsExactly(code + " /services/web/healthcheck/" + key.substring(0, key.indexOf(':')));
  }

  private HealthCheckSpec check(String written) {
    return Objects.requireNonNull(compiling.web("healthcheck: " + written).healthcheck());
  }
}
