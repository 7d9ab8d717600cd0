package io.hoster.ui.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second Docker engine on this machine, with folders, a containerd and images of its own. It
 * leaves the machine's packet filter to the other one: published ports work by its own proxies.
 */
final class OwnEngine implements AutoCloseable {

  private final Path home;
  private final Path socket;
  private final String bridge;
  private final Program containerd;
  private final Program dockerd;
  private final @Nullable SmallDisk disk;

  private OwnEngine(Place place, boolean onSmallDisk) {
    home = place.home().resolve("engine");
    socket = place.home().resolve("run/docker.sock");
    bridge = "ho-" + place.install();
    containerd =
        new Program(
            "containerd",
            place.logs(),
            List.of(
                "containerd",
                "--config=" + configuration(),
                "--root=" + home.resolve("containerd"),
                "--state=" + home.resolve("state"),
                "--address=" + containers()),
            Map.of(),
            () -> Files.exists(containers()));
    dockerd = new Program("dockerd", place.logs(), command(), Map.of(), this::serves);
    disk = onSmallDisk ? SmallDisk.at(data()) : null;
  }

  private Path data() {
    return home.resolve("data");
  }

  private Path containers() {
    return home.resolve("containerd.sock");
  }

  /** Without the part for Kubernetes, which listens on a fixed port. */
  private Path configuration() {
    try {
      Files.createDirectories(home);
      return Files.writeString(
          home.resolve("containerd.toml"),
          "version = 2\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the launcher starts one: containers outlive it. */
  private List<String> command() {
    return List.of(
        "dockerd",
        "--live-restore",
        "--data-root=" + data(),
        "--exec-root=" + home.resolve("exec"),
        "--pidfile=" + home.resolve("dockerd.pid"),
        "--host=" + address(),
        "--containerd=" + containers(),
        "--bridge=" + bridge,
        "--iptables=false",
        "--ip6tables=false");
  }

  /** Starts one that has the images of the smaller apps. */
  static OwnEngine start(Place place) {
    return started(place, new OwnEngine(place, false));
  }

  /** As {@link #start}, with its data on a small disk. */
  static OwnEngine startOnSmallDisk(Place place) {
    return started(place, new OwnEngine(place, true));
  }

  private static OwnEngine started(Place place, OwnEngine engine) {
    engine.makeBridge();
    engine.containerd.start();
    engine.start();
    try (World own = new World(place.install(), engine.address());
        World shared = new World(place.install(), World.engine())) {
      own.copyImages(shared, App.STATIC_SITE.images());
      own.copyImages(shared, App.TOLD_PAGE.images());
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** An engine that is told to have none takes away the bridge that all engines call docker0. */
  private void makeBridge() {
    run("ip", "link", "add", bridge, "type", "bridge");
    run("ip", "address", "add", "10.199.255.1/28", "dev", bridge);
    run("ip", "link", "set", bridge, "up");
  }

  static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "unix://" + socket;
  }

  /** What its data lies on. */
  SmallDisk disk() {
    return Objects.requireNonNull(disk, "its data lies on the disk of all");
  }

  /** SIGKILL; its containers go on without it. */
  void kill() {
    dockerd.kill();
  }

  void start() {
    dockerd.start();
  }

  void startIfDown() {
    if (!dockerd.isAlive()) {
      start();
    }
  }

  private boolean serves() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(12);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // until there is a status
      }
      return new String(answer.array(), US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /** Ends it with all that it started; nothing of the installation may be left on it. */
  @Override
  public void close() {
    dockerd.stop();
    containerd.stop();
    ProcessHandle.allProcesses().filter(this::isOurs).forEach(OwnEngine::end);
    // It mounts its folder onto itself, and one that was started again forgets that it did.
    if (mounts() > (disk == null ? 0 : 1)) {
      run("umount", data().toString());
    }
    if (disk != null) {
      disk.close();
    }
    run("ip", "link", "delete", bridge);
  }

  private long mounts() {
    try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
      return mounts.filter(line -> line.contains(" " + data() + " ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shims name the socket that they report to. */
  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(all -> Arrays.stream(all).anyMatch(one -> one.startsWith(home + "/")))
        .orElse(false);
  }

  private static void end(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
