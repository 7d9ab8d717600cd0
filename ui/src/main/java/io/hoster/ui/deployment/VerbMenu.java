package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import io.hoster.workflows.operation.CommandKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The verbs that are legal now. It stays as it is, and open, while they are the same. */
final class VerbMenu extends MenuBar {

  private static final List<CommandKind> ORDER =
      List.of(
          CommandKind.START,
          CommandKind.STOP,
          CommandKind.RESTART,
          CommandKind.RETRY,
          CommandKind.CANCEL,
          CommandKind.ROLL_BACK,
          CommandKind.DELETE);

  private final Consumer<CommandKind> ask;
  private Shown shown = new Shown("", List.of());

  VerbMenu(Consumer<CommandKind> ask) {
    this.ask = ask;
    setVisible(false);
  }

  private record Shown(String name, List<CommandKind> verbs) {}

  /** Offers those of {@code legal} that are verbs of an app, on the app called {@code name}. */
  void show(String name, Collection<CommandKind> legal) {
    Shown now = new Shown(name, ORDER.stream().filter(legal::contains).toList());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    removeAll();
    setVisible(!now.verbs().isEmpty());
    if (isVisible()) {
      MenuItem root = addItem(text("verb.more"));
      root.setAriaLabel(text("deployment.more", name));
      now.verbs().forEach(kind -> root.getSubMenu().addItem(verb(kind), click -> ask.accept(kind)));
    }
  }

  static String word(CommandKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String verb(CommandKind kind) {
    return text("verb." + word(kind));
  }
}
