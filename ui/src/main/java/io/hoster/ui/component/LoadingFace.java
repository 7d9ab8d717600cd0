package io.hoster.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Grey blocks while content is on its way; nothing in the first 200 ms, words after 5 s. */
public final class LoadingFace extends Div {

  /**
   * @param slow said after five seconds
   */
  public LoadingFace(int rows, String slow) {
    addClassName("loading");
    getElement().setAttribute("aria-busy", "true");
    for (int row = 0; row < rows; row++) {
      Div block = new Div();
      block.addClassName("loading-block");
      add(block);
    }
    Paragraph words = new Paragraph(slow);
    words.addClassName("loading-slow");
    add(words);
  }
}
