package io.hoster.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation's steps, live: {@link #show(OperationView)} touches only the rows that changed.
 * Times count in the browser. Done steps fold when there are many; the current one never does.
 */
public final class OperationTimeline extends Section {

  private static final int UNFOLDED_DONE = 6;
  private static final int SILENCE_SECONDS = 60;
  private static final Duration ANNOUNCE_EVERY = Duration.ofSeconds(5);

  private final H2 title = new H2();
  private final Div clock = new Div();
  private final ProgressBar bar = new ProgressBar(0, 1);
  private final OrderedList list = new OrderedList();
  private final List<StepItem> items = new ArrayList<>();
  private final ListItem fold = new ListItem();
  private final Button unfold = new Button();
  private final Div made = new Div();
  private final Div foot = new Div();
  private final Span status = StepItem.hidden("");
  private final Clock time;
  private boolean unfolded;
  private @Nullable OperationView shown;
  private Instant announced = Instant.EPOCH;

  public OperationTimeline() {
    this(Clock.systemUTC());
  }

  OperationTimeline(Clock time) {
    this.time = time;
    addClassName("timeline");
    clock.addClassName("timeline-clock");
    Div head = new Div(title, clock);
    head.addClassName("timeline-head");
    foot.addClassName("timeline-foot");
    status.getElement().setAttribute("role", "status");
    fold.addClassNames("step", "step-fold");
    unfold.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    unfold.addClickListener(click -> unfold());
    fold.add(unfold);
    add(head, bar, list, made, foot, status);
  }

  /** Shows what {@code operation} is at now. */
  public void show(OperationView operation) {
    OperationView before = shown;
    boolean another = before == null || !before.id().equals(operation.id());
    if (!another && operation.equals(before)) {
      return;
    }
    boolean changed = another | showSteps(operation, another);
    shown = operation;
    title.setText(operation.headline());
    list.getElement().setAttribute("aria-label", Texts.text("timeline.list", operation.subject()));
    bar.setValue(
        operation.steps().isEmpty() ? 0 : (double) operation.done() / operation.steps().size());
    bar.setVisible(!operation.isOver() && operation.state() != State.WAITING_FOR_PERSON);
    bar.getElement().setAttribute("aria-label", operation.headline());
    showClock(operation);
    if (before == null || !before.made().equals(operation.made())) {
      made.removeAll();
      if (!operation.made().isEmpty()) {
        made.add(new MadeList(operation.made()));
      }
    }
    showFoot(operation, another);
    foldDone(operation);
    if (changed && !another) {
      announce(operation);
    }
  }

  private boolean showSteps(OperationView operation, boolean another) {
    int total = operation.steps().size();
    if (another || items.size() != total) {
      list.removeAll();
      items.clear();
      for (int i = 0; i < total; i++) {
        StepItem item = new StepItem();
        items.add(item);
        list.add(item);
      }
    }
    boolean changed = false;
    for (int i = 0; i < total; i++) {
      changed |= items.get(i).show(operation.steps().get(i), total);
    }
    return changed;
  }

  private void showClock(OperationView operation) {
    clock.removeAll();
    Instant finished = operation.finishedAt();
    if (finished == null) {
      clock.add(HosterTime.since(operation.startedAt(), Texts.text("timeline.so-far")));
    } else {
      Duration took = Duration.between(operation.startedAt(), finished);
      clock.add(
          new Span(Texts.text("timeline.took", Units.duration(took))), HosterTime.ago(finished));
    }
  }

  private void showFoot(OperationView operation, boolean another) {
    foot.removeAll();
    foot.add(
        HosterTime.ago(
            operation.startedAt(), Texts.text("timeline.started-by", operation.actor())));
    if (operation.state() == State.WORKING || operation.state() == State.QUEUED) {
      Instant news = another ? operation.lastNews() : later(time.instant(), operation.lastNews());
      HosterTime silence =
          HosterTime.silence(news, SILENCE_SECONDS, Texts.text("timeline.silence"));
      silence.addClassName("timeline-silence");
      foot.add(new Span(Texts.text("timeline.close-page")), silence);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private void foldDone(OperationView operation) {
    List<StepItem> done = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setVisible(true);
      if (operation.steps().get(i).isOver()) {
        done.add(items.get(i));
      }
    }
    fold.removeFromParent();
    if (unfolded || done.size() <= UNFOLDED_DONE) {
      return;
    }
    List<StepItem> folded = done.subList(2, done.size() - 1);
    folded.forEach(item -> item.setVisible(false));
    unfold.setText(Texts.text("timeline.more-done", folded.size()));
    list.addComponentAtIndex(list.indexOf(folded.getFirst()), fold);
  }

  private void unfold() {
    unfolded = true;
    OperationView operation = shown;
    if (operation != null) {
      foldDone(operation);
    }
  }

  private void announce(OperationView operation) {
    boolean needsPerson = operation.state() == State.WAITING_FOR_PERSON;
    status
        .getElement()
        .setAttribute("role", needsPerson || operation.isOver() ? "alert" : "status");
    Instant now = time.instant();
    if (needsPerson || operation.isOver() || announced.plus(ANNOUNCE_EVERY).isBefore(now)) {
      announced = now;
      String step =
          operation.current().map(s -> ", " + s.name() + ", " + s.status().word()).orElse("");
      status.setText(operation.headline() + step);
    }
  }
}
