package io.hoster.ui.operations;

import io.hoster.workflows.ReadinessPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks all parts at once; one that does not answer in two seconds is away. */
@Component
class Readiness implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Readiness.class);
  private static final long PATIENCE_MILLIS = 2_000;

  private final ObjectProvider<ReadinessPart> parts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Readiness(ObjectProvider<ReadinessPart> parts) {
    this.parts = parts;
  }

  /**
   * The names of the parts that are away, sorted.
   *
   * @param needed those without which the process is not ready
   * @param awaited the others
   */
  record Away(List<String> needed, List<String> awaited) {}

  Away away() {
    Map<ReadinessPart, Future<Boolean>> asked = new LinkedHashMap<>();
    parts.forEach(part -> asked.put(part, threads.submit(part.ready()::getAsBoolean)));
    List<ReadinessPart> away =
        asked.entrySet().stream()
            .filter(each -> !isReady(each.getKey().name(), each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return new Away(names(away, true), names(away, false));
  }

  private static List<String> names(List<ReadinessPart> parts, boolean needed) {
    return parts.stream()
        .filter(part -> part.needed() == needed)
        .map(ReadinessPart::name)
        .sorted()
        .toList();
  }

  private static boolean isReady(String name, Future<Boolean> answer) {
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return false;
    } catch (ExecutionException e) {
      if (!isDatabaseAway(e.getCause())) {
        log.warn("Part could not say whether it is ready: part={}", name, e.getCause());
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** That is an answer, and asked for many times while a process starts. */
  private static boolean isDatabaseAway(@Nullable Throwable fault) {
    return fault instanceof DataAccessException || fault instanceof TransactionException;
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
