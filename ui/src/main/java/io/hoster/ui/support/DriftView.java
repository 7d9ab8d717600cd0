package io.hoster.ui.support;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.ChangeFeed;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.KeysetRows;
import io.hoster.ui.component.ListPage;
import io.hoster.ui.component.Texts;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.node.DriftKind.Choice;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Wanted against found, line by line: what repairs itself, and what an operator decides. */
@Route("staff/drift")
@Menu(title = "nav.drift", order = 22, icon = "vaadin:scale-unbalance")
@RolesAllowed("OPERATOR")
class DriftView extends ListPage<StaffDrift> implements BeforeEnterObserver {

  private static final int MOST = 200;
  private static final int SETTLED = 10;
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final DriftService drift;
  private final Actor actor;
  private final Div swept = new Div();
  private final FieldProblems problems = new FieldProblems();
  private final Div settled = new Div();

  DriftView(DriftService drift, Visitor visitor, ChangeFeed changes) {
    super(text("drift.title"), "staff/drift");
    this.drift = drift;
    this.actor = visitor.require();
    setBefore(swept, problems);
    settled.addClassName("stack");
    add(settled);
    grid.addComponentColumn(DriftView::thing).setHeader(text("drift.thing")).setFlexGrow(3);
    grid.addColumn(StaffDrift::wanted).setHeader(text("drift.wanted")).setFlexGrow(1);
    grid.addColumn(StaffDrift::found).setHeader(text("drift.found")).setFlexGrow(1);
    grid.addComponentColumn(row -> HosterTime.ago(row.firstSeenAt()))
        .setHeader(text("inbox.since"))
        .setFlexGrow(0)
        .setWidth("8rem");
    grid.addComponentColumn(this::whatNow).setHeader(text("drift.what-now")).setFlexGrow(2);
    changes.followAll(this, (table, id) -> table.equals("drift"), this::refresh);
    changes.every(this, LOOK, this::refresh);
  }

  private static Component thing(StaffDrift row) {
    Span app = new Span(Texts.or(row.deploymentName(), ""));
    app.addClassName("secondary");
    return new TwoLines(
        new Span(text("drift.kind." + row.kind())), StaffCells.code(row.object()), app);
  }

  private Component whatNow(StaffDrift row) {
    String outcome = row.outcome();
    if (outcome != null) {
      return new Span(outcome);
    }
    if (row.decision() != null) {
      String by = Texts.or(row.decidedBy(), text("unknown"));
      return new Span(text("drift.decided." + row.decision(), by));
    }
    if (row.repaired()) {
      return new Span(text("drift.repairs"));
    }
    Div verbs = new Div();
    verbs.addClassName("toolbar");
    row.choices()
        .forEach(word -> verbs.add(verb(row, Choice.valueOf(word.toUpperCase(Locale.ROOT)))));
    return verbs;
  }

  private Button verb(StaffDrift row, Choice choice) {
    Button button = new Button(text("drift.choice." + choice.word()));
    button.setAriaLabel(text("drift.choice-of", button.getText(), row.object()));
    button.addClickListener(click -> {
      if (choice == Choice.LEAVE) {
        decide(row, choice);
      } else {
        question(row, choice).open();
      }
    });
    return button;
  }

  private ConfirmDialog question(StaffDrift row, Choice choice) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("drift.choice-of", text("drift.choice." + choice.word()), row.object()));
    dialog.setText(text("drift.effect." + choice.word()));
    dialog.setCancelable(true);
    dialog.setCancelText(text("cancel"));
    dialog.setConfirmText(text("drift.choice." + choice.word()));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirm -> decide(row, choice));
    return dialog;
  }

  private void decide(StaffDrift row, Choice choice) {
    problems.clear();
    try {
      drift.decide(actor, row.id(), choice);
    } catch (Problem problem) {
      problems.show(problem);
    }
    refresh();
  }

  @Override
  protected KeysetRows.Stretch<StaffDrift> read(@Nullable String after) {
    return new KeysetRows.Stretch<>(drift.open(actor, MOST), null);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    refresh();
  }

  @Override
  protected void refresh() {
    super.refresh();
    swept.removeAll();
    Instant last = drift.lastSweep(actor);
    swept.add(
        last == null
            ? new Span(text("drift.never"))
            : HosterTime.ago(last, text("drift.compared")));
    settled.removeAll();
    List<StaffDrift> closed = drift.closed(actor, SETTLED);
    if (!closed.isEmpty()) {
      settled.add(new H2(text("drift.settled")));
      closed.forEach(row -> settled.add(settled(row)));
    }
  }

  private static Component settled(StaffDrift row) {
    Paragraph line =
        new Paragraph(
            text(
                "drift.was",
                text("drift.kind." + row.kind()),
                Texts.or(row.deploymentName(), row.object()),
                row.found()));
    Instant closed = row.closedAt();
    if (closed != null) {
      line.add(HosterTime.ago(closed));
    }
    line.addClassName("secondary");
    return line;
  }

  @Override
  protected Component emptyFace() {
    return new EmptyFace(AppIcon.DONE, text("drift.none"), "");
  }
}
