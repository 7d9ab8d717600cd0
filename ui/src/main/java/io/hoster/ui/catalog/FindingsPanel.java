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
import io.hoster.workflows.catalog.compose.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a compose file, each with its place, the way there and what would mend it. */
final class FindingsPanel extends Aside {

  /** What the reader asks for. */
  interface Desk {

    void goTo(int line);

    void apply(Suggestion suggestion);

    /** Takes all that helps. */
    void mend();
  }

  private final transient Desk desk;
  private final H2 title = new H2();
  private final Div body = new Div();

  FindingsPanel(Desk desk) {
    this.desk = desk;
    addClassNames("side", "panel", "findings");
    getElement().setAttribute("aria-label", text("editor.findings"));
    title.getElement().setAttribute("role", "status");
    body.addClassName("stack");
    add(title, body);
  }

  /** There is nothing to look at yet. */
  void begin() {
    title.setText(text("editor.begin"));
    body.removeAll();
    body.add(new Paragraph(text("editor.begin-how")));
  }

  void show(Creators.Look look) {
    title.setText(text("editor.found", look.findings().size()));
    body.removeAll();
    if (look.findings().isEmpty()) {
      body.add(new Paragraph(text("editor.good")));
    }
    List<Suggestion> left = new ArrayList<>(look.changes());
    if (!left.isEmpty()) {
      Button all = new Button(text("editor.mend"), click -> desk.mend());
      all.addClassName("start");
      body.add(all);
    }
    UnorderedList list = new UnorderedList();
    for (Finding finding : look.findings()) {
      Optional<Suggestion> help =
          left.stream().filter(change -> change.path().equals(finding.path())).findFirst();
      help.ifPresent(left::remove);
      list.add(item(finding.line(), finding.column(), finding.message(), help));
    }
    for (Suggestion change : left) {
      list.add(item(change.line(), change.column(), "", Optional.of(change)));
    }
    body.add(list);
  }

  private Component item(int line, int column, String message, Optional<Suggestion> help) {
    Span place = new Span(text("editor.place", line, column));
    place.addClassNames("secondary", "numbers");
    Button way = small(new Button(text("editor.go"), click -> desk.goTo(line)));
    way.setAriaLabel(text("editor.go-to", line));
    Div head = new Div(place, way);
    head.addClassName("panel-head");
    ListItem item = new ListItem(head);
    if (!message.isEmpty()) {
      item.add(new Paragraph(message));
    }
    if (help.isPresent()) {
      Suggestion change = help.get();
      Paragraph effect = new Paragraph(change.message());
      effect.addClassName("secondary");
      Button apply = small(new Button(text("editor.apply"), click -> desk.apply(change)));
      apply.setAriaLabel(text("editor.apply-to", line));
      item.add(effect, apply);
    }
    return item;
  }

  private static Button small(Button button) {
    button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    return button;
  }
}
