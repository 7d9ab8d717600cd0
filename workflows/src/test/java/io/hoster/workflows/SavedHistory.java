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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A history that runs of a released version may have.
 *
 * @param file below {@code src/test/resources/histories}
 */
public record SavedHistory(String file) {

  /** On a busy machine the first step of a run takes more than the usual second. */
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  public String read() {
    try (InputStream in = SavedHistory.class.getResourceAsStream("/histories/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets {@code workflow} go through it again. */
  public void replay(Class<?> workflow) throws Exception {
    replay(read(), workflow);
  }

  /** Lets {@code workflow} go through {@code history} again. */
  public static void replay(String history, Class<?> workflow) throws Exception {
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder().setDataConverter(Payloads.plain()).build())
                .build())) {
      Worker worker = environment.newWorker("replay", PATIENT);
      worker.registerWorkflowImplementationTypes(workflow);
      WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(history), worker);
    }
  }

  /** Writes it below {@code folder}, never over one: what is there is a promise to open runs. */
  public void save(Path folder, Supplier<String> recorded) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, recorded.get() + "\n");
    }
  }
}
