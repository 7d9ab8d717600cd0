package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplateVersionsViewTest extends ViewTest {

  @Autowired SomeCreators creators;
  private TemplateVersionsView view;

  @BeforeEach
  void open() {
    view = navigate("templates/wordpress/versions", "", TemplateVersionsView.class);
  }

  private void press(String label) {
    test(find(Button.class).all().stream()
            .filter(button -> button.getText().equals(label))
            .findFirst()
            .orElseThrow())
        .click();
  }

  private String said() {
    return view.getElement().getTextRecursively();
  }

  @Test
  void tellsEachVersionWithWhoUsesIt() {
    assertThat(said())
        .contains("6.9.0", "Draft", "Faster.", "6.8", "Published", "for everybody", "96 live")
        .contains("Hoster did not publish this for all: No.");
  }

  @Test
  void showsWhatChanged() {
    press("What changed");
    assertThat(find(Dialog.class).single().getElement().getTextRecursively())
        .contains("- " + "    image: wordpress:6.8", "+ " + "    image: wordpress:6.9.0");
  }

  @Test
  void deprecatesAfterAQuestion() {
    press("Deprecate");
    assertThat(creators.asked()).isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(creators.asked()).containsExactly("deprecate 6.8");
  }

  @Test
  void aRefusedWithdrawalSaysWhoUsesIt() {
    press("Withdraw");
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(said()).contains("96 deployments of 80 other customers.");
  }

  @Test
  void theListLeadsHere() {
    TemplatesView list = navigate("templates", "", TemplatesView.class);
    assertThat(list.getElement().getTextRecursively())
        .contains("WordPress", "6.8, $5.00 a month, 96 live", "Published", "New template");
  }
}
