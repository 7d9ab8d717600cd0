package io.hoster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.hoster.store.Change;
import io.hoster.store.ChangeListener;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Tells open pages that rows changed, so that they read them again: filtered by tenant and id
 * before a page's lock is asked for, at most four times a second a page.
 */
@WebRole
@Service
public class ChangeFeed {

  private static final int AT_MOST_EVERY_MILLIS = 250;

  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("change-feed").factory());

  @Autowired
  ChangeFeed(ChangeListener listener) {
    listener.subscribe(this::tell);
  }

  ChangeFeed() {}

  /**
   * Runs {@code refresh} in the page's UI after changes that {@code interest} accepts, for as long
   * as {@code view} is attached. Call once, before or after it is attached.
   *
   * @param interest of table and id; asked on another thread, so without the page's state
   */
  public void follow(
      Component view, TenantId tenant, BiPredicate<String, String> interest, Runnable refresh) {
    view.getUI().ifPresent(ui -> join(view, new Follower(ui, tenant, interest, refresh)));
    view.addAttachListener(
        attach -> join(view, new Follower(attach.getUI(), tenant, interest, refresh)));
  }

  /** Like {@link #follow}, for staff: changes of every tenant. */
  public void followAll(Component view, BiPredicate<String, String> interest, Runnable refresh) {
    view.getUI().ifPresent(ui -> join(view, new Follower(ui, null, interest, refresh)));
    view.addAttachListener(
        attach -> join(view, new Follower(attach.getUI(), null, interest, refresh)));
  }

  private void join(Component view, Follower follower) {
    followers.add(follower);
    view.addDetachListener(detach -> {
      followers.remove(follower);
      detach.unregisterListener();
    });
  }

  /** Runs {@code refresh} in the page's UI each {@code pause} while {@code view} is attached. */
  public void every(Component view, Duration pause, Runnable refresh) {
    view.addAttachListener(attach -> {
      UI ui = attach.getUI();
      Future<?> ticking =
          clock.scheduleWithFixedDelay(
              () -> in(ui, refresh), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
      view.addDetachListener(detach -> {
        ticking.cancel(false);
        detach.unregisterListener();
      });
    });
  }

  private static boolean in(UI ui, Runnable work) {
    try {
      var ignored = ui.access(work::run);
      return true;
    } catch (UIDetachedException e) {
      return false; // the tab is going away, its detach listener cleans up
    }
  }

  int followers() {
    return followers.size();
  }

  void tell(Collection<Change> changes) {
    for (Follower follower : followers) {
      if (changes.stream().anyMatch(follower::cares) && follower.due.compareAndSet(false, true)) {
        var ignored =
            clock.schedule(() -> refresh(follower), follower.pauseMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void refresh(Follower follower) {
    follower.due.set(false);
    follower.lastNanos = System.nanoTime();
    if (!in(follower.ui, follower.refresh)) {
      followers.remove(follower);
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  private static final class Follower {
    private final UI ui;
    private final @Nullable TenantId tenant;
    private final BiPredicate<String, String> interest;
    private final Runnable refresh;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long lastNanos =
        System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(AT_MOST_EVERY_MILLIS);

    Follower(
        UI ui, @Nullable TenantId tenant, BiPredicate<String, String> interest, Runnable refresh) {
      this.ui = ui;
      this.tenant = tenant;
      this.interest = interest;
      this.refresh = refresh;
    }

    boolean cares(Change change) {
      return change.equals(Change.EVERYTHING)
          || ((tenant == null || tenant.value().equals(change.tenant()))
              && interest.test(change.table(), change.id()));
    }

    long pauseMillis() {
      long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
      return Math.max(0, AT_MOST_EVERY_MILLIS - passed);
    }
  }
}
