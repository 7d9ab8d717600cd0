package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hoster.ui.component.FieldProblems;
import io.hoster.workflows.catalog.FieldProblem;
import io.hoster.workflows.catalog.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A field for each variable of a template, under its group's heading. Says what was typed; what is
 * wrong with it says a service.
 */
public final class VariablesForm extends Div {

  private final Map<String, HasValue<?, ?>> fields = new LinkedHashMap<>();
  private final Set<String> secrets = new HashSet<>();
  private final Set<String> prefilled = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private Runnable changed = () -> {};

  /**
   * @param kept names of secrets that have a value already; left empty they keep it
   */
  VariablesForm(List<Variable> variables, SortedSet<String> kept, FieldProblems problems) {
    addClassNames("stack", "variables");
    Map<String, Div> groups = new LinkedHashMap<>();
    for (Variable variable : variables) {
      Div group = groups.computeIfAbsent(variable.group(), this::group);
      group.add(field(variable, kept.contains(variable.name()), problems));
    }
  }

  public VariablesForm(List<Variable> variables, FieldProblems problems) {
    this(variables, new TreeSet<>(), problems);
  }

  private Div group(String name) {
    Div group = new Div();
    group.addClassName("stack");
    if (!name.isEmpty()) {
      group.add(new H2(name));
      group.getElement().setAttribute("role", "group");
      group.getElement().setAttribute("aria-label", name);
    }
    add(group);
    return group;
  }

  private Component field(Variable variable, boolean kept, FieldProblems problems) {
    return switch (variable.type()) {
      case STRING -> textField(variable, problems);
      case NUMBER -> number(variable, problems);
      case SECRET -> secret(variable, kept, problems);
      case BOOLEAN -> flag(variable, problems);
      case CHOICE -> choice(variable, problems);
    };
  }

  private TextField textField(Variable variable, FieldProblems problems) {
    return typed(new TextField(), variable, problems);
  }

  private TextField number(Variable variable, FieldProblems problems) {
    TextField field = typed(new TextField(), variable, problems);
    field.setAllowedCharPattern("[0-9.-]");
    field.getElement().setAttribute("inputmode", "decimal");
    return field;
  }

  private PasswordField secret(Variable variable, boolean kept, FieldProblems problems) {
    secrets.add(variable.name());
    PasswordField field = typed(new PasswordField(), variable, problems);
    field.setAutocomplete(Autocomplete.NEW_PASSWORD);
    if (kept) {
      field.setPlaceholder(text("variables.kept"));
      field.setRequiredIndicatorVisible(false);
    } else if (variable.generate() != null) {
      field.setPlaceholder(text("variables.generated"));
    }
    return field;
  }

  private <F extends TextFieldBase<F, String> & com.vaadin.flow.component.HasPlaceholder> F typed(
      F field, Variable variable, FieldProblems problems) {
    field.setLabel(label(variable));
    field.setWidthFull();
    field.setHelperText(variable.help());
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(400);
    if (variable.defaultValue() != null) {
      field.setValue(variable.defaultValue());
      prefilled.add(variable.name());
    }
    if (variable.generate() != null && variable.type() != Variable.Type.SECRET) {
      field.setPlaceholder(text("variables.generated"));
    }
    field.addBlurListener(blur -> touch(variable.name()));
    problems.at(pointer(variable.name()), field);
    return keep(variable, field);
  }

  private Checkbox flag(Variable variable, FieldProblems problems) {
    Checkbox box = new Checkbox(variable.label());
    box.setHelperText(variable.help());
    box.setValue("true".equals(variable.defaultValue()));
    problems.at(pointer(variable.name()), box);
    return keep(variable, box);
  }

  private Select<String> choice(Variable variable, FieldProblems problems) {
    Select<String> select = new Select<>();
    select.setLabel(label(variable));
    select.setHelperText(variable.help());
    select.setWidthFull();
    select.setItems(variable.choices());
    select.setValue(variable.defaultValue());
    problems.at(pointer(variable.name()), select);
    return keep(variable, select);
  }

  private <F extends AbstractField<?, ?>> F keep(Variable variable, F field) {
    fields.put(variable.name(), field);
    field.getElement().setAttribute("name", variable.name());
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        touched.add(variable.name());
        changed.run();
      }
    });
    return field;
  }

  private void touch(String name) {
    if (touched.add(name)) {
      changed.run();
    }
  }

  /** Required is said in words: optional ones say so. */
  private static String label(Variable variable) {
    boolean needed = variable.required() || variable.generate() != null;
    return needed ? variable.label() : text("variables.optional", variable.label());
  }

  static String pointer(String name) {
    return "/variables/" + name;
  }

  /** Runs after each change somebody makes. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  /** What is in the fields; empty ones are left out, unless what stood there was taken out. */
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    fields.forEach((name, field) -> {
      String value = field.getValue() == null ? "" : field.getValue().toString();
      if (!value.isEmpty() || prefilled.contains(name)) {
        values.put(name, value);
      }
    });
    return values;
  }

  /** {@link #values()} without the secrets: what may be kept in the browser. */
  SortedMap<String, String> open() {
    SortedMap<String, String> open = values();
    open.keySet().removeAll(secrets);
    return open;
  }

  /** Fills the fields; names without a field are passed over. */
  public void fill(Map<String, String> values) {
    values.forEach((name, value) -> {
      HasValue<?, ?> field = fields.get(name);
      if (field instanceof Checkbox box) {
        box.setValue(value.equals("true"));
      } else if (field instanceof Select<?>) {
        choose(field, value);
      } else if (field instanceof TextFieldBase<?, ?>) {
        write(field, value);
      }
    });
  }

  @SuppressWarnings("unchecked")
  private static void choose(HasValue<?, ?> field, String value) {
    ((Select<String>) field).setValue(value);
  }

  @SuppressWarnings("unchecked")
  private static void write(HasValue<?, ?> field, String value) {
    ((HasValue<?, String>) field).setValue(value);
  }

  /** Marks the fields that somebody has been at; the others are left alone while one types. */
  void mark(List<FieldProblem> problems) {
    Map<String, String> found = new LinkedHashMap<>();
    problems.forEach(problem -> found.putIfAbsent(problem.name(), problem.message()));
    fields.forEach((name, field) -> {
      if (touched.contains(name) && field instanceof HasValidationProperties validated) {
        String message = found.get(name);
        validated.setInvalid(message != null);
        validated.setErrorMessage(message);
      }
    });
  }
}
