package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;

class TokensViewTest extends ViewTest {

  @Test
  void showsATokenOnceAndDeletesItAfterAQuestion() {
    TokensView view = navigate("tokens", TokensView.class);
    test(find(Button.class).withText("Create token").all().getFirst()).click();
    find(TextField.class).single().setValue("backup");
    test(find(Button.class, find(Dialog.class).single()).withText("Create token").single()).click();
    assertThat(view.getElement().getTextRecursively()).contains("hst_secret_of_backup");
    TokensView again = navigate("tokens", TokensView.class);
    test(find(Button.class).withText("Delete").single()).click();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(again.getElement().getTextRecursively()).contains("No tokens.");
  }
}
