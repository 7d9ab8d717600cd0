package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.hoster.ui.Problem;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.Texts;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.operation.OperationId;
import org.jspecify.annotations.Nullable;

/** Who looks after it, and a note for colleagues. */
final class CasePanel extends Div {

  private static final int LONGEST = 2_000;

  private final SupportService support;
  private final Actor actor;
  private final Runnable done;
  private final Span assignee = new Span();
  private final Button take = new Button();
  private final TextArea note = new TextArea(text("case.note"));
  private final Span said = new Span();
  private final FieldProblems problems = new FieldProblems();
  private @Nullable StaffOperation row;

  CasePanel(SupportService support, Actor actor, Runnable done) {
    this.support = support;
    this.actor = actor;
    this.done = done;
    addClassNames("panel", "stack");
    note.setMaxLength(LONGEST);
    note.setWidthFull();
    problems.at("/note", note);
    said.addClassName("secondary");
    said.getElement().setAttribute("role", "status");
    take.addClickListener(click -> assign());
    Button keep = new Button(text("case.keep"), click -> keep());
    Div who = new Div(assignee, take);
    who.addClassName("toolbar");
    Div foot = new Div(keep, said);
    foot.addClassName("toolbar");
    add(new H2(text("case.title")), who, problems, note, foot);
  }

  void show(StaffOperation now) {
    StaffOperation before = row;
    row = now;
    assignee.setText(Texts.or(now.assignee(), text("inbox.nobody")));
    take.setText(text(isMine(now) ? "case.leave" : "case.take"));
    if (before == null || !before.note().equals(now.note())) {
      note.setValue(now.note());
    }
  }

  private boolean isMine(StaffOperation now) {
    return actor.user().value().equals(now.assigneeId());
  }

  private void assign() {
    StaffOperation now = row;
    if (now != null) {
      support.assign(actor, new OperationId(now.id()), !isMine(now));
      done.run();
    }
  }

  private void keep() {
    StaffOperation now = row;
    if (now == null) {
      return;
    }
    problems.clear();
    said.setText("");
    try {
      support.note(actor, new OperationId(now.id()), note.getValue());
      said.setText(text("account.saved"));
      done.run();
    } catch (Problem problem) {
      problems.show(problem);
    }
  }
}
