package io.hoster.lab.bench;

import io.hoster.lab.LabFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * On the engine, for each copy of a deployment at rest a container like the original's, as its rows
 * say, that is created and never started. Its network is not made: a thousand take minutes to make
 * and more to remove, and a container needs its own only when it is started.
 */
record CopiedWorld(SocketApi docker, RawTwin.Pattern pattern, List<Copy> copies) {

  /** More at once make the engine no faster. */
  private static final int AT_ONCE = 4;

  /** What one of them has, by its rows. */
  record Copy(String deployment, String network, String container, int port) {}

  /** As the rows of {@code copies} say. */
  static CopiedWorld of(SocketApi docker, Database database, Copies copies) {
    return new CopiedWorld(
        docker,
        RawTwin.Pattern.of(docker, copies.deployment()),
        database.list(
            """
            select d.id, l.object, s.container_name, p.port
              from deployment d
              join deployment_service s on s.deployment_id = d.id
              join ledger l on l.subject_id = d.id and l.kind = 'network'
              join port_lease p on p.deployment_id = d.id
             where d.id like '%sc%%' order by d.id
            """
                .formatted(copies.deployment()),
            row -> new Copy(row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
  }

  void make() {
    each(copy ->
        docker.post(
            "/containers/create?name=" + copy.container(),
            pattern.containerWish(copy.deployment(), copy.network(), copy.port())));
  }

  void vanish() {
    each(copy -> docker.delete("/containers/" + copy.container() + "?force=true&v=true"));
  }

  private interface Work {
    void on(Copy copy);
  }

  private void each(Work work) {
    List<Callable<Copy>> calls = new ArrayList<>();
    copies.forEach(copy ->
        calls.add(() -> {
          work.on(copy);
          return copy;
        }));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Copy> future : threads.invokeAll(calls)) {
        future.get();
      }
    } catch (ExecutionException failed) {
      throw new LabFailure("The engine refused a copy: " + failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LabFailure("Interrupted.", interrupted);
    }
  }
}
