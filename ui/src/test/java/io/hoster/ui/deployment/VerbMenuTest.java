package io.hoster.ui.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.contextmenu.MenuItem;
import io.hoster.ui.component.ComponentTest;
import io.hoster.workflows.operation.CommandKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbMenuTest extends ComponentTest {

  private final List<CommandKind> asked = new ArrayList<>();
  private final VerbMenu menu = new VerbMenu(asked::add);

  @Test
  void staysAsItIsWhileItsVerbsAreTheSame() {
    menu.show("blog", EnumSet.of(CommandKind.STOP, CommandKind.RESTART));
    MenuItem before = menu.getItems().getFirst();
    menu.show("blog", EnumSet.of(CommandKind.RESTART, CommandKind.STOP));
    assertThat(menu.getItems()).containsExactly(before);
    menu.show("blog", EnumSet.of(CommandKind.START));
    assertThat(menu.getItems()).hasSize(1).doesNotContain(before);
  }

  @Test
  void isNotThereWithoutAVerb() {
    menu.show("blog", EnumSet.of(CommandKind.STOP));
    assertThat(menu.isVisible()).isTrue();
    menu.show("blog", EnumSet.noneOf(CommandKind.class));
    assertThat(menu.isVisible()).isFalse();
  }
}
