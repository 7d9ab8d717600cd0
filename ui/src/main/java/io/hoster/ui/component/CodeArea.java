package io.hoster.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A text with numbered lines, some of them marked; told a moment after the last key. */
@Tag("hoster-code")
@JsModule("context://js/hoster-code.js")
public final class CodeArea extends Component implements HasComponents, HasStyle {

  private static final int PAUSE_MILLIS = 400;
  private static final int ROWS = 18;

  private final TextArea area = new TextArea();

  /** What is wrong with a line, from 1. */
  public record Mark(int line, String message) {}

  public CodeArea(String label) {
    addClassName("code-area");
    Div gutter = new Div();
    gutter.addClassName("code-gutter");
    gutter.getElement().setAttribute("aria-hidden", "true");
    area.setAriaLabel(label);
    area.setWidthFull();
    area.setMinRows(ROWS);
    area.setValueChangeMode(ValueChangeMode.LAZY);
    area.setValueChangeTimeout(PAUSE_MILLIS);
    area.getElement().setAttribute("spellcheck", "false");
    area.getElement().setAttribute("autocapitalize", "off");
    add(gutter, area);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement().callJsFunction("draw");
  }

  public String getValue() {
    return area.getValue();
  }

  public void setValue(String text) {
    area.setValue(text);
    getElement().callJsFunction("draw");
  }

  /** Is given the text after somebody changed it. */
  public void onChange(Consumer<String> listener) {
    area.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        listener.accept(change.getValue());
      }
    });
  }

  /** Marks these lines and no others. */
  public void mark(List<Mark> marks) {
    SortedMap<Integer, String> lines = new TreeMap<>();
    marks.forEach(mark -> lines.merge(mark.line(), mark.message(), (a, b) -> a + "\n" + b));
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    lines.forEach((line, message) -> rows.addArray().add(line).add(message));
    getElement().setAttribute("marks", rows.toString());
  }

  /** Selects a line and brings it into sight. */
  public void goTo(int line) {
    getElement().callJsFunction("goTo", line);
  }
}
