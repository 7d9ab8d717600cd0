package io.hoster.ui.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does the same thing many times at the same moment. */
final class AtOnce {

  private AtOnce() {}

  static <T> List<T> run(int times, Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          IntStream.range(0, times).mapToObj(i -> threads.submit(work)).toList();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }
}
