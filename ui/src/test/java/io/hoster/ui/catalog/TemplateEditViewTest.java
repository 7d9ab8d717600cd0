package io.hoster.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.hoster.ui.ViewTest;
import io.hoster.ui.catalog.CreatorService.Visibility;
import io.hoster.ui.component.CodeArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplateEditViewTest extends ViewTest {

  private static final String BAD =
      "services:\n  web:\n    image: nginx:1\n    privileged: true\n    command: ${WORD}\n";

  @Autowired SomeCreators creators;

  private void type(String compose) {
    TextArea area =
        find(TextArea.class).all().stream()
            .filter(field -> field.getAriaLabel().filter("Compose file"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    test(area).setValue(compose);
  }

  private void press(String label) {
    test(find(Button.class).all().stream()
            .filter(button -> button.getText().equals(label))
            .findFirst()
            .orElseThrow())
        .click();
  }

  private void write(String label, String text) {
    test(find(TextField.class).all().stream()
            .filter(field -> label.equals(field.getLabel()))
            .findFirst()
            .orElseThrow())
        .setValue(text);
  }

  private static String said(TemplateEditView view) {
    return view.getElement().getTextRecursively();
  }

  @Test
  void aFindingIsMarkedAtItsLineAndSaidBeside() {
    TemplateEditView view = navigate("templates/new", "", TemplateEditView.class);
    type(BAD);
    assertThat(said(view)).contains("1 thing to change", "Line 4, column", "Go to line");
    assertThat(find(CodeArea.class).single().getElement().getAttribute("marks")).startsWith("[[4,");
    type(BAD.replace("    privileged: true\n", ""));
    assertThat(said(view)).contains("Nothing is wrong", "nginx:1", "No health check");
    assertThat(find(CodeArea.class).single().getElement().getAttribute("marks")).isEqualTo("[]");
  }

  @Test
  void whatTheFileUsesIsAskedFor() {
    TemplateEditView view = navigate("templates/new", "", TemplateEditView.class);
    type(BAD);
    assertThat(said(view)).contains("WORD");
    assertThat(find(TextField.class).all()).extracting(TextField::getLabel).contains("Word");
  }

  @Test
  void aSuggestionIsTakenWithAClick() {
    TemplateEditView view = navigate("templates/new", "", TemplateEditView.class);
    type(BAD);
    press("Apply suggestion");
    assertThat(find(CodeArea.class).single().getValue()).doesNotContain("privileged");
    assertThat(said(view)).contains("Nothing is wrong");
  }

  @Test
  void allThatHelpsIsTakenAtOnceAndTheRestIsTold() {
    TemplateEditView view = navigate("templates/new", "", TemplateEditView.class);
    type(
        """
        services:
          db:
            image: postgres:18
            container_name: db
            restart: always
            privileged: true
            environment:
              POSTGRES_PASSWORD: hunter2hunter2
            volumes:
              - ./data:/var/lib/postgresql
        """);
    press("Apply all that helps");
    String mended = find(CodeArea.class).single().getValue();
    assertThat(mended).contains("${POSTGRES_PASSWORD}").doesNotContain("./data", "hunter2");
    assertThat(said(view)).contains("Nothing is wrong", "Made in another way", "POSTGRES_PASSWORD");
  }

  @Test
  void aDraftIsSavedWithItsFindings() {
    navigate("templates/new", "", TemplateEditView.class);
    type(BAD);
    write("Name", "My app");
    press("Save draft");
    assertThat(creators.asked()).containsExactly("create");
    assertThat(creators.saved().compose()).isEqualTo(BAD);
    assertThat(creators.saved().keepsFindings()).isTrue();
    assertThat(creators.saved().variables()).hasSize(1);
    assertThat(getCurrentView()).isInstanceOf(TemplateEditView.class);
  }

  @Test
  void whatIsMissingIsSaidAtItsField() {
    navigate("templates/new", "", TemplateEditView.class);
    type(BAD);
    press("Save draft");
    assertThat(creators.asked()).isEmpty();
    assertThat(find(TextField.class).all())
        .filteredOn(TextField::isInvalid)
        .extracting(TextField::getLabel)
        .containsExactly("Name");
  }

  @Test
  void theNextVersionBeginsAsTheLast() {
    TemplateEditView view = navigate("templates/wordpress/edit", "", TemplateEditView.class);
    assertThat(said(view)).contains("WordPress", "Published", "Name the source.");
    assertThat(find(TextField.class).all()).extracting(TextField::getValue).contains("6.9.0");
  }

  @Test
  void publishingWaitsForNoFindings() {
    TemplateEditView view = navigate("templates/wordpress/edit", "", TemplateEditView.class);
    type(BAD);
    press("Publish…");
    assertThat(said(view)).contains("Publishing waits until nothing is wrong");
    assertThat(creators.asked()).containsExactly("save wordpress");
  }

  @Test
  @SuppressWarnings("unchecked")
  void publishingAsksForWhom() {
    navigate("templates/wordpress/edit", "", TemplateEditView.class);
    press("Publish…");
    test(find(RadioButtonGroup.class).single()).selectItem("Everybody, after Hoster looked at it");
    press("Publish 6.8");
    assertThat(creators.asked()).containsExactly("publish wordpress " + Visibility.PUBLIC);
    assertThat(getCurrentView()).isInstanceOf(TemplateVersionsView.class);
  }

  @Test
  void tryingSavesFirstAndRunsWithWhatIsTyped() {
    navigate("templates/wordpress/edit", "", TemplateEditView.class);
    write("Category", "Blogs");
    press("Try it");
    assertThat(creators.asked()).hasSize(2).first().isEqualTo("save wordpress");
    assertThat(creators.asked().getLast()).startsWith("try wordpress {").contains("My blog");
  }
}
