package io.hoster.ui.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hoster.workflows.deployment.DeploymentPlan;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.Condition;
import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a compose file comes to: the containers, volumes and networks that would be made. */
public record PlanJson(List<Service> services, List<String> volumes, List<String> networks) {

  /**
   * A container.
   *
   * @param command null: the image's own
   * @param environment with the values as given
   * @param dependsOn service to what it waits for
   * @param cpus null: the file does not say
   * @param memoryBytes null: the file does not say
   * @param user null: the image's own
   */
  @Schema(name = "PlannedService")
  public record Service(
      String name,
      String image,
      @Nullable List<String> command,
      @Nullable List<String> entrypoint,
      SortedMap<String, String> environment,
      List<Port> ports,
      List<Mount> volumes,
      List<String> networks,
      SortedMap<String, Dependency> dependsOn,
      @Nullable HealthCheck healthcheck,
      @Nullable Double cpus,
      @Nullable Long memoryBytes,
      boolean readOnly,
      @Nullable String user,
      List<File> files) {}

  /** A port inside the container. */
  public record Port(int containerPort, String protocol) {}

  /** A volume ({@code name}, {@code read_only}) or memory ({@code tmpfs}, {@code size_bytes}). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mount(
      @Nullable String name,
      @Nullable Boolean tmpfs,
      String target,
      @Nullable Boolean readOnly,
      @Nullable Long sizeBytes) {}

  /** A file that is there before the start; what a secret one holds is not told. */
  @Schema(name = "PlannedFile")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(String target, boolean secret, @Nullable String content) {}

  /**
   * What a service waits for: {@code service_started service_healthy
   * service_completed_successfully}.
   */
  public record Dependency(String condition) {}

  /** How it is asked whether the service is well. */
  public record HealthCheck(
      List<String> test,
      double intervalSeconds,
      double timeoutSeconds,
      double startPeriodSeconds,
      int retries) {}

  static PlanJson of(DeploymentPlan plan) {
    return new PlanJson(
        plan.services().stream().map(PlanJson::service).toList(), plan.volumes(), plan.networks());
  }

  private static Service service(ServicePlan plan) {
    HealthCheckSpec check = plan.healthcheck();
    return new Service(
        plan.name(),
        plan.image(),
        plan.command(),
        plan.entrypoint(),
        plan.environment(),
        plan.ports().stream().map(p -> new Port(p.containerPort(), p.protocol())).toList(),
        plan.volumes().stream().map(PlanJson::mount).toList(),
        plan.networks(),
        dependencies(plan),
        check == null ? null : healthCheck(check),
        plan.nanoCpus() == 0 ? null : plan.nanoCpus() / 1e9,
        plan.memoryBytes() == 0 ? null : plan.memoryBytes(),
        plan.readOnly(),
        plan.user(),
        plan.files().stream()
            .map(f -> new File(f.target(), f.secret(), f.secret() ? null : f.content()))
            .toList());
  }

  private static Mount mount(MountSpec mount) {
    return mount.volume() == null
        ? new Mount(null, true, mount.target(), null, mount.sizeBytes())
        : new Mount(mount.volume(), null, mount.target(), mount.readOnly(), null);
  }

  private static SortedMap<String, Dependency> dependencies(ServicePlan plan) {
    SortedMap<String, Dependency> dependencies = new TreeMap<>();
    plan.dependsOn()
        .forEach(d -> dependencies.put(d.service(), new Dependency(word(d.condition()))));
    return dependencies;
  }

  private static String word(Condition condition) {
    return switch (condition) {
      case STARTED -> "service_started";
      case HEALTHY -> "service_healthy";
      case COMPLETED -> "service_completed_successfully";
    };
  }

  private static HealthCheck healthCheck(HealthCheckSpec check) {
    return new HealthCheck(
        check.test(),
        check.intervalMillis() / 1000.0,
        check.timeoutMillis() / 1000.0,
        check.startPeriodMillis() / 1000.0,
        check.retries());
  }
}
