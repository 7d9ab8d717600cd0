package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.Problem;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.LossDialog;
import io.hoster.ui.component.State;
import io.hoster.ui.component.StateBadge;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.operation.CommandKind;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Name, state, address and the verbs that are legal now; carries them out. */
final class DeploymentHeader extends Div {

  private static final int PATIENCE_SECONDS = 3;

  private final Deployments deployments;
  private final Actor actor;
  private final Runnable refresh;
  private final Div facts = new Div();
  private final Div action = new Div();
  private final VerbMenu menu = new VerbMenu(this::ask);
  private final FieldProblems problems = new FieldProblems();
  private Deployments.@Nullable Details details;
  private String section = "";
  private @Nullable CommandKind asked;

  DeploymentHeader(Deployments deployments, Actor actor, Runnable refresh) {
    this.deployments = deployments;
    this.actor = actor;
    this.refresh = refresh;
    facts.addClassName("in-row");
    action.addClassName("in-row");
    Div push = new Div(action, menu);
    push.addClassName("push");
    Div row = new Div(facts, push);
    row.addClassName("title-row");
    addClassName("stack");
    add(row, problems);
  }

  Deployments.@Nullable Details details() {
    return details;
  }

  void show(Deployments.Details shown, String tab) {
    details = shown;
    section = tab;
    draw(shown);
  }

  /** Draws again when the rows say something else; what was asked for is then on its way. */
  void refresh(Deployments.Details now) {
    if (!now.equals(details)) {
      asked = null;
      details = now;
      draw(now);
    }
  }

  private void draw(Deployments.Details now) {
    Deployments.Summary app = now.summary();
    facts.removeAll();
    facts.add(new H1(app.name()), StateBadge.of(app.state()));
    if (app.isIll()) {
      facts.add(StateBadge.of(app.health()));
    }
    address(app);
    Instant end = now.expiresAt();
    if (end != null) {
      facts.add(HosterTime.until(end, text("deployment.ends")));
    }
    action.removeAll();
    CommandKind pending = asked;
    if (pending != null) {
      action.add(pending(pending));
    } else {
      primary(now);
    }
    menu.show(app.name(), now.legal());
  }

  private void address(Deployments.Summary app) {
    String url = app.url();
    if (url == null) {
      return;
    }
    String shown = url.replaceFirst("^https?://", "");
    Div address = new Div();
    address.addClassName("address");
    if (app.state() == State.RUNNING) {
      Anchor link = new Anchor(url, shown);
      link.setTarget(AnchorTarget.BLANK);
      address.add(link, new CopyButton(text("deployment.address"), url));
    } else {
      Span plain = new Span(shown);
      plain.addClassName("secondary");
      address.add(plain);
    }
    facts.add(address);
  }

  private void primary(Deployments.Details now) {
    String url = now.summary().url();
    if (now.summary().state() == State.RUNNING && url != null) {
      Anchor open = new Anchor(url, text("verb.open"));
      open.setTarget(AnchorTarget.BLANK);
      open.addClassNames("link-button", "primary");
      open.addComponentAsFirst(AppIcon.OPEN.create());
      action.add(open);
    } else if (now.legal().contains(CommandKind.START)) {
      action.add(button(CommandKind.START));
    } else if (now.legal().contains(CommandKind.RETRY) && !showsFailure()) {
      action.add(button(CommandKind.RETRY));
    } else if (now.summary().state().isWorking() && !section.equals("timeline")) {
      Anchor watch =
          new Anchor(
              DeploymentNavigation.section(now.summary().id(), "timeline"), text("verb.watch"));
      watch.addClassName("link-button");
      action.add(watch);
    }
  }

  /** These sections offer the choices beside what failed. */
  private boolean showsFailure() {
    return section.equals("overview") || section.equals("timeline");
  }

  /** A button that asks for {@code kind}. */
  Button button(CommandKind kind) {
    Button button = new Button(VerbMenu.verb(kind), click -> ask(kind));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private Component pending(CommandKind kind) {
    Button taken = new Button(text("verbing." + VerbMenu.word(kind)));
    taken.setEnabled(false);
    HosterTime slow = HosterTime.silence(now(), PATIENCE_SECONDS, text("verb.accepted"));
    slow.addClassName("secondary");
    Div both = new Div(slow, taken);
    both.addClassName("push");
    return both;
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  /** Asks for {@code kind}, after a question that fits what it does. */
  void ask(CommandKind kind) {
    Deployments.Details now = details;
    if (now == null) {
      return;
    }
    String name = now.summary().name();
    switch (kind) {
      case DELETE -> loss(now).open();
      case CANCEL, ROLL_BACK -> question(kind, name).open();
      default -> send(kind);
    }
  }

  private ConfirmDialog question(CommandKind kind, String name) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("ask." + VerbMenu.word(kind), name));
    dialog.setText(effect(kind));
    dialog.setCancelable(true);
    dialog.setCancelText(text("ask.keep"));
    dialog.setConfirmText(text("ask." + VerbMenu.word(kind) + ".verb", name));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirm -> send(kind));
    return dialog;
  }

  /** What exactly it does, where the rows know. */
  private String effect(CommandKind kind) {
    Deployments.Details now = details;
    return now == null
        ? ""
        : now.offers().stream()
            .filter(offer -> offer.choice().command() == kind)
            .map(Words.Offer::effect)
            .findFirst()
            .orElseGet(() -> text("ask." + VerbMenu.word(kind) + ".effect"));
  }

  private LossDialog loss(Deployments.Details now) {
    String name = now.summary().name();
    return new LossDialog(
        text("delete.title", name),
        text("delete.goes", name, now.services().size()),
        text("delete.stays"),
        name,
        text("delete.verb", name),
        () -> send(CommandKind.DELETE));
  }

  private void send(CommandKind kind) {
    Deployments.Details now = details;
    if (now == null) {
      return;
    }
    problems.clear();
    try {
      deployments.command(actor, now.summary().id(), deployments.newCommand(), kind);
      asked = kind;
      draw(now);
    } catch (Problem problem) {
      problems.show(problem);
    }
    refresh.run();
  }
}
