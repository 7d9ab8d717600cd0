package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.FilePick;
import io.hoster.workflows.catalog.yaml.YamlReader;
import java.util.function.Consumer;

/** Takes a compose file from the reader's disk. */
final class ComposeUpload extends Div {

  private final Span said = new Span(text("editor.drop"));

  /**
   * @param taken is given the text
   */
  ComposeUpload(Consumer<String> taken) {
    addClassName("toolbar");
    said.getElement().setAttribute("role", "status");
    said.addClassName("secondary");
    add(
        new FilePick(
            text("editor.upload"),
            ".yml,.yaml,.txt,text/*",
            YamlReader.MAX_BYTES,
            true,
            file -> {
              said.setText(text("editor.drop"));
              taken.accept(file.replace("\0", "\uFFFD"));
            },
            () -> said.setText(text("editor.upload-refused"))),
        said);
  }
}
