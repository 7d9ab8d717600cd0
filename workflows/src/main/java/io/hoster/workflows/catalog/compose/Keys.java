package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.catalog.compose.Finding.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which keys a mapping may have. What is not listed is refused: unknown never means allowed. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are references to pure methods
enum Keys {
  FILE(RefusedKeys::inFile, "services", "volumes", "networks", "name", "version"),
  SERVICE(
      RefusedServiceKeys::reason,
      "image",
      "command",
      "entrypoint",
      "environment",
      "ports",
      "expose",
      "volumes",
      "tmpfs",
      "depends_on",
      "healthcheck",
      "deploy",
      "mem_limit",
      "cpus",
      "pids_limit",
      "read_only",
      "user",
      "working_dir",
      "init",
      "restart",
      "stop_signal",
      "stop_grace_period",
      "networks",
      "labels",
      "container_name",
      "hostname",
      "logging",
      "scale",
      // Told to the platform, which decides these itself.
      "attach",
      "blkio_config",
      "cap_add",
      "cap_drop",
      "cpu_period",
      "cpu_quota",
      "cpu_shares",
      "domainname",
      "mem_reservation",
      "memswap_limit",
      "pull_policy",
      "pull_refresh_after"),
  PORT(
      RefusedKeys::none,
      "target",
      "published",
      "host_ip",
      "protocol",
      "mode",
      "name",
      "app_protocol"),
  MOUNT(
      RefusedKeys::inMount,
      "type",
      "source",
      "target",
      "read_only",
      "consistency",
      "volume",
      "tmpfs"),
  MOUNT_VOLUME(RefusedKeys::inMountVolume, "labels"),
  MOUNT_TMPFS(RefusedKeys::none, "size", "mode"),
  DEPENDENCY(RefusedKeys::none, "condition", "required", "restart"),
  HEALTHCHECK(
      RefusedKeys::none,
      "test",
      "interval",
      "timeout",
      "start_period",
      "start_interval",
      "retries",
      "disable"),
  DEPLOY(RefusedKeys::inDeploy, "replicas", "resources", "restart_policy"),
  RESOURCES(RefusedKeys::inResources, "limits"),
  LIMITS(RefusedKeys::inLimits, "cpus", "memory", "pids"),
  NETWORK_USE(RefusedKeys::inNetworkUse, "aliases"),
  VOLUME(RefusedKeys::inVolume, "labels"),
  NETWORK(RefusedKeys::inNetwork, "internal", "labels");

  private final Function<String, Optional<String>> refusal;
  private final List<String> allowed;

  Keys(Function<String, Optional<String>> refusal, String... allowed) {
    this.refusal = refusal;
    this.allowed = List.of(allowed);
  }

  /** Finds every key of {@code mapping} that may not be there. */
  void check(At mapping, Findings findings) {
    for (At.Field field : mapping.fields()) {
      if (!allowed.contains(field.key()) && !field.key().startsWith("x-")) {
        refuse(field, findings);
      }
    }
  }

  private void refuse(At.Field field, Findings findings) {
    Optional<String> reason = refusal.apply(field.key());
    if (reason.isPresent()) {
      findings.addLast(field.name(), Code.NOT_ALLOWED, Quoted.of(field.key()) + " " + reason.get());
    } else {
      findings.addLast(
          field.name(),
          Code.UNKNOWN_KEY,
          Quoted.of(field.key())
              + " is not a key that is known here. Check its spelling or remove it.");
    }
  }
}
