package io.hoster.ui.catalog;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What is another in the compose file of the next version, line by line. */
final class DiffDialog extends Dialog {

  DiffDialog(String title, String before, String after) {
    super(title);
    setWidth("48rem");
    List<LineDiff.Line> lines = LineDiff.of(before, after);
    if (lines.stream().allMatch(line -> line.change() == LineDiff.Change.SAME)) {
      add(new Paragraph(text("versions.diff-none")));
    } else {
      Div code = new Div();
      code.addClassNames("code-block", "diff");
      code.getElement().setAttribute("tabindex", "0");
      code.getElement().setAttribute("role", "group");
      code.getElement().setAttribute("aria-label", title);
      lines.forEach(line -> code.add(drawn(line)));
      add(code);
    }
    getFooter().add(new Button(text("close"), click -> close()));
  }

  private static Div drawn(LineDiff.Line line) {
    Div drawn =
        switch (line.change()) {
          case SAME -> new Div("  " + line.text());
          case ADDED -> new Div("+ " + line.text());
          case REMOVED -> new Div("- " + line.text());
        };
    drawn.addClassName("diff-" + SearchAddress.word(line.change()));
    return drawn;
  }
}
