package io.hoster.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossDialogTest extends ComponentTest {

  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void open() {
    new LossDialog(
            "Delete my-blog", "2 volumes", "", "my-blog", "Delete it", () -> done.add("deleted"))
        .open();
  }

  @Test
  void confirmsOnlyOnceTheWholeNameIsTyped() {
    assertThat(confirm().isEnabled()).isFalse();
    find(TextField.class).single().setValue("my-blo");
    assertThat(confirm().isEnabled()).isFalse();
    find(TextField.class).single().setValue("my-blog ");
    test(confirm()).click();
    assertThat(done).containsExactly("deleted");
  }

  @Test
  void losesNothingWhenCancelled() {
    test(find(Button.class).withText("Cancel").single()).click();
    assertThat(done).isEmpty();
    assertThat(find(LossDialog.class).exists()).isFalse();
  }

  private Button confirm() {
    return find(Button.class).withText("Delete it").single();
  }
}
