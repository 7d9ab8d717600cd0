package io.hoster.ui.journey;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.hoster.store.secret.MasterKey;
import io.hoster.store.secret.SecretSettings;
import io.hoster.workflows.PayloadCipher;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What Temporal runs and has written down, asked past the application. */
final class Histories implements AutoCloseable {

  static final String NAMESPACE = "hoster";

  private final Place place;
  private final WorkflowServiceStubs stubs;
  private final Set<String> read = new HashSet<>();
  private @Nullable PayloadCipher cipher;

  Histories(Place place) {
    this.place = place;
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + place.temporalPort())
                .build());
  }

  WorkflowServiceStubs stubs() {
    return stubs;
  }

  /** The ids of what runs whose ids begin so, sorted; one that runs twice is there twice. */
  List<String> open(String prefix) {
    return list("ExecutionStatus = 'Running'").stream()
        .map(run -> run.getExecution().getWorkflowId())
        .filter(id -> id.startsWith(prefix))
        .sorted()
        .toList();
  }

  /**
   * Tells the words of each run, once as Temporal keeps them and once with its payloads opened; a
   * run that was over when it was told is not told again.
   */
  void forEach(BiConsumer<String, String> reader) {
    for (WorkflowExecutionInfo run : list("")) {
      String id = run.getExecution().getRunId();
      if (!read.contains(id)) {
        StringBuilder words = new StringBuilder();
        write(run, words);
        history(run.getExecution()).forEach(page -> write(page, words));
        reader.accept(run.getExecution().getWorkflowId(), words.toString());
        if (run.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
          read.add(id);
        }
      }
    }
  }

  private List<WorkflowExecutionInfo> list(String query) {
    List<WorkflowExecutionInfo> runs = new ArrayList<>();
    ByteString next = ByteString.EMPTY;
    do {
      ListWorkflowExecutionsResponse page =
          stubs
              .blockingStub()
              .listWorkflowExecutions(
                  ListWorkflowExecutionsRequest.newBuilder()
                      .setNamespace(NAMESPACE)
                      .setQuery(query)
                      .setPageSize(500)
                      .setNextPageToken(next)
                      .build());
      runs.addAll(page.getExecutionsList());
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    return runs;
  }

  private List<Message> history(WorkflowExecution run) {
    List<Message> pages = new ArrayList<>();
    ByteString next = ByteString.EMPTY;
    do {
      GetWorkflowExecutionHistoryResponse page =
          stubs
              .blockingStub()
              .getWorkflowExecutionHistory(
                  GetWorkflowExecutionHistoryRequest.newBuilder()
                      .setNamespace(NAMESPACE)
                      .setExecution(run)
                      .setNextPageToken(next)
                      .build());
      pages.add(page.getHistory());
      next = page.getNextPageToken();
    } while (!next.isEmpty());
    return pages;
  }

  private void write(@Nullable Object part, StringBuilder words) {
    switch (part) {
      case Payload payload -> {
        words.append(payload.getData().toStringUtf8()).append('\n');
        Payload opened = cipher().decode(List.of(payload)).getFirst();
        words.append(opened.getData().toStringUtf8()).append('\n');
      }
      case Message message -> message.getAllFields().values().forEach(field -> write(field, words));
      case List<?> several -> several.forEach(each -> write(each, words));
      case ByteString bytes -> words.append(bytes.toStringUtf8()).append('\n');
      case String text -> words.append(text).append('\n');
      case null, default -> {
        // a number or a choice: no words
      }
    }
  }

  /** As the application makes it; the key file is there once it has run. */
  PayloadCipher cipher() {
    PayloadCipher known = cipher;
    if (known == null) {
      MasterKey master = MasterKey.load(new SecretSettings(null, place.home(), null));
      TreeMap<String, byte[]> ring = new TreeMap<>();
      ring.put(master.id(), master.derive("engine payloads"));
      known = new PayloadCipher(master.id(), ring);
      cipher = known;
    }
    return known;
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
