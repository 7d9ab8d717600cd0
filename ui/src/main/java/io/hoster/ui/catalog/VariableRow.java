package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.workflows.catalog.Variable;
import io.hoster.workflows.catalog.Variable.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One value that a template asks for, with all that its field on the deploy form says. */
final class VariableRow extends Div {

  private static final List<String> GENERATORS =
      List.of("", "password(24)", "password(32)", "hex(32)", "uuid");

  private final Variable before;
  private final Select<Type> type = new Select<>();
  private final TextField label = new TextField(text("asks.label"));
  private final TextField value = new TextField(text("asks.default"));
  private final Select<String> generate = new Select<>();
  private final TextField help = new TextField(text("asks.help"));
  private final TextField group = new TextField(text("asks.group"));
  private final TextField choices = new TextField(text("asks.choices"));
  private final Checkbox required = new Checkbox(text("asks.required"));

  VariableRow(Variable variable, Button remove, Runnable changed) {
    this.before = variable;
    addClassName("variable-row");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", variable.name());
    Span name = new Span(variable.name());
    name.addClassName("code");
    Div head = new Div(name, required, remove);
    head.addClassName("panel-head");
    type.setLabel(text("asks.type"));
    type.setItems(Type.values());
    type.setItemLabelGenerator(each -> text("asks.type." + SearchAddress.word(each)));
    generate.setLabel(text("asks.generate"));
    generate.setItems(generators(variable.generate()));
    generate.setItemLabelGenerator(form -> form.isEmpty() ? text("asks.generate-not") : form);
    fill(variable);
    type.addValueChangeListener(change -> changed(change.isFromClient(), changed));
    generate.addValueChangeListener(change -> changed(change.isFromClient(), changed));
    required.addValueChangeListener(change -> changed(change.isFromClient(), changed));
    for (TextField field : List.of(label, value, help, group, choices)) {
      field.addValueChangeListener(change -> changed(change.isFromClient(), changed));
    }
    Div fields = new Div(label, type, value, generate, group, help, choices);
    fields.addClassName("variable-fields");
    add(head, fields);
    showWhatMatters();
  }

  private static List<String> generators(@Nullable String own) {
    List<String> all = new ArrayList<>(GENERATORS);
    if (own != null && !all.contains(own)) {
      all.add(own);
    }
    return all;
  }

  private void fill(Variable variable) {
    type.setValue(variable.type());
    label.setValue(variable.label());
    value.setValue(Objects.requireNonNullElse(variable.defaultValue(), ""));
    generate.setValue(Objects.requireNonNullElse(variable.generate(), ""));
    help.setValue(variable.help());
    group.setValue(variable.group());
    choices.setValue(String.join(", ", variable.choices()));
    required.setValue(variable.required());
  }

  private void changed(boolean byHand, Runnable told) {
    showWhatMatters();
    if (byHand) {
      told.run();
    }
  }

  private void showWhatMatters() {
    choices.setVisible(type.getValue() == Type.CHOICE);
    generate.setVisible(type.getValue() == Type.SECRET || type.getValue() == Type.STRING);
  }

  Variable variable() {
    return new Variable(
        before.name(),
        type.getValue(),
        label.getValue().isBlank() ? before.name() : label.getValue().strip(),
        help.getValue().strip(),
        group.getValue().strip(),
        value.getValue().isEmpty() ? null : value.getValue(),
        required.getValue(),
        generate.isVisible() && !generate.getValue().isEmpty() ? generate.getValue() : null,
        before.pattern(),
        type.getValue() == Type.CHOICE ? words(choices.getValue()) : List.of(),
        before.once());
  }

  private static List<String> words(String listed) {
    return Arrays.stream(listed.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
