package io.hoster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.hoster.store.Change;
import io.hoster.ui.component.ComponentTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest extends ComponentTest {

  private final ChangeFeed feed = new ChangeFeed();
  private final Div view = new Div();

  @AfterEach
  void stop() {
    feed.stop();
  }

  @Test
  void followsOnlyWhileTheViewIsAttached() {
    feed.follow(view, OneVisitor.ADA.tenant(), (table, id) -> true, () -> {});
    assertThat(feed.followers()).isZero();
    UI.getCurrent().add(view);
    assertThat(feed.followers()).isEqualTo(1);
    UI.getCurrent().remove(view);
    assertThat(feed.followers()).isZero();
    UI.getCurrent().add(view);
    assertThat(feed.followers()).isEqualTo(1);
  }

  @Test
  void asksForNothingBecauseOfAnotherTenantsChange() {
    AtomicInteger asked = new AtomicInteger();
    follow(asked, new CountDownLatch(1));
    feed.tell(List.of(new Change("deployment", "dep_1", "ten_other")));
    assertThat(asked).hasValue(0);
  }

  @Test
  void readsAgainAfterALostConnection() throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    follow(new AtomicInteger(), read);
    feed.tell(List.of(Change.EVERYTHING));
    assertThat(ran(read)).isTrue();
  }

  private void follow(AtomicInteger asked, CountDownLatch read) {
    feed.follow(
        view, OneVisitor.ADA.tenant(), (table, id) -> asked.incrementAndGet() > 0, read::countDown);
    UI.getCurrent().add(view);
  }

  /** The refresh runs when the page's lock is free, which this thread holds. */
  private static boolean ran(CountDownLatch read) throws InterruptedException {
    for (int i = 0; i < 100 && read.getCount() > 0; i++) {
      MockVaadin.runUIQueue(true);
      if (read.await(50, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return read.getCount() == 0;
  }
}
