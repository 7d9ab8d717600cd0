package io.hoster.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A button that takes a small file from the reader's disk; the browser reads it. */
@Tag("hoster-file")
@JsModule("context://js/hoster-file.js")
public final class FilePick extends Component implements HasStyle {

  private static final String FITS = "event.detail.fits";
  private static final String CONTENT = "event.detail.content";

  /**
   * @param accept what the browser offers, such as {@code .yml,.yaml}
   * @param mostBytes what is larger is not read
   * @param asText the content is the file's text, else a data address
   * @param taken is given the content
   * @param tooLarge runs instead for a file that is larger
   */
  public FilePick(
      String label,
      String accept,
      int mostBytes,
      boolean asText,
      Consumer<String> taken,
      Runnable tooLarge) {
    getElement().setAttribute("label", label);
    getElement().setAttribute("accept", accept);
    getElement().setAttribute("most", Integer.toString(mostBytes));
    getElement().setAttribute("text", asText);
    getElement()
        .addEventListener(
            "picked",
            event -> {
              JsonNode said = event.getEventData();
              if (said.path(FITS).asBoolean()) {
                taken.accept(said.path(CONTENT).asString());
              } else {
                tooLarge.run();
              }
            })
        .addEventData(FITS)
        .addEventData(CONTENT);
  }
}
