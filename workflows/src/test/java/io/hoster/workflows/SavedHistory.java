package io.hoster.workflows;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A history that runs of a released version may have.
 *
 * @param file below {@code src/test/resources/histories}
 */
public record SavedHistory(String file) {

  /** On a busy machine the first step of a run takes more than the usual second. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  /** All there are. */
  static List<SavedHistory> all() {
    try {
      Path folder =
          Path.of(Objects.requireNonNull(SavedHistory.class.getResource("/histories")).toURI());
      try (Stream<Path> files = Files.walk(folder)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> new SavedHistory(folder.relativize(file).toString()))
            .sorted(Comparator.comparing(SavedHistory::file))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public String read() {
    try (InputStream in = open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open() throws IOException {
    InputStream in =
        Objects.requireNonNull(SavedHistory.class.getResourceAsStream("/histories/" + file), file);
    return isPacked() ? new GZIPInputStream(in) : in;
  }

  /** Those of runs that lived long are. */
  private boolean isPacked() {
    return file.endsWith(".gz");
  }

  /** What happened, event by event. */
  public WorkflowExecutionHistory events() {
    return WorkflowExecutionHistory.fromJson(read());
  }

  /** Which workflow's it is. */
  String workflow() {
    return events()
        .getEvents()
        .getFirst()
        .getWorkflowExecutionStartedEventAttributes()
        .getWorkflowType()
        .getName();
  }

  /** Lets {@code workflows} go through it again. */
  public void replay(Class<?>... workflows) throws Exception {
    replay(read(), workflows);
  }

  /** Lets {@code workflows} go through {@code history} again. */
  public static void replay(String history, Class<?>... workflows) throws Exception {
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setDataConverter(Payloads.plain()).build())
                .build())) {
      Worker worker = environment.newWorker("replay", PATIENT);
      worker.registerWorkflowImplementationTypes(workflows);
      WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(history), worker);
    }
  }

  /** Writes it below {@code folder}, never over one: what is there is a promise to open runs. */
  public void save(Path folder, Supplier<String> recorded) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      Files.createDirectories(path.getParent());
      try (OutputStream out = Files.newOutputStream(path);
          OutputStream packed = isPacked() ? new GZIPOutputStream(out) : out) {
        String compact = JsonMapper.shared().readTree(recorded.get()).toString();
        packed.write((compact + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public String toString() {
    return file;
  }
}
