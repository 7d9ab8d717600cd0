package io.hoster.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;

/** The mark and the name, as a link home. */
public final class Wordmark extends Anchor {

  public Wordmark(String target) {
    super(target);
    SvgIcon mark = new SvgIcon("icons/mark.svg");
    mark.getElement().setAttribute("aria-hidden", "true");
    Span name = new Span("hoster");
    add(mark, name);
    addClassName("wordmark");
  }
}
