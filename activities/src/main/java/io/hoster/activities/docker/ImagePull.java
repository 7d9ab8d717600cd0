package io.hoster.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import io.hoster.activities.docker.ContainerEngine.PullProgress;
import io.hoster.workflows.FailureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One pull: counts layers and bytes, ends when nothing came for a minute. */
final class ImagePull {

  private static final long SILENCE = Duration.ofSeconds(60).toNanos();
  private static final long TOLD_EVERY = Duration.ofMillis(500).toNanos();
  private static final long LOOKED_EVERY_MILLIS = 100;

  private record Layer(long bytesDone, long bytes, boolean done) {}

  private final DockerClient docker;
  private final String image;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private @Nullable String error;
  private long lastHeard = System.nanoTime();

  ImagePull(DockerClient docker, String image) {
    this.docker = docker;
    this.image = image;
  }

  /**
   * Waits for the end of the pull, telling {@code progress} on the calling thread.
   *
   * @return the error that the engine or its registry answered; empty: the image is there
   */
  Optional<String> run(Consumer<PullProgress> progress, BooleanSupplier cancelled) {
    try (Listener listener = docker.pullImageCmd(image).exec(new Listener())) {
      long told = System.nanoTime();
      while (!listener.hasEnded(LOOKED_EVERY_MILLIS)) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("pull of " + image + " was cancelled");
        }
        long now = System.nanoTime();
        if (now - heard() > SILENCE) {
          return Optional.of("the registry sent nothing for 60 s");
        }
        if (now - told > TOLD_EVERY) {
          progress.accept(state());
          told = now;
        }
      }
      progress.accept(state());
      return error(listener.failure());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("pull of " + image + " was interrupted");
    }
  }

  private synchronized void hear(PullResponseItem item) {
    lastHeard = System.nanoTime();
    if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
      error = item.getErrorDetail().getMessage();
    }
    String status = item.getStatus();
    if (item.getId() == null || status == null) {
      return;
    }
    switch (status) {
      case "Pulling fs layer", "Waiting" ->
          layers.putIfAbsent(item.getId(), new Layer(0, 0, false));
      case "Downloading" -> layers.put(item.getId(), downloading(item.getProgressDetail()));
      case "Pull complete", "Already exists" ->
          layers.compute(item.getId(), (id, layer) -> finished(layer));
      default -> {} // verifying, extracting: neither layers nor bytes
    }
  }

  private static Layer downloading(@Nullable ProgressDetail detail) {
    return detail == null
        ? new Layer(0, 0, false)
        : new Layer(number(detail.getCurrent()), number(detail.getTotal()), false);
  }

  private static Layer finished(@Nullable Layer layer) {
    return layer == null ? new Layer(0, 0, true) : new Layer(layer.bytes(), layer.bytes(), true);
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private synchronized long heard() {
    return lastHeard;
  }

  private synchronized Optional<String> error(@Nullable Throwable failure) {
    return failure == null
        ? Optional.ofNullable(error)
        : Optional.of(answer(DockerFailures.of("pulling image " + image, failure)));
  }

  /** An engine that is away is no answer of a registry. */
  private static String answer(EngineException failure) {
    if (failure.type() == FailureType.ENGINE_UNAVAILABLE) {
      throw failure;
    }
    return String.valueOf(failure.getMessage());
  }

  private synchronized PullProgress state() {
    int done = (int) layers.values().stream().filter(Layer::done).count();
    long bytesDone = layers.values().stream().mapToLong(Layer::bytesDone).sum();
    long bytes = layers.values().stream().mapToLong(Layer::bytes).sum();
    return new PullProgress(done, layers.size(), bytesDone, bytes);
  }

  private final class Listener extends Listening<PullResponseItem> {

    @Override
    public void onNext(PullResponseItem item) {
      hear(item);
    }
  }
}
