package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.AbstractIcon;

/** Nothing is here yet: one sentence of fact, one of what to do, and what does it. */
public final class EmptyFace extends Div {

  public EmptyFace(AppIcon icon, String fact, String next, Component... ways) {
    addClassName("face");
    AbstractIcon<?> picture = icon.create();
    Paragraph first = new Paragraph(fact);
    first.addClassName("face-fact");
    add(picture, first);
    if (!next.isEmpty()) {
      add(new Paragraph(next));
    }
    Div buttons = new Div(ways);
    buttons.addClassName("face-ways");
    add(buttons);
  }
}
