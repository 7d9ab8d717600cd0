package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A name and what goes with it, below each other in one cell or row. */
public final class TwoLines extends Div {

  public TwoLines(Component... lines) {
    super(lines);
    addClassName("two-lines");
  }

  /** {@code first} above {@code second}, which steps back. */
  public static TwoLines of(Component first, String second) {
    Span back = new Span(second);
    back.addClassName("secondary");
    return new TwoLines(first, back);
  }
}
