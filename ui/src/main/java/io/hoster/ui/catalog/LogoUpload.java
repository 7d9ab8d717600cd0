package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.FilePick;
import java.util.function.Consumer;

/** Takes a PNG picture; says what is wrong with another file. */
final class LogoUpload extends Div {

  private static final int LARGEST = 256 * 1024;

  private final Span problem = new Span();

  /**
   * @param taken is given the picture as a data address
   */
  LogoUpload(Consumer<String> taken) {
    addClassName("toolbar");
    problem.addClassName("problem-text");
    problem.getElement().setAttribute("role", "alert");
    add(
        new FilePick(
            text("about.logo"),
            "image/png",
            LARGEST,
            false,
            file -> read(file, taken),
            () -> problem.setText(text("about.logo-refused"))),
        problem);
  }

  private void read(String dataAddress, Consumer<String> taken) {
    if (!dataAddress.startsWith(PngIcon.PREFIX)) {
      problem.setText(text("about.logo-refused"));
      return;
    }
    try {
      PngIcon.read(dataAddress);
      problem.setText("");
      taken.accept(dataAddress);
    } catch (IllegalArgumentException e) {
      problem.setText(e.getMessage());
    }
  }
}
