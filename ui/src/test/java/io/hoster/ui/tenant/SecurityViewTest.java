package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;

class SecurityViewTest extends ViewTest {

  @Test
  void switchesTheSecondFactorOnWithACodeAndShowsTheRecoveryCodesOnce() {
    SecurityView view = navigate("account/security", SecurityView.class);
    press("Set up two-step sign-in");
    find(TextField.class).single().setValue("000000");
    press("Switch on");
    assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("This code is wrong.");
    find(TextField.class).single().setValue("123456");
    press("Switch on");
    assertThat(words(view)).contains("aaaa-1", "bbbb-2");
    press("I have kept them");
    assertThat(words(view)).contains("2 recovery codes are left").doesNotContain("aaaa-1");
  }

  private void press(String button) {
    test(find(Button.class).withText(button).single()).click();
  }

  private static String words(SecurityView view) {
    return view.getElement().getTextRecursively();
  }
}
