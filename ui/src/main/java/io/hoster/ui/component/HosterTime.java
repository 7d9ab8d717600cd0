package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/**
 * A moment that the browser writes relative to now and keeps up to date; the server sends it once.
 * The whole date shows on hover and focus.
 */
@Tag("hoster-time")
@JsModule("context://js/hoster-time.js")
public final class HosterTime extends Component implements HasStyle {

  private HosterTime(String mode, Instant at, String pattern) {
    getElement().setAttribute("mode", mode);
    getElement().setAttribute("at", at.toString());
    getElement().setAttribute("pattern", pattern);
    getElement().setAttribute("ago", Texts.text("time.ago"));
    getElement().setAttribute("now", Texts.text("time.now"));
    getElement().setAttribute("yesterday", Texts.text("time.yesterday"));
    getElement().setAttribute("zone", Texts.text("time.zone"));
  }

  /** "just now", "42 s ago", "yesterday 14:02", "12 Nov 2026". */
  public static HosterTime ago(Instant at) {
    return ago(at, "{0}");
  }

  /** {@link #ago(Instant)} put in the place of {@code {0}}. */
  public static HosterTime ago(Instant at, String pattern) {
    return new HosterTime("ago", at, pattern);
  }

  /** The time since {@code start}, counting: "58 s". */
  public static HosterTime since(Instant start, String pattern) {
    return new HosterTime("since", start, pattern);
  }

  /** The time until {@code end}, counting down to "0 s". */
  public static HosterTime until(Instant end, String pattern) {
    return new HosterTime("until", end, pattern);
  }

  /** Empty for {@code seconds} after {@code news}, then the time since in the pattern. */
  public static HosterTime silence(Instant news, int seconds, String pattern) {
    HosterTime silence = new HosterTime("silence", news, pattern);
    silence.getElement().setAttribute("after", Integer.toString(seconds));
    return silence;
  }

  /**
   * What is left of {@code median} seconds, later a word when it takes longer than {@code slow}.
   */
  static HosterTime estimate(Instant start, double median, double slow) {
    HosterTime estimate = new HosterTime("estimate", start, Texts.text("time.left"));
    estimate.getElement().setAttribute("median", Double.toString(median));
    estimate.getElement().setAttribute("slow", Double.toString(slow));
    estimate
        .getElement()
        .setAttribute("late", Texts.text("time.late", Math.round(median), Math.round(slow)));
    estimate.addClassName("step-note");
    return estimate;
  }
}
