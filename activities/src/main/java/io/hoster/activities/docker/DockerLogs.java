package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import io.hoster.activities.docker.ContainerEngine.LogLine;
import io.hoster.workflows.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads logs. What a container that is gone has written is nothing. */
final class DockerLogs {

  private static final long LOOKED_EVERY_MILLIS = 200;

  /** The past of a log is a few megabytes at most: its reading ends. */
  private static final long PAST_NANOS = Duration.ofSeconds(60).toNanos();

  private final DockerClient docker;

  DockerLogs(DockerClient docker) {
    this.docker = docker;
  }

  /** Calls {@code line} on the transport's thread, one at a time, never after this returned. */
  void read(
      String name,
      int tail,
      @Nullable Instant since,
      boolean follow,
      Consumer<LogLine> line,
      BooleanSupplier cancelled) {
    LogContainerCmd command =
        docker
            .logContainerCmd(name)
            .withStdOut(true)
            .withStdErr(true)
            .withTimestamps(true)
            .withTail(tail)
            .withFollowStream(follow);
    if (since != null) {
      command.withSince((int) since.getEpochSecond()); // whole seconds; the reader drops the rest
    }
    DockerFailures.calling(
        "reading the log of container " + name,
        () -> {
          await(command, new Reader(new LogLines(since, line)), follow, cancelled);
          return name;
        });
  }

  private static void await(
      LogContainerCmd command, Reader reader, boolean follow, BooleanSupplier cancelled) {
    try (reader) {
      long began = System.nanoTime();
      command.exec(reader);
      while (!reader.hasEnded(LOOKED_EVERY_MILLIS) && !cancelled.getAsBoolean()) {
        if (!follow && System.nanoTime() - began > PAST_NANOS) {
          throw new EngineException(
              FailureType.ENGINE_UNAVAILABLE, "The engine did not finish a log in 60 s.", null);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading a log was interrupted");
    } finally {
      reader.end();
    }
    reader.rethrow();
  }

  /** Passes frames on until it is ended. */
  private static final class Reader extends Listening<Frame> {

    private final LogLines lines;
    private boolean ended;
    private @Nullable RuntimeException refused;

    Reader(LogLines lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void onNext(Frame frame) {
      if (ended) {
        return;
      }
      try {
        lines.add(frame);
      } catch (RuntimeException e) { // whoever takes the lines takes no more
        ended = true;
        refused = e;
        onComplete();
      }
    }

    synchronized void end() {
      ended = true;
    }

    synchronized void rethrow() {
      if (refused != null) {
        throw refused;
      }
      Throwable failure = failure();
      if (failure != null && !(failure instanceof NotFoundException)) {
        throw DockerFailures.of("reading a log", failure);
      }
    }
  }
}
