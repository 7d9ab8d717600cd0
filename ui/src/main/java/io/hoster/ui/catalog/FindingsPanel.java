package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.hoster.workflows.catalog.compose.Finding;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong with a compose file, each with its place and the way there. */
final class FindingsPanel extends Aside {

  private final Consumer<Finding> goTo;
  private final H2 title = new H2();
  private final Div body = new Div();

  /**
   * @param goTo shows the place of a finding
   */
  FindingsPanel(Consumer<Finding> goTo) {
    this.goTo = goTo;
    addClassNames("side", "panel", "findings");
    getElement().setAttribute("aria-label", text("editor.findings"));
    title.getElement().setAttribute("role", "status");
    add(title, body);
  }

  void show(List<Finding> findings) {
    title.setText(text("editor.found", findings.size()));
    body.removeAll();
    if (findings.isEmpty()) {
      body.add(new Paragraph(text("editor.good")));
      return;
    }
    UnorderedList list = new UnorderedList();
    findings.forEach(finding -> list.add(item(finding)));
    body.add(list);
  }

  private Component item(Finding finding) {
    Span place = new Span(text("editor.place", finding.line(), finding.column()));
    place.addClassNames("secondary", "numbers");
    Button way = new Button(text("editor.go"), click -> goTo.accept(finding));
    way.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    way.setAriaLabel(text("editor.go-to", finding.line()));
    Div head = new Div(place, way);
    head.addClassName("panel-head");
    return new ListItem(head, new Paragraph(finding.message()));
  }
}
