package io.hoster.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;

/** Copies a text in the browser, then says so for two seconds. */
@JsModule("context://js/hoster-copy.js")
public final class CopyButton extends Button {

  /**
   * @param what names the thing for screen readers, such as "address"
   */
  public CopyButton(String what, String copied) {
    Span word = new Span(Texts.text("copy"));
    word.addClassName("copy-word");
    setIcon(AppIcon.COPY.create());
    getElement().appendChild(word.getElement());
    removeThemeName("icon"); // there is a word beside it
    addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    setAriaLabel(Texts.text("copy.what", what));
    getElement().setAttribute("data-copied", Texts.text("copied"));
    setCopied(copied);
  }

  /** What the next click copies. */
  public void setCopied(String copied) {
    getElement().setAttribute("data-copy", copied);
  }
}
