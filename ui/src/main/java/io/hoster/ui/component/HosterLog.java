package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lines as they come, at most 500; the browser keeps them, the server none. */
@Tag("hoster-log")
@JsModule("context://js/hoster-log.js")
public final class HosterLog extends Component implements HasStyle {

  /** One line; {@code error} marks what went to the error stream. */
  public record Line(Instant at, String service, boolean error, String text) {}

  /**
   * @param empty shown while there are no lines
   */
  public HosterLog(String label, String empty) {
    getElement().setAttribute("role", "log");
    getElement().setAttribute("aria-live", "off");
    getElement().setAttribute("aria-label", label);
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("empty", empty);
    getElement().setAttribute("held", Texts.text("logs.held"));
    setWrap(true);
  }

  public void append(List<Line> lines) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Line line : lines) {
      rows.addArray()
          .add(line.at().toString())
          .add(line.service())
          .add(line.error())
          .add(line.text());
    }
    getElement().callJsFunction("addLines", rows);
  }

  public void clear() {
    getElement().callJsFunction("clear");
  }

  /** While paused the page stands still and the lines wait. */
  public void setPaused(boolean paused) {
    getElement().setAttribute("paused", paused);
  }

  public void setWrap(boolean wrap) {
    getElement().setAttribute("wrap", wrap);
  }

  /** Saves what is on the page as a file. */
  public void download(String name) {
    getElement().callJsFunction("download", name);
  }
}
