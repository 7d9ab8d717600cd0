package io.hoster.workflows.catalog.compose;

import java.util.Optional;

/**
 * Why known keys outside the services are refused: the rest of a sentence that begins with the key.
 */
final class RefusedKeys {

  private RefusedKeys() {}

  static Optional<String> none(String key) {
    return Optional.empty();
  }

  static Optional<String> inFile(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "include" -> "loads other files. Write everything into this file.";
          case "configs" -> "are not offered yet. Give settings as environment variables.";
          case "secrets" ->
              "are not offered yet. Declare a secret variable and use it in the environment.";
          case "models" -> "need a model provider that is not offered. Remove them.";
          default -> null;
        });
  }

  static Optional<String> inMount(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "bind" -> "binds a folder of the node, which belongs to others. Use a named volume.";
          case "image" -> "mounts an image, which is not offered. Use a named volume.";
          case "cluster" -> "needs a cluster volume, which is not offered. Use a named volume.";
          default -> null;
        });
  }

  static Optional<String> inMountVolume(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "nocopy" ->
              "is not offered: a new volume starts with what the image has there. Remove it.";
          case "subpath" -> "is not offered. Use a volume of its own for each folder.";
          default -> null;
        });
  }

  static Optional<String> inDeploy(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "placement" -> "is decided by the platform, which chooses the node. Remove it.";
          case "endpoint_mode", "mode" -> "belongs to Swarm. Remove it.";
          case "labels" -> "belong to Swarm. Put labels on the service itself.";
          case "update_config", "rollback_config" ->
              "is decided by the platform, which updates safely. Remove it.";
          default -> null;
        });
  }

  static Optional<String> inResources(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "reservations" -> "are decided by the plan. Write limits instead.";
          default -> null;
        });
  }

  static Optional<String> inLimits(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "devices", "generic_resources" -> "would reach the node's devices. Remove it.";
          default -> null;
        });
  }

  static Optional<String> inNetworkUse(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "ipv4_address", "ipv6_address", "link_local_ips" ->
              "is given by the platform. Reach the service by its name.";
          case "mac_address" -> "could pretend to be another container. Remove it.";
          case "driver_opts", "interface_name", "priority", "gw_priority" ->
              "is decided by the platform. Remove it.";
          default -> null;
        });
  }

  static Optional<String> inVolume(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "driver", "driver_opts" ->
              "could lead to folders of the node or to other servers. Leave it out: the platform makes the volume.";
          case "external" ->
              "would use a volume of somebody else. Leave it out: the platform makes the volume.";
          case "name" -> "is given by the platform. Leave it out.";
          default -> null;
        });
  }

  static Optional<String> inNetwork(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "external" ->
              "would join a network of somebody else. Leave it out: the platform makes the network.";
          case "driver", "driver_opts", "ipam", "enable_ipv4", "enable_ipv6", "attachable" ->
              "is decided by the platform, which makes the network. Leave it out.";
          case "name" -> "is given by the platform. Leave it out.";
          default -> null;
        });
  }
}
