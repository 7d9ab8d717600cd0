package io.hoster.workflows.catalog.compose;

import static io.hoster.workflows.catalog.compose.KeyRule.keep;
import static io.hoster.workflows.catalog.compose.KeyRule.refuse;
import static io.hoster.workflows.catalog.compose.KeyRule.rewrite;

import java.util.List;

/** The policy's rows for the parts of a service. */
final class PartRules {

  static final List<KeyRule> PORT =
      List.of(
          keep("target", "is the port in the container."),
          keep("protocol", "is tcp or udp."),
          rewrite("published", "is dropped: the platform gives the port of the node."),
          rewrite("host_ip", "is dropped: the platform gives the address of the node."),
          rewrite("mode", "is dropped: it belongs to Swarm."),
          rewrite("name", "is dropped: nothing reads it."),
          rewrite("app_protocol", "is dropped: nothing reads it."));

  static final List<KeyRule> MOUNT =
      List.of(
          keep("type", "is volume or tmpfs."),
          keep("source", "is a volume that the file declares; without one a new volume is made."),
          keep("target", "is a clean absolute path outside /proc, /sys, /dev and /run/secrets."),
          keep("read_only", "keeps the service from writing there."),
          keep("volume", "says more about a volume's mount."),
          keep("tmpfs", "says more about a memory file system."),
          rewrite("consistency", "is dropped: it is for desktops."),
          refuse(
              "bind", "binds a folder of the node, which belongs to others. Use a named volume."),
          refuse("image", "mounts an image, which is not offered. Use a named volume."),
          refuse("cluster", "needs a cluster volume, which is not offered. Use a named volume."));

  static final List<KeyRule> MOUNT_VOLUME =
      List.of(
          keep("nocopy", "lets a new volume start empty instead of with what the image has there."),
          rewrite("labels", "are dropped: the platform's own labels take their place."),
          refuse("subpath", "is not offered. Use a volume of its own for each folder."));

  static final List<KeyRule> MOUNT_TMPFS =
      List.of(
          keep("size", "is at most 1g; 64m when the file does not say."),
          rewrite("mode", "is dropped: the folder has the engine's usual rights."));

  static final List<KeyRule> DEPENDENCY =
      List.of(
          keep(
              "condition",
              "is service_started, service_healthy or service_completed_successfully."),
          keep("required", "false lets the service be missing from the file."),
          rewrite("restart", "is dropped: a change replaces the services that it touches."));

  static final List<KeyRule> HEALTHCHECK =
      List.of(
          keep("test", "is a text for the image's shell, or a list with CMD, CMD-SHELL or NONE."),
          keep("interval", "is from 5s to 1h."),
          keep("timeout", "is at least 1s and at most the interval."),
          keep("start_period", "is at most 1h."),
          keep("start_interval", "is from 1s to 1h."),
          keep("retries", "are 1 to 10."),
          keep("disable", "switches the image's own check off."));

  static final List<KeyRule> DEPLOY =
      List.of(
          keep("replicas", "is 1: a service runs in one container."),
          keep("resources", "holds the limits."),
          rewrite("restart_policy", "is dropped: the platform starts what ended again."),
          refuse("endpoint_mode", "belongs to Swarm. Remove it."),
          refuse("labels", "belong to Swarm. Put labels on the service itself."),
          refuse("mode", "belongs to Swarm. Remove it."),
          refuse("placement", "is decided by the platform, which chooses the node. Remove it."),
          refuse("rollback_config", "is decided by the platform, which updates safely. Remove it."),
          refuse("update_config", "is decided by the platform, which updates safely. Remove it."));

  static final List<KeyRule> RESOURCES =
      List.of(
          keep("limits", "are what the service asks for, up to what the plan gives."),
          refuse("reservations", "are decided by the plan. Write limits instead."));

  static final List<KeyRule> LIMITS =
      List.of(
          keep("cpus", "is at least 0.01, and counts up to what the plan gives."),
          keep("memory", "is at least 16m, and counts up to what the plan gives."),
          keep("pids", "is at least 1, and counts up to what the plan gives."),
          refuse("devices", "would reach the node's devices. Remove it."),
          refuse("generic_resources", "would reach the node's devices. Remove it."));

  static final List<KeyRule> NETWORK_USE =
      List.of(
          keep("aliases", "are further names of the service: at most 20."),
          refuse("driver_opts", "is decided by the platform. Remove it."),
          refuse("gw_priority", "is decided by the platform. Remove it."),
          refuse("interface_name", "is decided by the platform. Remove it."),
          refuse("ipv4_address", "is given by the platform. Reach the service by its name."),
          refuse("ipv6_address", "is given by the platform. Reach the service by its name."),
          refuse("link_local_ips", "is given by the platform. Reach the service by its name."),
          refuse("mac_address", "could pretend to be another container. Remove it."),
          refuse("priority", "is decided by the platform. Remove it."));

  static final List<KeyRule> CONFIG_USE =
      List.of(
          keep("source", "names a config of the file."),
          keep("target", "is a clean absolute path; / and the source's name without it."),
          keep("uid", "is a number; 0 when the file does not say."),
          keep("gid", "is a number; 0 when the file does not say."),
          keep("mode", "is octal; 0444 when the file does not say."));

  static final List<KeyRule> SECRET_USE =
      List.of(
          keep("source", "names a secret of the file."),
          keep("target", "is a name under /run/secrets, or a clean absolute path."),
          keep("uid", "is a number; 0 when the file does not say."),
          keep("gid", "is a number; 0 when the file does not say."),
          keep("mode", "is octal; 0444 when the file does not say."));

  static final List<KeyRule> ULIMITS =
      List.of(
          keep("nofile", "is at most 65536."),
          rewrite("core", "is 0 whatever the file says."),
          rewrite("nproc", "is dropped: pids_limit bounds the processes of a service."),
          refuse("as", "is set by the platform. Remove it."),
          refuse("cpu", "is set by the platform. Remove it."),
          refuse("data", "is set by the platform. Remove it."),
          refuse("fsize", "is set by the platform. Remove it."),
          refuse("locks", "is set by the platform. Remove it."),
          refuse("memlock", "could keep the node's memory from others. Remove it."),
          refuse("msgqueue", "is set by the platform. Remove it."),
          refuse("nice", "would put this container before others. Remove it."),
          refuse("rss", "is set by the platform. Remove it."),
          refuse("rtprio", "could starve the node's other containers. Remove it."),
          refuse("rttime", "could starve the node's other containers. Remove it."),
          refuse("sigpending", "is set by the platform. Remove it."),
          refuse("stack", "is set by the platform. Remove it."));

  static final List<KeyRule> ULIMIT =
      List.of(
          keep("soft", "is at most the hard limit."),
          keep("hard", "is what a process may raise its limit to."));

  private PartRules() {}
}
