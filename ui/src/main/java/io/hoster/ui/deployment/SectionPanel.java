package io.hoster.ui.deployment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** One section of a deployment's page. */
abstract class SectionPanel extends Div {

  SectionPanel() {
    addClassNames("stack", "section");
  }

  /** Shows what changed; called in the page's UI after each change. */
  abstract void refresh(Deployments.Details details);

  static Div panel(String title, Component... content) {
    Div panel = new Div(new H2(title));
    panel.add(content);
    panel.addClassNames("panel", "stack");
    return panel;
  }
}
