package io.hoster.activities.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last line of isolation: says what is wrong with a request before it is sent and with the
 * container that came of it. It knows the rules by itself and does not ask who made the request.
 */
final class IsolationGuard {

  private static final long SMALLEST_MEMORY = 6L << 20;
  private static final List<String> TMPFS_NEEDS = List.of("noexec", "nosuid", "nodev");

  private final ContainerSpec spec;
  private final List<String> violations = new ArrayList<>();

  private IsolationGuard(ContainerSpec spec) {
    this.spec = spec;
  }

  /** What {@code request} asks for against the rules; empty: it may be sent. */
  static List<String> request(CreateContainerCmd request, ContainerSpec spec) {
    IsolationGuard guard = new IsolationGuard(spec);
    guard.refuse(
        !Objects.equals(request.getUser(), spec.service().user()), "another user than the plan's");
    HostConfig host = Objects.requireNonNull(request.getHostConfig());
    guard.host(host);
    guard.refuse(!Objects.equals(host.getMemory(), host.getMemorySwap()), "swap");
    guard.refuse(!Objects.equals(host.getRuntime(), spec.runtime()), "another runtime");
    return guard.violations;
  }

  /** What of {@code made} is against the rules; empty: it may be started. */
  static List<String> made(InspectContainerResponse made, ContainerSpec spec) {
    IsolationGuard guard = new IsolationGuard(spec);
    HostConfig host = Objects.requireNonNull(made.getHostConfig());
    guard.host(host);
    guard.swap(host);
    guard.refuse(
        spec.runtime() != null && !spec.runtime().equals(host.getRuntime()), "another runtime");
    guard.refuse(
        made.getMounts() != null && made.getMounts().stream().anyMatch(m -> m.getDriver() == null),
        "a folder of the node");
    guard.refuse(
        made.getNetworkSettings() != null
            && !Set.of(spec.network())
                .containsAll(made.getNetworkSettings().getNetworks().keySet()),
        "another network");
    return guard.violations;
  }

  /** An engine whose kernel does not count swap answers -1 and says so in its own warnings. */
  private void swap(HostConfig host) {
    Long swap = host.getMemorySwap();
    refuse(swap == null || (swap != -1 && !swap.equals(host.getMemory())), "swap");
  }

  private void host(HostConfig host) {
    privileges(host);
    namespaces(host);
    files(host);
    resources(host);
    network(host);
    life(host);
  }

  private void privileges(HostConfig host) {
    refuse(isTrue(host.getPrivileged()), "privileged");
    refuse(!list(host.getCapDrop()).contains(Capability.ALL), "capabilities are not dropped");
    refuse(
        !ContainerSpecs.capabilities(spec.service().user()).containsAll(list(host.getCapAdd())),
        "a capability that is not allowed");
    refuse(
        !List.of(ContainerSpecs.NO_NEW_PRIVILEGES).equals(host.getSecurityOpts()),
        "other security options than no-new-privileges");
    refuse(!list(host.getDevices()).isEmpty(), "devices");
    refuse(some(host.getDeviceRequests()), "device requests");
    refuse(some(host.getDeviceCgroupRules()), "device rules");
    refuse(some(host.getGroupAdd()), "additional groups");
    refuse(host.getSysctls() != null && !host.getSysctls().isEmpty(), "kernel settings");
  }

  private void namespaces(HostConfig host) {
    refuse(!"private".equals(host.getIpcMode()), "ipc is not private");
    refuse(!"private".equals(host.getCgroupnsMode()), "cgroup namespace is not private");
    refuse(set(host.getPidMode()), "pid namespace of somebody else");
    refuse(set(host.getUtSMode()), "uts namespace of somebody else");
    refuse(set(host.getUsernsMode()), "user namespace of somebody else");
    refuse(set(host.getCgroup()) || set(host.getCgroupParent()), "another cgroup");
  }

