package io.hoster.ui.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.OneVisitor;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntryViewsTest extends ViewTest {

  @Autowired OneVisitor browser;
  @Autowired OneUser user;

  @BeforeEach
  void nobody() {
    browser.signOut();
  }

  @Test
  void signsInWithTheRightPassword() {
    navigate("login", LoginView.class);
    find(EmailField.class).single().setValue("ada@acme.example");
    find(PasswordField.class).single().setValue("correct horse");
    test(find(Button.class).withText("Sign in").single()).click();
    assertThat(user.asked).containsExactly("sign in ada@acme.example");
  }

  @Test
  void keepsTheAddressAndForgetsAWrongPassword() {
    LoginView view = navigate("login", LoginView.class);
    find(EmailField.class).single().setValue("ada@acme.example");
    find(PasswordField.class).single().setValue("wrong");
    test(find(Button.class).withText("Sign in").single()).click();
    assertThat(view.getElement().getTextRecursively()).contains("E-mail or password is wrong.");
    assertThat(find(EmailField.class).single().getValue()).isEqualTo("ada@acme.example");
    assertThat(find(PasswordField.class).single().getValue()).isEmpty();
  }

  @Test
  void putsAWeakPasswordsProblemAtItsField() {
    navigate("signup", "next=deploy%2Fwordpress", SignUpView.class);
    find(TextField.class).single().setValue("Ada");
    find(EmailField.class).single().setValue("ada@acme.example");
    find(PasswordField.class).single().setValue("short");
    test(find(Button.class).withText("Create account").single()).click();
    assertThat(find(PasswordField.class).single().getErrorMessage())
        .isEqualTo("Use at least 10 characters.");
    assertThat(user.asked).isEmpty();
  }

  @Test
  void answersTheSameForEveryForgottenPassword() {
    ForgotView view = navigate("forgot", ForgotView.class);
    find(EmailField.class).single().setValue("nobody@acme.example");
    test(find(Button.class).withText("Send the link").single()).click();
    assertThat(view.getElement().getTextRecursively())
        .contains("If nobody@acme.example has an account, a link is on its way.");
  }

  @Test
  void confirmsAnAddressByAPressAndNotByOpeningTheLink() {
    navigate("verify", "token=abc", VerifyView.class);
    assertThat(user.asked).isEmpty();
    test(find(Button.class).withText("Confirm my e-mail").single()).click();
    assertThat(user.asked).containsExactly("verify abc");
  }
}
