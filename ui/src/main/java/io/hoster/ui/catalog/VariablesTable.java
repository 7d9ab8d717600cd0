package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.hoster.workflows.catalog.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values that a template asks for, one a row; what the file uses is added by itself. */
final class VariablesTable extends Div {

  private final Div rows = new Div();
  private final Paragraph none = new Paragraph(text("asks.none"));
  private final Runnable changed;
  private final List<VariableRow> all = new ArrayList<>();

  VariablesTable(Runnable changed) {
    this.changed = changed;
    addClassNames("panel", "stack");
    rows.addClassName("stack");
    add(new H2(text("asks.title")), new Paragraph(text("asks.why")), none, rows);
  }

  void fill(List<Variable> variables) {
    all.clear();
    rows.removeAll();
    variables.forEach(this::add);
    none.setVisible(all.isEmpty());
  }

  /** Adds rows for variables that have none yet. */
  void use(List<Variable> more) {
    Set<String> known = new HashSet<>(variables().stream().map(Variable::name).toList());
    more.stream().filter(variable -> known.add(variable.name())).forEach(this::add);
    none.setVisible(all.isEmpty());
  }

  private void add(Variable variable) {
    Button remove = new Button(text("asks.remove"));
    remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    remove.setAriaLabel(text("asks.remove-one", variable.name()));
    VariableRow row = new VariableRow(variable, remove, changed);
    remove.addClickListener(click -> {
      all.remove(row);
      rows.remove(row);
      none.setVisible(all.isEmpty());
      changed.run();
    });
    all.add(row);
    rows.add(row);
  }

  /** As they stand in the fields. */
  List<Variable> variables() {
    return all.stream().map(VariableRow::variable).toList();
  }
}
