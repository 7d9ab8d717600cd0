package io.hoster.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The names that the API's contract gives the figures; no invoice exists yet, thus none of them.
 */
@ExtendWith(Installed.class)
class MetricsIT {

  private final Installation installation;

  MetricsIT(Installation installation) {
    this.installation = installation;
    installation.startWhatIsDown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hoster_deployments_total{status=\"running\"} ",
        "hoster_api_requests_total{method=\"GET\",route=\"/api/v1/templates\",status=\"200\"} ",
        "hoster_api_request_duration_seconds_bucket{method=\"GET\",route=\"/api/v1/templates\",le=\"0.1\"} ",
        "hoster_proxy_requests_total{status=\"2xx\"} ",
        "hoster_proxy_requests_total{status=\"5xx\"} ",
        "hoster_proxy_request_duration_seconds_bucket{le=\"0.1\"} ",
        "hoster_proxy_request_duration_seconds_count ",
        "hoster_operations_in_progress{status=\"running\"} ",
        "hoster_operations_open{kind=\"provision\",status=\"running\"} ",
        "hoster_operations_still_seconds{kind=\"stop\",status=\"waiting_for_person\"} ",
        "hoster_operations_ended_total{kind=\"delete\",status=\"succeeded\"} ",
        "hoster_operations_stopped_total{code=\"IMAGE_MISSING\"} ",
        "hoster_operation_step_duration_seconds_bucket{step=\"pull_images\",le=\"1.0\"} ",
        "hoster_operation_step_retries_total{step=\"pull_images\"} ",
        "hoster_operation_step_failures_total{code=\"DISK_FULL\"} ",
        "hoster_commands_waiting ",
        "hoster_commands_stuck_seconds ",
        "hoster_reconciler_lag_seconds ",
        "hoster_drift_pass_duration_seconds_bucket{le=\"2.0\"} ",
        "hoster_edge_revision_lag 0",
        "hoster_edge_heartbeat_age_seconds ",
        "hoster_edge_behind_seconds 0",
        "hoster_edge_pushes_total ",
        "hoster_edge_failures_total ",
        "hoster_part_ready{needed=\"true\",part=\"database\"} 1",
        "hoster_part_ready{needed=\"false\",part=\"temporal\"} 1",
        "hikaricp_connections_active{pool=\"hoster_web\"} ",
        "hikaricp_connections_active{pool=\"hoster_worker\"} ",
        "temporal_activity_schedule_to_start_latency_seconds_bucket{",
        "temporal_request_total{",
        "temporal_worker_start_total{",
        "jvm_memory_used_bytes{"
      })
  void everyNameIsServed(String start) {
    installation.browser().get("/api/v1/templates").expect(200);
    await(start)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lines()).anyMatch(line -> line.startsWith(start)));
  }

  @Test
  void theyAreNotForEverybody() {
    assertThat(installation.browser().get("/metrics").status()).isEqualTo(404);
  }

  private List<String> lines() {
    return installation
        .internal(Engines.Part.ALL)
        .get("/metrics")
        .expect(200)
        .raw()
        .lines()
        .toList();
  }
}
