package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.hoster.ui.Problem;
import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.FieldProblems;
import java.util.function.Consumer;

/** For whom a version is published, and what that means. */
final class PublishDialog extends Dialog {

  /**
   * @param publish does it; what it is refused for is shown
   */
  PublishDialog(String version, Consumer<Visibility> publish) {
    super(text("publish.title", version));
    RadioButtonGroup<Visibility> whom = new RadioButtonGroup<>(text("publish.for"));
    whom.setItems(Visibility.values());
    whom.setItemLabelGenerator(each -> text("publish.for." + SearchAddress.word(each)));
    whom.setValue(Visibility.PRIVATE);
    FieldProblems problems = new FieldProblems();
    Div content = new Div(problems, whom, new Paragraph(text("publish.effect")));
    content.addClassName("stack");
    add(content);
    setWidth("32rem");
    Button cancel = new Button(text("cancel"), click -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    Button go = new Button(text("publish.go", version));
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(click -> {
      problems.clear();
      try {
        publish.accept(whom.getValue());
        close();
      } catch (Problem problem) {
        problems.show(problem);
      }
    });
    getFooter().add(cancel, go);
  }
}
