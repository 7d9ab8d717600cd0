package io.hoster.activities.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.VolumeOptions;
import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.HealthCheckSpec;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import io.hoster.workflows.deployment.ServicePlan.OpenFiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says what is asked of the engine for a container. The disk rate of the plan is not among it: the
 * engine wants the name of the block device for it, which is not known.
 */
final class ContainerSpecs {

  static final String NO_NEW_PRIVILEGES = "no-new-privileges:true";
  static final String LOOPBACK = "127.0.0.1";
  static final Map<String, String> LOG_LIMITS = Map.of("max-size", "10m", "max-file", "3");
  static final String TMPFS_FLAGS = "rw,noexec,nosuid,nodev";

  private static final long DEFAULT_TMPFS_BYTES = 64L << 20;
  private static final long SHM_BYTES = 64L << 20;

  /** Moderate, because an engine without CAP_SYS_RESOURCE can only lower its own limit. */
  private static final long OPEN_FILES = 16_384;

  private static final int DIES_BEFORE_THE_PLATFORM = 500;
  private static final Set<String> ROOT_NAMES = Set.of("root", "0");

  private ContainerSpecs() {}

  /**
   * Fills {@code command}.
   *
   * @param nodeCpus the engine refuses more than it has
   */
  static CreateContainerCmd fill(
      CreateContainerCmd command, ContainerSpec spec, Map<String, String> labels, int nodeCpus) {
    ServicePlan service = spec.service();
    command
        .withName(spec.name())
        .withLabels(labels)
        .withEnv(environment(service))
        .withExposedPorts(exposed(spec))
        .withStopTimeout(service.stopGraceSeconds())
        .withHostConfig(host(spec, nodeCpus))
        .withAliases(aliases(service));
    if (service.wishes().tty()) {
      command.withTty(true);
    }
    if (service.wishes().stdinOpen()) {
      command.withStdinOpen(true);
    }
    if (service.command() != null) {
      command.withCmd(service.command());
    }
    if (service.entrypoint() != null) {
      command.withEntrypoint(service.entrypoint());
    }
    if (service.user() != null) {
      command.withUser(service.user());
    }
    if (service.workingDir() != null) {
      command.withWorkingDir(service.workingDir());
    }
    if (service.stopSignal() != null) {
      command.withStopSignal(service.stopSignal());
    }
    if (service.healthcheck() != null) {
      command.withHealthcheck(healthCheck(service.healthcheck()));
    }
    return command;
  }

  private static HostConfig host(ContainerSpec spec, int nodeCpus) {
    ServicePlan service = spec.service();
    long memory = wishOrLimit(service.memoryBytes(), spec.limits().memoryBytes());
    HostConfig host =
        HostConfig.newHostConfig()
            .withPrivileged(false)
            .withCapDrop(Capability.ALL)
            .withCapAdd(capabilities(service.user()).toArray(Capability[]::new))
            .withSecurityOpts(List.of(NO_NEW_PRIVILEGES))
            .withPidsLimit(wishOrLimit(service.pidsLimit(), spec.limits().pids()))
            .withMemory(memory)
            .withMemorySwap(memory)
            .withNanoCPUs(nanoCpus(spec, nodeCpus))
            .withOomScoreAdj(DIES_BEFORE_THE_PLATFORM)
            .withReadonlyRootfs(service.readOnly())
            .withShmSize(shm(service, memory))
            .withTmpFs(memoryFileSystems(service))
            .withMounts(volumes(spec))
            .withLogConfig(new LogConfig(LogConfig.LoggingType.LOCAL, LOG_LIMITS))
            .withNetworkMode(spec.network())
            .withPortBindings(bindings(spec))
            .withRestartPolicy(
                spec.runsOnce() ? RestartPolicy.noRestart() : RestartPolicy.unlessStoppedRestart())
            .withUlimits(
                List.of(openFiles(service.wishes().openFiles()), new Ulimit("core", 0L, 0L)))
            .withInit(service.init())
            .withIpcMode("private")
            .withCgroupnsMode("private");
    if (spec.runtime() != null) {
      host.withRuntime(spec.runtime());
    }
    return host;
  }

  /** No policy has two names: what docker-java sends and what an engine answers. */
  static boolean isRunOnce(RestartPolicy policy) {
    return policy.getName() == null || policy.getName().isEmpty() || policy.getName().equals("no");
  }

  /** What ordinary images need to start as root; none for a service that names another user. */
  static Set<Capability> capabilities(@Nullable String user) {
    if (user != null && !ROOT_NAMES.contains(user.split(":", 2)[0])) {
      return Set.of();
    }
    Set<Capability> capabilities = new LinkedHashSet<>();
    capabilities.add(Capability.CHOWN);
    capabilities.add(Capability.DAC_OVERRIDE);
    capabilities.add(Capability.FOWNER);
    capabilities.add(Capability.SETGID);
    capabilities.add(Capability.SETUID);
    capabilities.add(Capability.NET_BIND_SERVICE);
    capabilities.add(Capability.KILL);
    return capabilities;
  }

