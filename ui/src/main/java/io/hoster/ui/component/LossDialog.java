package io.hoster.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * Asks before data is lost: what goes, what stays, and the thing's name typed by hand. Enter does
 * not confirm.
 */
public final class LossDialog extends Dialog {

  /**
   * @param title the verb and the object
   * @param goes what will be gone, with counts
   * @param stays what is kept; may be empty
   * @param name what has to be typed
   * @param verb what the confirming button says
   */
  public LossDialog(
      String title, String goes, String stays, String name, String verb, Runnable confirmed) {
    setHeaderTitle(title);
    setRole("alertdialog");
    setCloseOnOutsideClick(false);
    addClassName("loss");
    Button confirm = new Button(verb);
    confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    confirm.setEnabled(false);
    confirm.setDisableOnClick(true);
    confirm.addClickListener(click -> {
      close();
      confirmed.run();
    });
    add(new Paragraph(goes));
    if (!stays.isEmpty()) {
      add(new Paragraph(stays));
    }
    TextField typed = new TextField(Texts.text("loss.type", name));
    typed.setWidthFull();
    typed.setAutofocus(true);
    typed.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    typed.setValueChangeMode(ValueChangeMode.EAGER);
    typed.addValueChangeListener(
        change -> confirm.setEnabled(change.getValue().strip().equals(name)));
    add(typed);
    Button cancel = new Button(Texts.text("cancel"), click -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter().add(cancel, confirm);
  }
}
