package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.Problem;
import io.hoster.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeployViewTest extends ViewTest {

  @Autowired SomeDesk desk;

  @Test
  void asksWhatTheTemplateAsksAndSuggestsAName() {
    navigate("deploy/wordpress", DeployView.class);
    assertThat(field("Name").getValue()).isEqualTo("wordpress");
    assertThat(field("Name").getHelperText()).isEqualTo("wordpress.apps.localhost is free");
    assertThat(field("Title").getValue()).isEqualTo("My blog");
    assertThat(field("Workers (optional)").getValue()).isEqualTo("4");
    assertThat(find(PasswordField.class).single().getPlaceholder()).startsWith("generated");
    assertThat(find(Checkbox.class).single().getValue()).isTrue();
    assertThat(find(Select.class).single().getValue()).isEqualTo("en");
  }

  @Test
  void deploysOnceAndGoesToThePage() {
    navigate("deploy/wordpress", DeployView.class);
    field("E-mail").setValue("ada@acme.example");
    Button deploy = find(Button.class).withText("Deploy wordpress").single();
    test(deploy).click();
    assertThat(desk.asked)
        .singleElement()
        .asString()
        .contains("wordpress", "ADMIN_EMAIL=ada@acme.example", "CACHE=true")
        .doesNotContain("PASSWORD");
    assertThat(UI.getCurrent().getActiveViewLocation().getPath())
        .isEqualTo("deployments/" + SomeDeployments.STARTS);
  }

  @Test
  void keepsTheFormAndSaysWhyWhenThePlanIsFull() {
    desk.refusal =
        Problem.forbidden("plan_limit", "Deployment limit reached (3/3). Upgrade your plan.");
    navigate("deploy/wordpress", DeployView.class);
    field("Title").setValue("Kept");
    Button deploy = find(Button.class).withText("Deploy wordpress").single();
    test(deploy).click();
    assertThat(text()).contains("Deployment limit reached (3/3). Upgrade your plan.");
    assertThat(field("Title").getValue()).isEqualTo("Kept");
    assertThat(deploy.isEnabled()).isTrue();
  }

  @Test
  void putsWhatIsWrongAtTheFieldItIsWrongIn() {
    desk.refusal = Problem.invalid("/variables/ADMIN_EMAIL", "This is needed. Enter a value.");
    navigate("deploy/wordpress", DeployView.class);
    test(find(Button.class).withText("Deploy wordpress").single()).click();
    assertThat(field("E-mail").isInvalid()).isTrue();
    assertThat(field("E-mail").getErrorMessage()).isEqualTo("This is needed. Enter a value.");
  }

  @Test
  void offersAFreeNameForOneThatIsTaken() {
    navigate("deploy/wordpress", DeployView.class);
    test(field("Name")).setValue("taken");
    assertThat(field("Name").getErrorMessage())
        .isEqualTo("You already have a deployment called taken.");
    test(find(Button.class).withText("Use taken-2, it is free").single()).click();
    assertThat(field("Name").getValue()).isEqualTo("taken-2");
    assertThat(field("Name").isInvalid()).isFalse();
  }

  private TextField field(String label) {
    return find(TextField.class).withPropertyValue(TextField::getLabel, label).single();
  }

  private String text() {
    return ((DeployView) getCurrentView()).getElement().getTextRecursively();
  }
}
