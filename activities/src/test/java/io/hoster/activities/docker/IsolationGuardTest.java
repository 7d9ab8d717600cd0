package io.hoster.activities.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.Driver;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Link;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumeOptions;
import com.github.dockerjava.api.model.VolumesFrom;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IsolationGuardTest {

  private static final ContainerSpec SPEC = ContainerSpecsTest.full();

  private static CreateContainerCmd good() {
    return ContainerSpecsTest.request(SPEC, 4);
  }

  @Test
  void whatWeAskForPasses() {
    assertThat(IsolationGuard.request(good(), SPEC)).isEmpty();
  }

  @Test
  void anotherUserIsRefused() {
    assertThat(IsolationGuard.request(good().withUser("root"), SPEC))
        .containsExactly("another user than the plan's");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("violations")
  void eachViolationIsRefused(String violation, Consumer<HostConfig> change) {
    CreateContainerCmd request = good();
    change.accept(request.getHostConfig());
    assertThat(IsolationGuard.request(request, SPEC)).contains(violation);
  }

  private static Arguments with(String violation, Consumer<HostConfig> change) {
    return Arguments.of(violation, change);
  }

  private static Stream<Arguments> violations() {
    return Stream.of(privileges(), namespaces(), files(), resources(), network(), life())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> privileges() {
    return Stream.of(
        with("privileged", h -> h.withPrivileged(true)),
        with("capabilities are not dropped", h -> h.withCapDrop()),
        with("a capability that is not allowed", h -> h.withCapAdd(Capability.SYS_ADMIN)),
        with("a capability that is not allowed", h -> h.withCapAdd(Capability.CHOWN)),
        with(
            "other security options than no-new-privileges",
            h -> h.withSecurityOpts(List.of("no-new-privileges:true", "seccomp=unconfined"))),
        with("other security options than no-new-privileges", h -> h.withSecurityOpts(List.of())),
        with("devices", h -> h.withDevices(Device.parse("/dev/fuse"))),
        with("device requests", h -> h.withDeviceRequests(List.of(new DeviceRequest()))),
        with("device rules", h -> h.withDeviceCgroupRules(List.of("c 1:3 mr"))),
        with("additional groups", h -> h.withGroupAdd(List.of("0"))),
        with("kernel settings", h -> h.withSysctls(Map.of("net.ipv4.ip_forward", "1"))));
  }

  private static Stream<Arguments> namespaces() {
    return Stream.of(
        with("ipc is not private", h -> h.withIpcMode("host")),
        with("cgroup namespace is not private", h -> h.withCgroupnsMode("host")),
        with("pid namespace of somebody else", h -> h.withPidMode("host")),
        with("uts namespace of somebody else", h -> h.withUtSMode("host")),
        with("user namespace of somebody else", h -> h.withUsernsMode("host")),
        with("another cgroup", h -> h.withCgroupParent("/")));
  }

  private static Stream<Arguments> files() {
    return Stream.of(
        with("binds", h -> h.withBinds(new Bind("/", new Volume("/host"), AccessMode.rw))),
        with("volumes of another container", h -> h.withVolumesFrom(new VolumesFrom("other"))),
        with("a volume driver", h -> h.withVolumeDriver("nfs")),
        with(
            "a mount that is no volume",
            h -> h.withMounts(List.of(own().withType(MountType.BIND).withSource("/")))),
        with(
            "a volume that is not its own",
            h -> h.withMounts(List.of(own().withSource("somebody-elses")))),
        with(
            "a volume with driver options",
            h ->
                h.withMounts(
                    List.of(
                        own()
                            .withVolumeOptions(
                                new VolumeOptions().withDriverConfig(new Driver()))))),
        with("a root file system that is not read-only", h -> h.withReadonlyRootfs(false)),
        with(
            "a memory file system without [noexec, nosuid, nodev]",
            h -> h.withTmpFs(Map.of("/tmp", "rw,size=1m"))),
        with(
            "a memory file system without size",
            h -> h.withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,nodev"))));
  }

  private static Mount own() {
    return new Mount()
        .withType(MountType.VOLUME)
        .withSource("hoster-i1-dep_1-vol-data")
        .withTarget("/data");
  }

  private static Stream<Arguments> resources() {
    return Stream.of(
        with("no limit of processes, or a wrong one", h -> h.withPidsLimit(-1L)),
        with("no limit of processes, or a wrong one", h -> h.withPidsLimit(null)),
        with("no limit of processes, or a wrong one", h -> h.withPidsLimit(129L)),
        with("no limit of memory, or a wrong one", h -> h.withMemory(0L)),
        with("no limit of memory, or a wrong one", h -> h.withMemory(1L << 40)),
        with("swap", h -> h.withMemorySwap(-1L)),
        with("no limit of CPU, or a wrong one", h -> h.withNanoCPUs(0L)),
        with("no limit of CPU, or a wrong one", h -> h.withNanoCPUs(600_000_000L)),
        with("it would not be ended when memory is short", h -> h.withOomKillDisable(true)),
        with("it would be ended after the platform", h -> h.withOomScoreAdj(-1)));
  }

  private static Stream<Arguments> network() {
    return Stream.of(
        with("another network than its own", h -> h.withNetworkMode("host")),
        with("another network than its own", h -> h.withNetworkMode("bridge")),
        with("all ports published", h -> h.withPublishAllPorts(true)),
        with("links", h -> h.withLinks(new Link("other", "x"))),
        with("extra hosts", h -> h.withExtraHosts("x:host-gateway")),
        with("another resolver", h -> h.withDns("127.0.0.1")),
        with("a port that is not on loopback", h -> h.withPortBindings(ports("0.0.0.0", 30_000))),
        with("a port that is not on loopback", h -> h.withPortBindings(ports(null, 30_000))),
        with("a port that was not given to it", h -> h.withPortBindings(ports("127.0.0.1", 22))));
  }

  private static Ports ports(String address, int port) {
    Ports ports = new Ports();
    ports.bind(
        ExposedPort.tcp(8080),
        address == null
            ? Ports.Binding.bindPort(port)
            : Ports.Binding.bindIpAndPort(address, port));
    return ports;
  }

  private static Stream<Arguments> life() {
    return Stream.of(
        with(
            "unbounded logs",
            h -> h.withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of()))),
        with(
            "unbounded logs",
            h -> h.withLogConfig(new LogConfig(LogConfig.LoggingType.LOCAL, Map.of()))),
        with("another restart policy", h -> h.withRestartPolicy(RestartPolicy.alwaysRestart())),
        with("another restart policy", h -> h.withRestartPolicy(RestartPolicy.noRestart())),
        with("another runtime", h -> h.withRuntime("sysbox")),
        with("it would remove itself", h -> h.withAutoRemove(true)));
  }
}