  /** At most half of the memory, of which it is a part. */
  private static long shm(ServicePlan service, long memory) {
    long wish = service.wishes().shmBytes();
    return wish > 0 ? Math.min(wish, memory / 2) : SHM_BYTES;
  }

  private static Ulimit openFiles(@Nullable OpenFiles wish) {
    return wish == null
        ? new Ulimit("nofile", OPEN_FILES, OPEN_FILES)
        : new Ulimit("nofile", wish.soft(), wish.hard());
  }

  private static long wishOrLimit(long wish, long limit) {
    return wish > 0 ? Math.min(wish, limit) : limit;
  }

  private static long nanoCpus(ContainerSpec spec, int nodeCpus) {
    long allowed = wishOrLimit(spec.service().nanoCpus(), spec.limits().nanoCpus());
    return Math.min(allowed, nodeCpus * 1_000_000_000L);
  }

  private static List<String> environment(ServicePlan service) {
    List<String> lines = new ArrayList<>();
    service.environment().forEach((name, value) -> lines.add(name + "=" + value));
    return lines;
  }

  /**
   * The service's name, what its plan names, and {@code service.network} for each network of the
   * file, as Docker itself answers. A bare network name would be shared by several services and
   * could hide one of that name.
   */
  private static List<String> aliases(ServicePlan service) {
    Set<String> aliases = new LinkedHashSet<>();
    aliases.add(service.name());
    aliases.addAll(service.aliases());
    service.networks().forEach(network -> aliases.add(service.name() + "." + network));
    return List.copyOf(aliases);
  }

  private static List<ExposedPort> exposed(ContainerSpec spec) {
    Set<ExposedPort> ports = new LinkedHashSet<>();
    spec.service().ports().forEach(p -> ports.add(port(p.containerPort(), p.protocol())));
    spec.published().forEach(p -> ports.add(port(p.containerPort(), p.protocol())));
    return List.copyOf(ports);
  }

  private static Ports bindings(ContainerSpec spec) {
    Ports bindings = new Ports();
    for (ContainerSpec.Published p : spec.published()) {
      bindings.bind(
          port(p.containerPort(), p.protocol()),
          Ports.Binding.bindIpAndPort(LOOPBACK, p.nodePort()));
    }
    return bindings;
  }

  private static ExposedPort port(int number, String protocol) {
    return new ExposedPort(number, InternetProtocol.parse(protocol));
  }

  private static Map<String, String> memoryFileSystems(ServicePlan service) {
    Map<String, String> mounts = new TreeMap<>();
    for (MountSpec mount : service.volumes()) {
      if (mount.volume() == null) {
        long size = mount.sizeBytes() > 0 ? mount.sizeBytes() : DEFAULT_TMPFS_BYTES;
        mounts.put(mount.target(), TMPFS_FLAGS + ",size=" + size);
      }
    }
    return mounts;
  }

  private static List<Mount> volumes(ContainerSpec spec) {
    List<Mount> mounts = new ArrayList<>();
    for (MountSpec mount : spec.service().volumes()) {
      if (mount.volume() != null) {
        mounts.add(
            new Mount()
                .withType(MountType.VOLUME)
                .withSource(volumeName(spec, mount.volume()))
                .withTarget(mount.target())
                .withReadOnly(mount.readOnly())
                .withVolumeOptions(mount.noCopy() ? new VolumeOptions().withNoCopy(true) : null));
      }
    }
    for (String folder : ContainerFiles.folders(spec.service())) {
      mounts.add(new Mount().withType(MountType.VOLUME).withTarget(folder));
    }
    return mounts;
  }

  private static String volumeName(ContainerSpec spec, String declared) {
    String name = spec.volumes().get(declared);
    if (name == null) {
      throw new IllegalArgumentException(
          "service "
              + spec.service().name()
              + " mounts a volume that nobody declares: "
              + declared);
    }
    return name;
  }

  private static HealthCheck healthCheck(HealthCheckSpec check) {
    return new HealthCheck()
        .withTest(check.test())
        .withInterval(TimeUnit.MILLISECONDS.toNanos(check.intervalMillis()))
        .withTimeout(TimeUnit.MILLISECONDS.toNanos(check.timeoutMillis()))
        .withStartPeriod(TimeUnit.MILLISECONDS.toNanos(check.startPeriodMillis()))
        .withStartInterval(TimeUnit.MILLISECONDS.toNanos(check.startIntervalMillis()))
        .withRetries(check.retries());
  }
}
