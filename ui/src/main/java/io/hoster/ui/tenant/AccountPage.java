package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.SectionNav;
import java.util.List;

/** The pages about the reader: one title, two sections, a panel for each thing to change. */
abstract class AccountPage extends Main implements HasDynamicTitle {

  static final String ACCOUNT = "account";
  static final String SECURITY = "account/security";

  AccountPage(String path) {
    addClassNames("page", "narrow");
    add(
        new H1(text("account.title")),
        new SectionNav(
            text("account.sections"),
            List.of(
                new SectionNav.Section(ACCOUNT, text("account.you"), path.equals(ACCOUNT)),
                new SectionNav.Section(
                    SECURITY, text("account.security"), path.equals(SECURITY)))));
  }

  static Div panel(String title, Component... parts) {
    Div panel = new Div(new H2(title));
    panel.add(parts);
    panel.addClassNames("panel", "stack");
    return panel;
  }

  static Div row(Component... parts) {
    Div row = new Div(parts);
    row.addClassName("toolbar");
    return row;
  }

  /** Where it stands what came of a press. */
  static Span said() {
    Span said = new Span();
    said.addClassName("secondary");
    said.getElement().setAttribute("role", "status");
    return said;
  }

  static void tell(FieldProblems problems, Span said, String done, Runnable work) {
    problems.clear();
    said.setText("");
    try {
      work.run();
      said.setText(done);
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  @Override
  public String getPageTitle() {
    return text("title", text("account.title"));
  }
}
