package io.hoster.workflows.catalog.compose;

import static io.hoster.workflows.catalog.compose.KeyRule.keep;
import static io.hoster.workflows.catalog.compose.KeyRule.refuse;
import static io.hoster.workflows.catalog.compose.KeyRule.rewrite;

import java.util.List;

/**
 * The policy's rows for a service's keys: all that the compose specification has, and a few more.
 */
final class ServiceRules {

  static final List<KeyRule> ALL =
      List.of(
          keep("image", "names the image: host, path, tag or digest."),
          keep(
              "command",
              "is a list of words, or a text that is split into them as a shell does, without its operators."),
          keep("entrypoint", "is read as command."),
          keep(
              "environment",
              "is at most 256 names with values of at most 32 KiB; a name without a value takes the template's variable."),
          keep(
              "ports",
              "says which ports of the container are published, at most 20; the platform gives the node's ports."),
          keep(
              "expose",
              "is checked; the services of a deployment reach all of each other's ports."),
          keep("volumes", "mounts declared volumes and memory file systems, at most 20."),
          keep(
              "tmpfs",
              "mounts memory file systems: at most 1g each, 64m when the file does not say, never executable."),
          keep("depends_on", "orders the start of the file's services, with conditions."),
          keep("healthcheck", "says how it is asked whether the service is well."),
          keep("configs", "are files with a content of the file's own, there before the start."),
          keep(
              "secrets",
              "are files under /run/secrets that hold secret variables, there before the start."),
          keep("links", "are names by which the other services are reached, and order the start."),
          keep("platform", "is linux/amd64 or linux/arm64, and must be the node's own."),
          keep("shm_size", "is at most half of the memory; 64m when the file does not say."),
          keep("ulimits", "holds the number of open files."),
          keep("tty", "gives the first process a terminal; its log then has one stream."),
          keep("stdin_open", "keeps the input of the first process open."),
          keep("deploy", "holds limits."),
          keep("mem_limit", "is at least 16m, and counts up to what the plan gives."),
          keep("cpus", "is at least 0.01, and counts up to what the plan gives."),
          keep("pids_limit", "is at least 1, and counts up to what the plan gives."),
          keep("scale", "is 1: a service runs in one container."),
          keep("read_only", "keeps the service from writing outside its volumes."),
          keep("user", "is a name or numbers, and not root."),
          keep("working_dir", "is a clean absolute path."),
          keep("init", "puts a small first process into the container."),
          keep("stop_signal", "is SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGUSR2 or SIGWINCH."),
          keep("stop_grace_period", "is at most 2m; 10s when the file does not say."),
          keep("networks", "are names on the deployment's one network."),
          rewrite("restart", "is dropped: the platform starts again what ended by itself."),
          rewrite("labels", "are dropped: the platform's own labels take their place."),
          rewrite("container_name", "is given by the platform."),
          rewrite(
              "hostname", "is given by the platform; services reach each other by their names."),
          rewrite(
              "domainname", "is given by the platform; services reach each other by their names."),
          rewrite("logging", "is dropped: the platform keeps the logs, and bounds them."),
          rewrite("attach", "is dropped: nobody sits at the container."),
          rewrite("blkio_config", "is dropped: the plan decides the disk's rate."),
          rewrite("cap_add", "is dropped: the few rights that may be asked for are given anyway."),
          rewrite("cap_drop", "is dropped: the platform takes all rights away but a few."),
          rewrite("cpu_period", "is dropped: the plan decides. Use cpus."),
          rewrite("cpu_quota", "is dropped: the plan decides. Use cpus."),
          rewrite("cpu_shares", "is dropped: the plan decides. Use cpus."),
          rewrite("mem_reservation", "is dropped: the plan decides. Use mem_limit."),
          rewrite("memswap_limit", "is dropped: there is no swap."),
          rewrite("pull_policy", "is dropped: the platform pulls an image that is not there."),
          rewrite(
              "pull_refresh_after", "is dropped: the platform pulls an image that is not there."),
          refuse(
              "annotations",
              "steer the container runtime, which the platform chooses. Use labels."),
          refuse(
              "build",
              "would build an image on the platform. Build it yourself, push it, and name it as image."),
          refuse("cgroup", "would escape the limits of your plan. Remove it."),
          refuse("cgroup_parent", "would escape the limits of your plan. Remove it."),
          refuse("cpu_count", "is for Windows only. Use cpus."),
          refuse("cpu_percent", "is for Windows only. Use cpus."),
          refuse("cpu_rt_period", "could starve the node's other containers. Use cpus."),
          refuse("cpu_rt_runtime", "could starve the node's other containers. Use cpus."),
          refuse("cpuset", "is decided by the platform. Use cpus."),
          refuse("credential_spec", "is for Windows only. Remove it."),
          refuse("develop", "is for a developer's machine. Remove it."),
          refuse("device_cgroup_rules", "would reach the node's devices. Remove it."),
          refuse("devices", "would reach the node's devices. Remove it."),
          refuse("dns", "is set by the platform. Remove it."),
          refuse("dns_opt", "is set by the platform. Remove it."),
          refuse("dns_search", "is set by the platform. Remove it."),
          refuse(
              "env_file", "would read a file of the platform. Write the values into environment."),
          refuse("extends", "loads other definitions. Write the service out."),
          refuse("external_links", "would reach containers of somebody else. Remove it."),
          refuse(
              "extra_hosts",
              "could lead to the node's own services. Reach other services by their names."),
          refuse("gpus", "would reach the node's devices. Remove it."),
          refuse("group_add", "could join a group of the node. Remove it."),
          refuse("ipc", "would share memory with other containers. Remove it."),
          refuse("isolation", "is for Windows only. Remove it."),
          refuse("label_file", "would read a file of the platform. Write the labels into labels."),
          refuse("mac_address", "could pretend to be another container. Remove it."),
          refuse("mem_swappiness", "has no effect on today's nodes. Remove it."),
          refuse("models", "need a model provider that is not offered. Remove them."),
          refuse("network_mode", "would leave the deployment's own network. Remove it."),
          refuse("oom_kill_disable", "could hang the node when memory runs out. Remove it."),
          refuse("oom_score_adj", "would put this container before others. Remove it."),
          refuse("pid", "would show the processes of other containers. Remove it."),
          refuse(
              "post_start",
              "runs commands beside the container's own. Put them into the image or the command."),
          refuse(
              "pre_start",
              "runs commands beside the container's own. Put them into the image or the command."),
          refuse(
              "pre_stop",
              "runs commands beside the container's own. Put them into the image or the command."),
          refuse("privileged", "would give the container the whole node. Remove it."),
          refuse("profiles", "hide services. List what is to run and remove the rest."),
          refuse("provider", "would run a program on the platform. Use an image."),
          refuse("runtime", "is chosen by the platform. Remove it."),
          refuse("security_opt", "would switch the container's protection off. Remove it."),
          refuse("storage_opt", "is decided by your plan. Remove it."),
          refuse("sysctls", "would change settings of the node. Remove it."),
          refuse("use_api_socket", "would give the container the node's Docker engine. Remove it."),
          refuse(
              "userns_mode", "would switch the separation from the node's users off. Remove it."),
          refuse("uts", "would share the node's host name. Remove it."),
          refuse(
              "volumes_from",
              "takes other containers' folders. Name the same volume in both services."));

  private ServiceRules() {}
}
