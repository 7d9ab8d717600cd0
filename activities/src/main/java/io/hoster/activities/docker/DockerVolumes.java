package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import io.hoster.activities.docker.ContainerEngine.Inventory.Owned;
import io.hoster.activities.docker.ContainerEngine.VolumeSpec;
import io.hoster.workflows.FailureType;
import io.hoster.workflows.deployment.DeploymentId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The named volumes of this installation. */
final class DockerVolumes {

  private static final Logger log = LoggerFactory.getLogger(DockerVolumes.class);

  private final DockerClient docker;
  private final Labels labels;

  DockerVolumes(DockerClient docker, Labels labels) {
    this.docker = docker;
    this.labels = labels;
  }

  /** Looks again after creating: to the engine, creating what exists is success. */
  void ensure(VolumeSpec spec) {
    DockerFailures.calling(
        "creating volume " + spec.name(),
        () -> {
          if (find(spec.name()).isEmpty()) {
            docker
                .createVolumeCmd()
                .withName(spec.name())
                .withDriver("local")
                .withLabels(labels.volume(spec))
                .exec();
          }
          if (find(spec.name())
              .filter(v -> labels.isOf(v.getLabels(), spec.deployment()))
              .isEmpty()) {
            throw new EngineException(
                FailureType.CONFLICT,
                "A volume named %s exists that is not this deployment's. Rename or remove it."
                    .formatted(spec.name()),
                null);
          }
          return spec;
        });
  }

  void remove(String name) {
    DockerFailures.calling(
        "removing volume " + name,
        () -> {
          if (find(name).filter(found -> labels.isOurs(found.getLabels())).isPresent()) {
            removeNamed(name);
          }
          return name;
        });
  }

  private void removeNamed(String name) {
    try {
      docker.removeVolumeCmd(name).exec();
    } catch (NotFoundException e) {
      log.debug("Volume was removed already: name={}", name);
    }
  }

  List<Owned> all() {
    return list(labels.filter());
  }

  List<String> of(DeploymentId deployment) {
    return list(labels.filter(deployment)).stream().map(Owned::name).toList();
  }

  private List<Owned> list(List<String> filter) {
    return DockerFailures.calling(
        "listing volumes",
        () -> {
          List<InspectVolumeResponse> found =
              docker.listVolumesCmd().withFilter("label", filter).exec().getVolumes();
          return found == null
              ? List.<Owned>of()
              : found.stream()
                  .map(v -> new Owned(v.getName(), deployment(v.getLabels())))
                  .sorted(Comparator.comparing(Owned::name))
                  .toList();
        });
  }

  private Optional<InspectVolumeResponse> find(String name) {
    try {
      return Optional.of(docker.inspectVolumeCmd(name).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static String deployment(Map<String, String> given) {
    return given.getOrDefault(Labels.DEPLOYMENT, "");
  }
}
