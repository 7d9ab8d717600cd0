package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of the timeline: mark, name, what is going on, and how long it took. */
final class StepItem extends ListItem {

  private @Nullable StepView shown;

  StepItem() {
    addClassName("step");
  }

  /** Draws {@code step} unless it is what is drawn already. */
  boolean show(StepView step, int total) {
    if (step.equals(shown)) {
      return false;
    }
    shown = step;
    removeAll();
    getElement().setAttribute("data-status", step.status().name().toLowerCase(Locale.ROOT));
    if (step.isCurrent()) {
      getElement().setAttribute("aria-current", "step");
    } else {
      getElement().removeAttribute("aria-current");
    }
    Span place = hidden(Texts.text("step.place", step.position(), total));
    Span name = classed(step.name(), "step-name");
    Div head = new Div(place, name, note(step));
    head.addClassName("step-head");
    Div body = new Div(head);
    body.addClassName("step-body");
    String line = line(step);
    if (line != null) {
      body.add(classed(line, "step-line"));
    }
    add(mark(step.status()), body, time(step));
    return true;
  }

  private static Component mark(StepView.Status status) {
    Component mark =
        switch (status) {
          case WAITING -> AppIcon.WAITING.create();
          case RUNNING -> AppIcon.spinner();
          case RETRYING -> AppIcon.RETRYING.create();
          case FAILED -> AppIcon.FAILED.create();
          case DONE -> AppIcon.DONE.create();
          case SKIPPED -> AppIcon.SKIPPED.create();
          case UNDOING, UNDONE -> AppIcon.UNDONE.create();
        };
    mark.addClassName("step-mark");
    return mark;
  }

  /** What stands right of the name. */
  private static Component note(StepView step) {
    return switch (step.status()) {
      case WAITING -> hidden(step.status().word());
      case RUNNING -> running(step);
      case RETRYING -> attempt(step);
      case FAILED -> note(step.status().word(), attempts(step));
      case DONE -> new Span(hidden(step.status().word()), classed(or(step.message()), "step-note"));
      case SKIPPED, UNDOING, UNDONE -> note(step.status().word(), step.message());
    };
  }

  private static Component note(String word, @Nullable String more) {
    Span state = classed(word, "step-state");
    return more == null ? state : new Span(state, classed(more, "step-note"));
  }

  private static Component running(StepView step) {
    Component word = note(step.status().word(), step.progress());
    Instant started = step.startedAt();
    StepView.Usual usual = step.usual();
    return started == null || usual == null || Math.round(usual.slow()) == 0
        ? word
        : new Span(word, HosterTime.estimate(started, usual.median(), usual.slow()));
  }

  private static Component attempt(StepView step) {
    Span state = classed(attempts(step), "step-state");
    Instant next = step.nextTryAt();
    return next == null
        ? state
        : new Span(
            hidden(step.status().word()),
            state,
            HosterTime.until(next, Texts.text("step.next-try")));
  }

  private static String attempts(StepView step) {
    return step.attemptLimit() > 0
        ? Texts.text("step.attempt-of", step.attempts(), step.attemptLimit())
        : Texts.text("step.attempt", step.attempts());
  }

  /** The last line or answer, below the name. */
  private static @Nullable String line(StepView step) {
    return switch (step.status()) {
      case RUNNING, RETRYING, FAILED -> step.message();
      case WAITING, DONE, SKIPPED, UNDOING, UNDONE -> null;
    };
  }

  private static Component time(StepView step) {
    Duration took = step.took();
    Instant started = step.startedAt();
    Component time;
    if (took != null && !step.isCurrent() && step.status() != StepView.Status.UNDONE) {
      time = new Span(Units.duration(took));
    } else if (started != null && step.isCurrent() && step.finishedAt() == null) {
      time = HosterTime.since(started, "{0}");
    } else {
      time = new Span();
    }
    time.addClassName("step-time");
    return time;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Span classed(String text, String name) {
    Span span = new Span(text);
    span.addClassName(name);
    return span;
  }

  /** Text for screen readers only. */
  static Span hidden(String text) {
    return classed(text, "visually-hidden");
  }
}
