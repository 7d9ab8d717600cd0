package io.hoster.activities.docker;

import io.hoster.workflows.deployment.DeploymentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The labels that make an object on an engine ours. */
record Labels(String install) {

  static final String INSTALL = "io.hoster.install";
  static final String TENANT = "io.hoster.tenant";
  static final String DEPLOYMENT = "io.hoster.deployment";
  static final String SERVICE = "io.hoster.service";
  static final String GENERATION = "io.hoster.generation";
  static final String SPEC = "io.hoster.spec";
  static final String VOLUME = "io.hoster.volume";

  Map<String, String> container(ContainerSpec spec, String hash) {
    Map<String, String> labels = deployment(spec.deployment(), spec.tenant());
    labels.put(SERVICE, spec.service().name());
    labels.put(GENERATION, Long.toString(spec.generation()));
    labels.put(SPEC, hash);
    return labels;
  }

  Map<String, String> volume(ContainerEngine.VolumeSpec volume) {
    Map<String, String> labels = deployment(volume.deployment(), volume.tenant());
    labels.put(VOLUME, volume.volume());
    return labels;
  }

  Map<String, String> network(ContainerEngine.NetworkSpec network) {
    return deployment(network.deployment(), network.tenant());
  }

  private Map<String, String> deployment(DeploymentId deployment, String tenant) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(INSTALL, install);
    labels.put(TENANT, tenant);
    labels.put(DEPLOYMENT, deployment.value());
    return labels;
  }

  /** Whether what bears {@code labels} was made by this installation. */
  boolean isOurs(@Nullable Map<String, String> labels) {
    return labels != null && install.equals(labels.get(INSTALL));
  }

  /** Whether what bears {@code labels} was made by this installation for {@code deployment}. */
  boolean isOf(@Nullable Map<String, String> labels, DeploymentId deployment) {
    return labels != null && isOurs(labels) && deployment.value().equals(labels.get(DEPLOYMENT));
  }

  /** The engine's filter for everything of this installation. */
  List<String> filter() {
    return List.of(INSTALL + "=" + install);
  }

  List<String> filter(DeploymentId deployment) {
    return List.of(INSTALL + "=" + install, DEPLOYMENT + "=" + deployment);
  }
}
