package io.hoster.workflows.catalog.compose;

import java.util.Optional;

/** Why known keys of a service are refused: the rest of a sentence that begins with the key. */
final class RefusedServiceKeys {

  private RefusedServiceKeys() {}

  static Optional<String> reason(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "annotations" ->
              "steer the container runtime, which the platform chooses. Use labels.";
          case "build" ->
              "would build an image on the platform. Build it yourself, push it, and name it as image.";
          case "cgroup", "cgroup_parent" -> "would escape the limits of your plan. Remove it.";
          case "configs" -> "are not offered yet. Give settings as environment variables.";
          case "cpu_count", "cpu_percent" -> "is for Windows only. Use cpus.";
          case "cpu_rt_period", "cpu_rt_runtime" ->
              "could starve the node's other containers. Use cpus.";
          case "cpuset" -> "is decided by the platform. Use cpus.";
          case "credential_spec", "isolation" -> "is for Windows only. Remove it.";
          case "develop" -> "is for a developer's machine. Remove it.";
          case "device_cgroup_rules", "devices", "gpus" ->
              "would reach the node's devices. Remove it.";
          case "dns", "dns_opt", "dns_search" -> "is set by the platform. Remove it.";
          case "env_file" ->
              "would read a file of the platform. Write the values into environment.";
          case "extends" -> "loads other definitions. Write the service out.";
          case "external_links" -> "would reach containers of somebody else. Remove it.";
          case "extra_hosts" ->
              "could lead to the node's own services. Reach other services by their names.";
          case "group_add" -> "could join a group of the node. Remove it.";
          case "ipc" -> "would share memory with other containers. Remove it.";
          case "label_file" -> "would read a file of the platform. Write the labels into labels.";
          case "links" -> "are from an older format. Reach other services by their names.";
          case "mac_address" -> "could pretend to be another container. Remove it.";
          case "mem_swappiness" -> "has no effect on today's nodes. Remove it.";
          case "models" -> "need a model provider that is not offered. Remove them.";
          case "network_mode" -> "would leave the deployment's own network. Remove it.";
          case "oom_kill_disable" -> "could hang the node when memory runs out. Remove it.";
          case "oom_score_adj" -> "would put this container before others. Remove it.";
          case "pid" -> "would show the processes of other containers. Remove it.";
          case "platform" -> "is not offered yet: the node's own architecture is used. Remove it.";
          case "post_start", "pre_start", "pre_stop" ->
              "runs commands beside the container's own. Put them into the image or the command.";
          case "privileged" -> "would give the container the whole node. Remove it.";
          case "profiles" -> "hide services. List what is to run and remove the rest.";
          case "provider" -> "would run a program on the platform. Use an image.";
          case "runtime" -> "is chosen by the platform. Remove it.";
          case "secrets" ->
              "are not offered yet. Declare a secret variable and use it in the environment.";
          case "security_opt" -> "would switch the container's protection off. Remove it.";
          case "shm_size" -> "is not offered yet. Remove it.";
          case "stdin_open", "tty" -> "is not offered: nobody sits at the container. Remove it.";
          case "storage_opt" -> "is decided by your plan. Remove it.";
          case "sysctls" -> "would change settings of the node. Remove it.";
          case "ulimits" -> "are set by the platform. Remove them.";
          case "use_api_socket" -> "would give the container the node's Docker engine. Remove it.";
          case "userns_mode" -> "would switch the separation from the node's users off. Remove it.";
          case "uts" -> "would share the node's host name. Remove it.";
          case "volumes_from" ->
              "takes other containers' folders. Name the same volume in both services.";
          default -> null;
        });
  }
}
