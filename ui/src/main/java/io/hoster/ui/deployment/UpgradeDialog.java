package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.workflows.catalog.VersionChange;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What a newer version changes, what it asks for, and one button. */
final class UpgradeDialog extends Dialog {

  /**
   * @param confirmed gets the values of the variables that are new; throws a Problem that the
   *     dialog shows
   */
  UpgradeDialog(
      String name, VersionUpgrade upgrade, Consumer<SortedMap<String, String>> confirmed) {
    setHeaderTitle(text("upgrade.title", name, upgrade.from(), upgrade.to()));
    addClassName("upgrade");
    Div content = new Div();
    content.addClassName("stack");
    content.add(changes(upgrade));
    content.add(
        new Paragraph(text(upgrade.servesMeanwhile() ? "upgrade.serves" : "upgrade.replaced")));
    FieldProblems problems = new FieldProblems();
    VariablesForm form = new VariablesForm(upgrade.asks(), problems);
    if (!upgrade.asks().isEmpty()) {
      content.add(new Paragraph(text("upgrade.asks")), form);
    }
    content.add(problems);
    add(content);
    Button confirm = new Button(text("upgrade.verb", upgrade.to()));
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    confirm.setDisableOnClick(true);
    confirm.addClickListener(click -> {
      problems.clear();
      try {
        confirmed.accept(form.values());
        close();
      } catch (Problem problem) {
        problems.show(problem);
        confirm.setEnabled(true);
      }
    });
    Button cancel = new Button(text("cancel"), click -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter().add(cancel, confirm);
  }

  private static UnorderedList changes(VersionUpgrade upgrade) {
    UnorderedList list = new UnorderedList();
    if (upgrade.changes().isEmpty()) {
      list.add(new ListItem(text("upgrade.nothing")));
    }
    upgrade.changes().forEach(change -> list.add(new ListItem(sentence(change))));
    return list;
  }

  static String sentence(VersionChange change) {
    String subject = "upgrade." + change.subject().word();
    String before = change.before();
    String after = change.after();
    if (before == null) {
      return text(subject + ".new", change.name(), String.valueOf(after));
    }
    return after == null
        ? text(subject + ".gone", change.name(), before)
        : text(subject + ".other", change.name(), before, after);
  }
}
