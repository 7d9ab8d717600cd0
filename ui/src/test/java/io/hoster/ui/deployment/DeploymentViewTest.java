package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.ViewTest;
import io.hoster.ui.component.LossDialog;
import io.hoster.ui.component.State;
import io.hoster.workflows.deployment.DeploymentId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeploymentViewTest extends ViewTest {

  @Autowired SomeDeployments deployments;
  @Autowired SomeLines lines;
  @Autowired ChangeFeed feed;

  @Test
  void leadsToWhatRunsAndHidesSecretsUntilAsked() {
    open(SomeDeployments.RUNS, "overview");
    assertThat(find(Anchor.class).withText("Open").exists()).isTrue();
    assertThat(text()).contains("••••••••").doesNotContain("tH9xkq2LmVbn");
    test(find(Button.class).withText("Reveal").single()).click();
    assertThat(text()).contains("tH9xkq2LmVbn");
    assertThat(deployments.asked).containsExactly("reveal dep_runs");
  }

  @Test
  void saysWhatFailedWhyAndWhatCanBeDone() {
    open(SomeDeployments.FAILED, "overview");
    assertThat(text())
        .contains(
            "Step 5 of 12 failed: Pull images",
            "does not exist in the registry",
            "Tries again from step 5. Steps 1 to 4 stay done.");
    test(find(Button.class).withText("Retry").single()).click();
    assertThat(deployments.asked).containsExactly("RETRY dep_failed");
  }

  @Test
  void asksBeforeItRollsBack() {
    open(SomeDeployments.FAILED, "timeline");
    test(find(Button.class).withText("Roll back…").single()).click();
    assertThat(deployments.asked).isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(deployments.asked).containsExactly("ROLL_BACK dep_failed");
  }

  @Test
  void startsWhatIsStoppedAndShowsThatItWasTaken() {
    open(SomeDeployments.STOPPED, "overview");
    test(find(Button.class).withText("Start").single()).click();
    assertThat(deployments.asked).containsExactly("START dep_stopped");
    assertThat(find(Button.class).withText("Starting…").single().isEnabled()).isFalse();
  }

  @Test
  void deletesOnlyByTheNameTyped() {
    open(SomeDeployments.STOPPED, "settings");
    test(find(Button.class).withText("Delete old-shop…").single()).click();
    assertThat(find(LossDialog.class).exists()).isTrue();
    assertThat(deployments.asked).isEmpty();
  }

  @Test
  void asksToStopWhatRunsBeforeItIsDeleted() {
    open(SomeDeployments.RUNS, "settings");
    assertThat(text()).contains("Stop it first.");
    test(find(Button.class).withText("Stop").single()).click();
    assertThat(deployments.asked).containsExactly("STOP dep_runs");
  }

  @Test
  void redeploysWithWhatChangedOnly() {
    open(SomeDeployments.RUNS, "settings");
    find(com.vaadin.flow.component.textfield.TextField.class)
        .withPropertyValue(com.vaadin.flow.component.textfield.TextField::getLabel, "Title")
        .single()
        .setValue("New title");
    test(find(Button.class).withText("Apply and redeploy").single()).click();
    assertThat(deployments.asked).containsExactly("REDEPLOY dep_runs {TITLE=New title}");
  }

  @Test
  void saysWhatANewerVersionChangesAndAsksForWhatItNeeds() {
    open(SomeDeployments.RUNS, "settings");
    test(find(Button.class).withText("See what 9.0 changes…").single()).click();
    assertThat(find(UpgradeDialog.class).single().getElement().getTextRecursively())
        .contains(
            "web runs wiki:9.0 in place of wiki:6.8.",
            "The volume old (web:/old) is no longer used. Its data is kept.",
            "it is away for a moment");
    test(find(Button.class).withText("Update to 9.0").single()).click();
    assertThat(deployments.asked).isEmpty();
    find(com.vaadin.flow.component.textfield.TextField.class)
        .withPropertyValue(com.vaadin.flow.component.textfield.TextField::getLabel, "Realm")
        .single()
        .setValue("north");
    test(find(Button.class).withText("Update to 9.0").single()).click();
    assertThat(deployments.asked).containsExactly("UPGRADE dep_runs 9.0 {REALM=north}");
  }

  @Test
  void goesBackToWhatRanBeforeAfterAQuestion() {
    open(SomeDeployments.RUNS, "settings");
    test(find(Button.class).withText("Go back to what ran before…").single()).click();
    assertThat(deployments.asked).isEmpty();
    test(find(ConfirmDialog.class).single()).confirm();
    assertThat(deployments.asked).containsExactly("BACK dep_runs");
  }

  @Test
  void showsAFaceWithATryAgainWhenLogsCannotBeRead() {
    open(SomeDeployments.FAILED, "logs");
    runPending();
    assertThat(text()).contains("node local has not answered", "Try again");
  }

  @Test
  void endsTheFollowingOfLogsWithThePage() {
    open(SomeDeployments.RUNS, "logs");
    assertThat(lines.readers()).isEqualTo(1);
    open(SomeDeployments.RUNS, "overview");
    assertThat(lines.readers()).isZero();
  }

  @Test
  void showsThatADeploymentIsGoneWhileItsPageIsOpen() {
    open(SomeDeployments.STOPPED, "overview");
    deployments.change(SomeDeployments.STOPPED, State.FAILED);
    deployments.remove(SomeDeployments.STOPPED);
    ((DeploymentView) getCurrentView()).refresh();
    assertThat(find(H1.class).single().getText()).isEqualTo("old-shop");
    assertThat(text()).contains("old-shop is gone.");
  }

  @Test
  void hasOneHeadingOfTheFirstLevelInEverySection() {
    for (String section :
        java.util.List.of("overview", "timeline", "logs", "metrics", "settings")) {
      open(SomeDeployments.RUNS, section);
      assertThat(find(H1.class).all()).as(section).hasSize(1);
      assertThat(text()).as(section).doesNotContain("!{");
    }
  }

  @Test
  void showsWhatItServedAsATableToo() {
    open(SomeDeployments.RUNS, "metrics");
    Details table = find(Details.class).single();
    table.setOpened(true);
    assertThat(text()).contains("Requests", "Errors", "Response time").containsPattern("[0-9]+ ms");
  }

  private void open(DeploymentId id, String section) {
    navigate(DeploymentNavigation.section(id, section), DeploymentView.class);
  }

  private String text() {
    return ((DeploymentView) getCurrentView()).getElement().getTextRecursively();
  }
}
