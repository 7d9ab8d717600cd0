package io.hoster.lab.images;

import io.hoster.lab.LabFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program of the machine with its arguments; no shell reads them.
 *
 * @param firstWord how long it may stay silent
 * @param limit how long it may take altogether
 */
public record Program(
    List<String> words,
    @Nullable Path folder,
    Map<String, String> environment,
    Duration firstWord,
    Duration limit) {

  private static final int LINES_KEPT = 200;

  /** How it ended; {@code output} is the end of what it wrote, both streams together. */
  public record Outcome(boolean ok, String output) {}

  public static Program of(Duration limit, String... words) {
    return new Program(List.of(words), null, Map.of(), limit, limit);
  }

  Program in(Path newFolder) {
    return new Program(words, newFolder, environment, firstWord, limit);
  }

  public Program with(Map<String, String> newEnvironment) {
    return new Program(words, folder, newEnvironment, firstWord, limit);
  }

  Program answeringWithin(Duration newFirstWord) {
    return new Program(words, folder, environment, newFirstWord, limit);
  }

  /** Lets every other program go first. */
  Program yielding() {
    List<String> nice = Stream.concat(Stream.of("nice", "-n", "10"), words.stream()).toList();
    return new Program(nice, folder, environment, firstWord, limit);
  }

  /** Runs it to its end, or stops it with its children when it takes too long. */
  public Outcome run() {
    Process process = start();
    Deque<String> lines = new ArrayDeque<>();
    CountDownLatch spoke = new CountDownLatch(1);
    CompletableFuture<Void> read = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, lines, spoke, read));
    try {
      boolean ended =
          spoke.await(firstWord.toMillis(), TimeUnit.MILLISECONDS)
              && process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        stop(process);
      }
      read.join();
      String output = String.join("\n", lines);
      return new Outcome(
          ended && process.exitValue() == 0, ended ? output : output + "\n(took too long)");
    } catch (InterruptedException interrupted) {
      stop(process);
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted while " + words.getFirst() + " ran.", interrupted);
    }
  }

  /** The output of a run that must succeed. */
  public String require(String purpose) {
    Outcome outcome = run();
    if (!outcome.ok()) {
      throw new LabFailure(
          "%s failed (%s):%n%s"
              .formatted(purpose, String.join(" ", words), outcome.output().strip()));
    }
    return outcome.output();
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException absent) {
      throw new LabFailure(
          "%s does not start: %s.".formatted(words.getFirst(), absent.getMessage()), absent);
    }
  }

  private static void read(
      Process process, Deque<String> lines, CountDownLatch spoke, CompletableFuture<Void> done) {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        spoke.countDown();
        lines.addLast(line);
        if (lines.size() > LINES_KEPT) {
          lines.removeFirst();
        }
      }
    } catch (IOException cut) {
      lines.addLast("(output lost: " + cut.getMessage() + ")");
    } finally {
      spoke.countDown();
      done.complete(null);
    }
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
