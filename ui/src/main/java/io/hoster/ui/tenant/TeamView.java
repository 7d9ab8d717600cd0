package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Who belongs to the reader's account, and who is invited. */
@Route("team")
@Menu(title = "nav.team", order = 7, icon = "vaadin:group")
@PermitAll
class TeamView extends Main implements HasDynamicTitle {

  private final OwnTeam team;
  private final Actor actor;
  private final FieldProblems problems = new FieldProblems();
  private final Div list = new Div();

  TeamView(OwnTeam team, Visitor visitor) {
    this.team = team;
    this.actor = visitor.require();
    addClassNames("page", "narrow");
    Div title = new Div(new H1(text("team.title")));
    title.addClassName("title-row");
    if (actor.owner()) {
      Button invite = new Button(text("team.invite"), click -> form().open());
      invite.addThemeVariants(ButtonVariant.PRIMARY);
      Div push = new Div(invite);
      push.addClassName("push");
      title.add(push);
    }
    list.addClassName("stack");
    add(title, problems, list);
    show();
  }

  private void show() {
    list.removeAll();
    Div members = rows();
    team.members(actor).forEach(member -> members.add(member(member)));
    list.add(members);
    List<OwnTeam.Invitation> open = team.invitations(actor);
    if (!open.isEmpty()) {
      Div invitations = rows();
      open.forEach(invitation -> invitations.add(invitation(invitation)));
      list.add(new H2(text("team.invited")), invitations);
    }
  }

  private static Div rows() {
    Div rows = new Div();
    rows.addClassNames("rows", "panel");
    return rows;
  }

  private Component member(OwnTeam.Member member) {
    Div facts =
        new Div(
            new Span(member.email()),
            new Span(text("team.role." + member.role())),
            new Span(text(member.totp() ? "team.totp-on" : "team.totp-off")));
    Div row = row(member.name(), facts);
    if (actor.owner() || member.me()) {
      String verb = text(member.me() ? "team.leave" : "team.remove");
      Button out = new Button(verb, click -> question(member).open());
      out.addThemeVariants(ButtonVariant.SMALL);
      out.setAriaLabel(text("team.remove-one", verb, member.name()));
      row.add(out);
    }
    return row;
  }

  private Component invitation(OwnTeam.Invitation invitation) {
    Div facts =
        new Div(
            new Span(text("team.role." + invitation.role())),
            HosterTime.until(invitation.expiresAt(), text("team.expires")));
    Div row = row(invitation.email(), facts);
    if (actor.owner()) {
      Button withdraw =
          new Button(
              text("team.withdraw"), click -> tell(() -> team.withdraw(actor, invitation.id())));
      withdraw.addThemeVariants(ButtonVariant.SMALL);
      withdraw.setAriaLabel(text("team.remove-one", withdraw.getText(), invitation.email()));
      row.add(withdraw);
    }
    return row;
  }

  private static Div row(String name, Div facts) {
    Span words = new Span(name);
    words.addClassName("row-name");
    facts.addClassNames("secondary", "facts");
    Div row = new Div(new TwoLines(words, facts));
    row.addClassName("row");
    return row;
  }

  private ConfirmDialog question(OwnTeam.Member member) {
    String verb = text(member.me() ? "team.leave" : "team.remove");
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("team.remove-one", verb, member.name()));
    dialog.setText(text("team.remove-effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(text("cancel"));
    dialog.setConfirmText(verb);
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirm ->
        tell(() -> {
          team.remove(actor, member.id());
          if (member.me()) {
            UI.getCurrent().getPage().setLocation("deployments");
          }
        }));
    return dialog;
  }

  private void tell(Runnable work) {
    problems.clear();
    try {
      work.run();
      show();
    } catch (Problem problem) {
      problems.show(problem);
    }
  }

  private Dialog form() {
    Dialog dialog = new Dialog(text("team.invite"));
    FieldProblems wrong = new FieldProblems();
    EmailField email = new EmailField(text("email"));
    email.setWidthFull();
    wrong.at("/email", email);
    Select<String> role = new Select<>();
    role.setLabel(text("team.role"));
    role.setItems("member", "owner");
    role.setItemLabelGenerator(name -> text("team.role." + name) + ": " + text("team.may." + name));
    role.setValue("member");
    role.setWidthFull();
    wrong.at("/role", role);
    Div fields = new Div(wrong, email, role);
    fields.addClassName("stack");
    dialog.add(fields);
    dialog.setWidth("28rem");
    Button cancel = new Button(text("cancel"), click -> dialog.close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    Button send = new Button(text("team.send"));
    send.addThemeVariants(ButtonVariant.PRIMARY);
    send.addClickListener(click -> {
      wrong.clear();
      try {
        team.invite(actor, email.getValue().strip(), role.getValue());
        dialog.close();
        show();
      } catch (Problem problem) {
        wrong.show(problem);
      }
    });
    dialog.getFooter().add(cancel, send);
    return dialog;
  }

  @Override
  public String getPageTitle() {
    return text("title", text("team.title"));
  }
}
