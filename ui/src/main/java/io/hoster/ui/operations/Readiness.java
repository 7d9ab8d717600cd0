package io.hoster.ui.operations;

import io.hoster.workflows.ReadinessPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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

  /** The names of the parts that are away, sorted. */
  List<String> away() {
    Map<String, Future<Boolean>> asked = new LinkedHashMap<>();
    parts.forEach(part -> asked.put(part.name(), threads.submit(part::ready)));
    List<String> away = new ArrayList<>();
    asked.forEach((name, answer) -> {
      if (!isReady(name, answer)) {
        away.add(name);
      }
    });
    return away.stream().sorted().toList();
  }

  private static boolean isReady(String name, Future<Boolean> answer) {
    try {
      return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return false;
    } catch (ExecutionException e) {
      log.warn("Part could not say whether it is ready: part={}", name, e.getCause());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