  private void files(HostConfig host) {
    refuse(!list(host.getBinds()).isEmpty(), "binds");
    refuse(!list(host.getVolumesFrom()).isEmpty(), "volumes of another container");
    refuse(set(host.getVolumeDriver()), "a volume driver");
    for (Mount mount : host.getMounts() == null ? List.<Mount>of() : host.getMounts()) {
      refuse(mount.getType() != MountType.VOLUME, "a mount that is no volume");
      refuse(!isOwn(mount), "a volume that is not its own");
      refuse(
          mount.getVolumeOptions() != null && mount.getVolumeOptions().getDriverConfig() != null,
          "a volume with driver options");
    }
    refuse(
        spec.service().readOnly() && !isTrue(host.getReadonlyRootfs()),
        "a root file system that is not read-only");
    if (host.getTmpFs() != null) {
      host.getTmpFs().values().forEach(this::tmpfs);
    }
  }

  /** One of the deployment's, or a new one without a name for a folder of the plan's files. */
  private boolean isOwn(Mount mount) {
    return set(mount.getSource())
        ? spec.volumes().containsValue(mount.getSource())
        : ContainerFiles.folders(spec.service()).contains(mount.getTarget());
  }

  private void tmpfs(String options) {
    List<String> given = Arrays.asList(options.split(",", -1));
    refuse(!given.containsAll(TMPFS_NEEDS), "a memory file system without " + TMPFS_NEEDS);
    refuse(
        given.stream().noneMatch(o -> o.startsWith("size=")), "a memory file system without size");
  }

  private void resources(HostConfig host) {
    ContainerSpec.Limits limits = spec.limits();
    refuse(outside(host.getPidsLimit(), 1, limits.pids()), "no limit of processes, or a wrong one");
    refuse(
        outside(host.getMemory(), SMALLEST_MEMORY, limits.memoryBytes()),
        "no limit of memory, or a wrong one");
    refuse(outside(host.getNanoCPUs(), 1, limits.nanoCpus()), "no limit of CPU, or a wrong one");
    refuse(isTrue(host.getOomKillDisable()), "it would not be ended when memory is short");
    refuse(
        host.getOomScoreAdj() != null && host.getOomScoreAdj() < 0,
        "it would be ended after the platform");
  }

  private void network(HostConfig host) {
    refuse(!spec.network().equals(host.getNetworkMode()), "another network than its own");
    refuse(isTrue(host.getPublishAllPorts()), "all ports published");
    refuse(!list(host.getLinks()).isEmpty(), "links");
    refuse(!list(host.getExtraHosts()).isEmpty(), "extra hosts");
    refuse(!list(host.getDns()).isEmpty(), "another resolver");
    if (host.getPortBindings() == null) {
      return;
    }
    host.getPortBindings().getBindings().forEach(this::port);
  }

  private void port(ExposedPort port, Ports.Binding @Nullable [] bindings) {
    for (Ports.Binding binding : list(bindings)) {
      refuse(
          !ContainerSpecs.LOOPBACK.equals(binding.getHostIp()), "a port that is not on loopback");
      boolean given =
          spec.published().stream()
              .anyMatch(p ->
                  p.containerPort() == port.getPort()
                      && p.protocol().equals(port.getProtocol().toString())
                      && Integer.toString(p.nodePort()).equals(binding.getHostPortSpec()));
      refuse(!given, "a port that was not given to it");
    }
  }

  private void life(HostConfig host) {
    LogConfig log = host.getLogConfig();
    refuse(
        log == null
            || log.getType() != LogConfig.LoggingType.LOCAL
            || !ContainerSpecs.LOG_LIMITS.equals(log.getConfig()),
        "unbounded logs");
    RestartPolicy restart = host.getRestartPolicy();
    boolean asMeant =
        spec.runsOnce()
            ? restart != null && ContainerSpecs.isRunOnce(restart)
            : restart != null && "unless-stopped".equals(restart.getName());
    refuse(!asMeant, "another restart policy");
    refuse(isTrue(host.getAutoRemove()), "it would remove itself");
  }

  private void refuse(boolean wrong, String what) {
    if (wrong) {
      violations.add(what);
    }
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  private static boolean set(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static boolean some(@Nullable Collection<?> values) {
    return values != null && !values.isEmpty();
  }

  private static boolean outside(@Nullable Long value, long least, long most) {
    return value == null || value < least || value > most;
  }

  private static <T> List<T> list(T @Nullable [] values) {
    return values == null ? List.of() : List.of(values);
  }
}
