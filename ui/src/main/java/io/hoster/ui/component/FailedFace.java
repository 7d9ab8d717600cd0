package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A part of a page that could not be shown: what failed, what is safe, and a way on. */
public final class FailedFace extends Div {

  public FailedFace(String what, String safe, Component... ways) {
    addClassNames("face", "face-failed");
    getElement().setAttribute("role", "alert");
    Paragraph fact = new Paragraph(what);
    fact.addClassName("face-fact");
    Div buttons = new Div(ways);
    buttons.addClassName("face-ways");
    add(AppIcon.ATTENTION.create(), fact, new Paragraph(safe), buttons);
  }

  /** A face whose way on is to try again. */
  public static FailedFace retry(String what, String safe, Runnable again) {
    Button button = new Button(Texts.text("try-again"), click -> again.run());
    button.setDisableOnClick(true);
    return new FailedFace(what, safe, button);
  }
}
