package io.hoster.activities.caddy;

import io.hoster.workflows.edge.AppRoute;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Routes that a test changes, and what the keeper did with them. */
final class RoutesInMemory implements EdgeRoutes {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Snapshot snapshot = new Snapshot(0, List.of());
  private boolean failing;
  private long applied = -1;
  private int recordings;
  private int loads;

  void change(List<AppRoute> apps) {
    guarded(() -> snapshot = new Snapshot(snapshot.revision() + 1, List.copyOf(apps)));
  }

  void fail(boolean whether) {
    guarded(() -> failing = whether);
  }

  void awaitApplied(long revision) {
    await(() -> applied >= revision);
  }

  /** How often the keeper recorded that Caddy is in step. */
  int recordings() {
    lock.lock();
    try {
      return recordings;
    } finally {
      lock.unlock();
    }
  }

  void awaitRecordingAfter(int before) {
    await(() -> recordings > before);
  }

  /** Waits for so many more looks. */
  void awaitLoads(int more) {
    lock.lock();
    try {
      int goal = loads + more;
      await(() -> loads >= goal);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Snapshot load() {
    lock.lock();
    try {
      loads++;
      changed.signalAll();
      if (failing) {
        throw new IllegalStateException("the database is away");
      }
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void recordApplied(long revision, String hash) {
    guarded(() -> {
      applied = revision;
      recordings++;
    });
  }

  private void guarded(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void await(BooleanSupplier reached) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(30);
      while (!reached.getAsBoolean()) {
        left = changed.awaitNanos(left);
        if (left <= 0) {
          throw new AssertionError(
              "not reached; applied=" + applied + " recordings=" + recordings + " loads=" + loads);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }
}
