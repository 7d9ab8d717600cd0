package io.hoster.activities.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Ports;
import io.hoster.activities.docker.ContainerEngine.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a container's own health check at once. The engine's first one comes only after a whole
 * interval: those before version 25 know no interval of their own for the start.
 */
final class DockerChecks {

  private static final long LOOKED_EVERY_MILLIS = 50;

  /** The engine's own, where the check does not say. */
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  private static final List<String> SHELL = List.of("/bin/sh", "-c");

  private final DockerClients clients;

  DockerChecks(DockerClients clients) {
    this.clients = clients;
  }

  Optional<Check> run(String name, BooleanSupplier cancelled) {
    return DockerFailures.calling(
        "checking the health of container " + name,
        () -> {
          try {
            return check(clients.quick().inspectContainerCmd(name).exec(), cancelled);
          } catch (NotFoundException | ConflictException e) {
            return Optional.empty(); // gone, or ended: whoever waits sees that by itself
          }
        });
  }

  private Optional<Check> check(InspectContainerResponse found, BooleanSupplier cancelled) {
    ContainerConfig config = found.getConfig();
    HealthCheck check = config == null ? null : config.getHealthcheck();
    List<String> command = command(check == null ? null : check.getTest());
    if (check == null || command.isEmpty() || !isListening(found)) {
      return Optional.empty();
    }
    Long timeout = check.getTimeout();
    Duration limit = timeout == null || timeout == 0 ? USUAL_TIMEOUT : Duration.ofNanos(timeout);
    return Optional.of(execute(found.getId(), command, limit, cancelled));
  }

  /** The test's command; empty: there is none. */
  static List<String> command(@Nullable List<String> test) {
    if (test == null || test.size() < 2) {
      return List.of();
    }
    List<String> words = test.subList(1, test.size());
    return switch (test.getFirst()) {
      case "CMD" -> words;
      case "CMD-SHELL" -> Stream.concat(SHELL.stream(), words.stream()).toList();
      default -> List.of();
    };
  }

  /** A check before anybody listens would fail, and take from the container's share of CPU. */
  private static boolean isListening(InspectContainerResponse found) {
    HostConfig host = found.getHostConfig();
    Ports bindings = host == null ? null : host.getPortBindings();
    return bindings == null
        || bindings.getBindings().entrySet().stream()
            .filter(entry -> entry.getKey().getProtocol() == InternetProtocol.TCP)
            .map(Map.Entry::getValue)
            .flatMap(Arrays::stream)
            .allMatch(PublishedPort::isHeld);
  }

  private Check execute(
      String id, List<String> command, Duration limit, BooleanSupplier cancelled) {
    String exec =
        clients
            .quick()
            .execCreateCmd(id)
            .withCmd(command.toArray(String[]::new))
            .withAttachStdout(true)
            .withAttachStderr(true)
            .exec()
            .getId();
    long end = System.nanoTime() + limit.toNanos();
    try (Output output = clients.streams().execStartCmd(exec).exec(new Output())) {
      while (!output.hasEnded(LOOKED_EVERY_MILLIS)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("a health check was cancelled");
        }
        if (System.nanoTime() > end) {
          return new Check(false, true);
        }
      }
      Throwable failure = output.failure();
      if (failure != null) {
        throw DockerFailures.of("checking the health of container " + id, failure);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("a health check was interrupted");
    }
    Long code = clients.quick().inspectExecCmd(exec).exec().getExitCodeLong();
    return new Check(code != null && code == 0, false);
  }

  /** What a check prints is read, so that it does not get stuck, and not kept. */
  private static final class Output extends Listening<Frame> {

    @Override
    public void onNext(Frame frame) {}
  }
}
