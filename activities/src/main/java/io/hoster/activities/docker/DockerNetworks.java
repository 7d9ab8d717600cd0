package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import io.hoster.activities.docker.ContainerEngine.Inventory.Owned;
import io.hoster.activities.docker.ContainerEngine.NetworkSpec;
import io.hoster.workflows.FailureType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bridge networks of this installation; an engine may hold several of one name. */
final class DockerNetworks {

  private static final Logger log = LoggerFactory.getLogger(DockerNetworks.class);

  private final DockerClient docker;
  private final Labels labels;

  DockerNetworks(DockerClient docker, Labels labels) {
    this.docker = docker;
    this.labels = labels;
  }

  void ensure(NetworkSpec spec) {
    DockerFailures.calling(
        "creating network %s with subnet %s".formatted(spec.name(), spec.subnet()),
        () -> {
          if (!isAdopted(spec)) {
            create(spec);
          }
          return spec;
        });
  }

  private boolean isAdopted(NetworkSpec spec) {
    boolean adopted = false;
    for (Network found : named(spec.name())) {
      if (!labels.isOf(found.getLabels(), spec.deployment())) {
        throw new EngineException(
            FailureType.CONFLICT,
            "A network named %s exists that is not this deployment's. Remove it."
                .formatted(spec.name()),
            null);
      }
      if (!adopted && subnets(found).equals(List.of(spec.subnet()))) {
        adopted = true;
      } else {
        removeById(found.getId()); // another subnet, or a twin from a race
      }
    }
    return adopted;
  }

  private void create(NetworkSpec spec) {
    docker
        .createNetworkCmd()
        .withName(spec.name())
        .withDriver("bridge")
        .withCheckDuplicate(true)
        .withEnableIpv6(false)
        .withLabels(labels.network(spec))
        .withIpam(
            new Network.Ipam()
                .withDriver("default")
                .withConfig(new Network.Ipam.Config().withSubnet(spec.subnet())))
        .exec();
  }

  void remove(String name) {
    DockerFailures.calling(
        "removing network " + name,
        () -> {
          named(name).stream()
              .filter(found -> labels.isOurs(found.getLabels()))
              .forEach(found -> removeById(found.getId()));
          return name;
        });
  }

  private void removeById(String id) {
    try {
      docker.removeNetworkCmd(id).exec();
    } catch (NotFoundException e) {
      log.debug("Network was removed already: id={}", id);
    }
  }

  List<Owned> all() {
    return DockerFailures.calling(
        "listing networks",
        () ->
            docker.listNetworksCmd().withFilter("label", labels.filter()).exec().stream()
                .map(found -> new Owned(found.getName(), deployment(found.getLabels())))
                .sorted(Comparator.comparing(Owned::name))
                .toList());
  }

  /** The engine's name filter also finds longer names. */
  private List<Network> named(String name) {
    return docker.listNetworksCmd().withNameFilter(name).exec().stream()
        .filter(found -> found.getName().equals(name))
        .sorted(Comparator.comparing(Network::getId))
        .toList();
  }

  private static List<String> subnets(Network network) {
    return network.getIpam() == null || network.getIpam().getConfig() == null
        ? List.of()
        : network.getIpam().getConfig().stream().map(Network.Ipam.Config::getSubnet).toList();
  }

  private static String deployment(Map<String, String> given) {
    return given.getOrDefault(Labels.DEPLOYMENT, "");
  }
}
