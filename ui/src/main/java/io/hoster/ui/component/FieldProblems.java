package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.hoster.ui.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts what a service found wrong at the fields it found it in, and the rest above the form; the
 * first field in trouble gets the focus.
 */
public final class FieldProblems extends Paragraph {

  private final Map<String, Component> fields = new LinkedHashMap<>();

  public FieldProblems() {
    addClassName("form-problem");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  /** Problems at {@code pointer}, such as {@code /email}, are shown at {@code field}. */
  public <C extends Component & HasValidationProperties & HasValue<?, ?>> void at(
      String pointer, C field) {
    fields.put(pointer, field);
    field.addValueChangeListener(change -> field.setInvalid(false));
  }

  /** Forgets what was shown. */
  public void clear() {
    setVisible(false);
    setText("");
    fields.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
  }

  /** Shows {@code problem}. */
  public void show(Problem problem) {
    clear();
    boolean placed = false;
    for (Problem.FieldProblem found : problem.fields()) {
      Component field = fields.get(found.pointer());
      if (field instanceof HasValidationProperties validated) {
        validated.setInvalid(true);
        validated.setErrorMessage(found.message());
        if (!placed && field instanceof Focusable<?> focusable) {
          focusable.focus();
        }
        placed = true;
      }
    }
    if (!placed || problem.fields().size() > 2) {
      say(problem.detail());
    }
  }

  /** Shows a sentence above the form. */
  public void say(String sentence) {
    setText(sentence);
    setVisible(true);
  }
}
