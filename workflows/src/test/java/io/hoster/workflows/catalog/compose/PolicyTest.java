package io.hoster.workflows.catalog.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The policy's table knows every key that the compose specification has. */
class PolicyTest {

  /** All of a service's keys in the specification's schema, as of 2026-06. */
  private static final List<String> SERVICE_KEYS =
      List.of(
          ("annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs"
                  + " container_name cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period"
                  + " cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy develop"
                  + " device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint"
                  + " env_file environment expose extends external_links extra_hosts gpus group_add"
                  + " healthcheck hostname image init ipc isolation label_file labels links logging"
                  + " mac_address mem_limit mem_reservation mem_swappiness memswap_limit models"
                  + " network_mode networks oom_kill_disable oom_score_adj pid pids_limit platform"
                  + " ports post_start pre_stop privileged profiles provider pull_policy"
                  + " pull_refresh_after read_only restart runtime scale secrets security_opt shm_size"
                  + " stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits"
                  + " use_api_socket user userns_mode uts volumes volumes_from working_dir")
              .split(" "));

  private static List<String> keys(Section section) {
    return section.rules().stream().map(KeyRule::key).toList();
  }

  @Test
  void knowsEveryKeyOfAService() {
    assertThat(SERVICE_KEYS).hasSize(92).doesNotHaveDuplicates();
    assertThat(keys(Section.SERVICE)).containsAll(SERVICE_KEYS);
  }

  @Test
  void knowsEveryKeyOfAFileAndItsParts() {
    assertThat(keys(Section.FILE))
        .containsExactlyInAnyOrder(
            "version",
            "name",
            "include",
            "services",
            "models",
            "networks",
            "volumes",
            "secrets",
            "configs");
    assertThat(keys(Section.HEALTHCHECK))
        .containsExactlyInAnyOrder(
            "disable", "interval", "retries", "test", "timeout", "start_period", "start_interval");
    assertThat(keys(Section.DEPLOY))
        .containsExactlyInAnyOrder(
            "mode",
            "endpoint_mode",
            "replicas",
            "labels",
            "rollback_config",
            "update_config",
            "resources",
            "restart_policy",
            "placement");
    assertThat(keys(Section.NETWORK))
        .containsExactlyInAnyOrder(
            "name",
            "driver",
            "driver_opts",
            "ipam",
            "external",
            "internal",
            "enable_ipv4",
            "enable_ipv6",
            "attachable",
            "labels");
    assertThat(keys(Section.VOLUME))
        .containsExactlyInAnyOrder("name", "driver", "driver_opts", "external", "labels");
  }

  @Test
  void knowsWhateverTheSchemaKnows() throws IOException {
    JsonNode schema = schema();
    assertThat(keys(Section.FILE)).containsAll(properties(schema));
    assertThat(keys(Section.SERVICE)).containsAll(properties(service(schema)));
    for (Section section : Section.values()) {
      if (section.path().startsWith("services.*.")) {
        assertThat(keys(section))
            .as(section.path())
            .containsAll(properties(below(schema, section.path())));
      }
    }
  }

  private static JsonNode service(JsonNode schema) {
    return schema.at("/$defs/service");
  }

  /** The schema of a part of a service, such as {@code services.*.ports[]}. */
  private static JsonNode below(JsonNode schema, String path) {
    JsonNode node = service(schema);
    for (String step : path.substring("services.*.".length()).split("\\.")) {
      node =
          step.equals("*")
              ? node.path("additionalProperties")
              : node.path("properties").path(step.replace("[]", ""));
      node = resolved(schema, node);
      node = step.endsWith("[]") ? resolved(schema, node.path("items")) : node;
    }
    return node;
  }

  private static JsonNode resolved(JsonNode schema, JsonNode node) {
    return node.has("$ref") ? schema.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static List<String> properties(JsonNode schema) {
    return List.copyOf(schema.path("properties").propertyNames());
  }

  private static JsonNode schema() throws IOException {
    try (InputStream file = ComposeSchema.class.getResourceAsStream("compose-schema.json")) {
      return JsonMapper.shared().readTree(file);
    }
  }
}
