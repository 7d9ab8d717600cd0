package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;

/** The one card of a sign-in page: a heading, two to four fields, one button. */
abstract class EntryPanel extends Main implements HasDynamicTitle {

  private final String title;
  private final Div card = new Div();
  final FieldProblems problems = new FieldProblems();

  EntryPanel(String title) {
    this.title = title;
    addClassNames("page", "entry");
    card.addClassNames("panel", "entry-card");
    add(card);
  }

  final void show(String intro, Component... parts) {
    card.removeAll();
    card.add(new H1(title));
    if (!intro.isEmpty()) {
      Paragraph words = new Paragraph(intro);
      words.addClassName("secondary");
      card.add(words);
    }
    card.add(problems);
    card.add(parts);
  }

  /** A button that Enter presses too, off while its work goes on. */
  final Button submit(String label, Runnable work) {
    Button button = new Button(label);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.addClassName("wide");
    button.setDisableOnClick(true);
    button.addClickShortcut(Key.ENTER);
    button.addClickListener(click -> {
      problems.clear();
      try {
        work.run();
      } catch (Problem problem) {
        button.setEnabled(true);
        refused(problem);
      }
    });
    return button;
  }

  /** The service said no; the fields keep what was typed. */
  void refused(Problem problem) {
    problems.show(problem);
  }

  /** Leaves for {@code next} as the one who signed in just now: the whole page is made anew. */
  final void leave(NextPage next) {
    getUI().ifPresent(ui -> ui.getPage().setLocation(next.path()));
  }

  final EmailField email() {
    EmailField field = new EmailField(text("email"));
    field.setAutocomplete(Autocomplete.USERNAME);
    field.setWidthFull();
    field.setMaxLength(254);
    problems.at("/email", field);
    return field;
  }

  final TextField name() {
    TextField field = new TextField(text("your-name"));
    field.setAutocomplete(Autocomplete.NAME);
    field.setWidthFull();
    field.setMaxLength(100);
    problems.at("/name", field);
    return field;
  }

  final PasswordField password() {
    PasswordField field = new PasswordField(text("password"));
    field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    field.setWidthFull();
    problems.at("/password", field);
    return field;
  }

  final PasswordField newPassword() {
    PasswordField field = password();
    field.setLabel(text("password.new"));
    field.setAutocomplete(Autocomplete.NEW_PASSWORD);
    field.setHelperText(text("password.help"));
    return field;
  }

  static Paragraph aside(Component... parts) {
    Paragraph aside = new Paragraph(parts);
    aside.addClassName("entry-aside");
    return aside;
  }

  @Override
  public String getPageTitle() {
    return text("title", title);
  }
}
