package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names with what there is to say of each. */
public final class Facts extends DescriptionList {

  /** Adds a line. */
  public void fact(String name, Component value) {
    add(new Term(name), new Description(value));
  }

  /** Adds a line. */
  public void fact(String name, String value) {
    fact(name, new Span(value));
  }
}
