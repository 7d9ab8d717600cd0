package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.hoster.ui.Problem;
import io.hoster.ui.Visitor;
import io.hoster.ui.component.AppIcon;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.component.EmptyFace;
import io.hoster.ui.component.FieldProblems;
import io.hoster.ui.component.HosterTime;
import io.hoster.ui.component.TwoLines;
import io.hoster.ui.security.Actor;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens for programs and the terminal; each is shown once. */
@Route("tokens")
@Menu(title = "nav.tokens", order = 8, icon = "vaadin:password")
@PermitAll
class TokensView extends Main implements HasDynamicTitle {

  private final OwnAccount account;
  private final Actor actor;
  private final Div made = new Div();
  private final Div list = new Div();

  TokensView(OwnAccount account, Visitor visitor) {
    this.account = account;
    this.actor = visitor.require();
    addClassNames("page", "narrow");
    Button create = new Button(text("tokens.create"), click -> form().open());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    Div push = new Div(create);
    push.addClassName("push");
    Div title = new Div(new H1(text("tokens.title")), push);
    title.addClassName("title-row");
    add(title, made, list);
    show();
  }

  private void show() {
    list.removeAll();
    List<OwnAccount.Token> tokens = account.tokens(actor);
    if (tokens.isEmpty()) {
      list.add(new EmptyFace(AppIcon.TOKENS, text("tokens.none"), text("tokens.none-next")));
      return;
    }
    Div rows = new Div();
    rows.addClassNames("rows", "panel");
    tokens.forEach(token -> rows.add(row(token)));
    list.add(rows);
  }

  private Component row(OwnAccount.Token token) {
    Span name = new Span(token.name());
    name.addClassName("row-name");
    Div facts =
        new Div(new Span(text(token.scopes().contains("write") ? "tokens.write" : "tokens.read")));
    facts.addClassNames("secondary", "facts");
    Instant used = token.lastUsedAt();
    facts.add(
        used == null ? new Span(text("tokens.unused")) : HosterTime.ago(used, text("tokens.used")));
    Instant ends = token.expiresAt();
    facts.add(
        new Span(
            ends == null
                ? text("tokens.forever")
                : text("tokens.until", LocalDate.ofInstant(ends, ZoneOffset.UTC).toString())));
    Div words = new TwoLines(name, facts);
    Button revoke = new Button(text("tokens.delete"), click -> question(token).open());
    revoke.addThemeVariants(ButtonVariant.SMALL);
    revoke.setAriaLabel(text("tokens.delete-one", token.name()));
    Div row = new Div(words, revoke);
    row.addClassName("row");
    return row;
  }

  private ConfirmDialog question(OwnAccount.Token token) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(text("tokens.delete-one", token.name()));
    dialog.setText(text("tokens.delete-effect"));
    dialog.setCancelable(true);
    dialog.setCancelText(text("cancel"));
    dialog.setConfirmText(text("tokens.delete-one", token.name()));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirm -> {
      account.revokeToken(actor, token.id());
      show();
    });
    return dialog;
  }

  private Dialog form() {
    Dialog dialog = new Dialog(text("tokens.create"));
    FieldProblems problems = new FieldProblems();
    TextField name = new TextField(text("tokens.name"));
    name.setHelperText(text("tokens.name-help"));
    name.setMaxLength(100);
    name.setWidthFull();
    name.setAutofocus(true);
    problems.at("/name", name);
    CheckboxGroup<String> scopes = new CheckboxGroup<>(text("tokens.scopes"));
    scopes.setItems("read", "write");
    scopes.setItemLabelGenerator(scope -> text("scope." + scope));
    scopes.setValue(Set.of("read", "write"));
    problems.at("/scopes", scopes);
    DatePicker ends = new DatePicker(text("tokens.ends"));
    ends.setHelperText(text("tokens.ends-help"));
    ends.setClearButtonVisible(true);
    problems.at("/expires_at", ends);
    Div fields = new Div(problems, name, scopes, ends);
    fields.addClassName("stack");
    dialog.add(fields);
    Button cancel = new Button(text("cancel"), click -> dialog.close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    Button create = new Button(text("tokens.create"));
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.setDisableOnClick(true);
    create.addClickListener(click -> {
      problems.clear();
      try {
        String secret =
            account.createToken(
                actor, name.getValue().strip(), scopes.getValue(), end(ends.getValue()));
        dialog.close();
        showOnce(name.getValue().strip(), secret);
      } catch (Problem problem) {
        problems.show(problem);
        create.setEnabled(true);
      }
    });
    dialog.getFooter().add(cancel, create);
    return dialog;
  }

  /** The whole day counts. */
  private static @Nullable Instant end(@Nullable LocalDate last) {
    return last == null ? null : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void showOnce(String name, String secret) {
    Span written = new Span(secret);
    written.addClassName("code");
    Div row = new Div(written, new CopyButton(name, secret));
    row.addClassName("toolbar");
    Div panel = new Div(new Paragraph(text("tokens.once", name)), row);
    panel.addClassNames("panel", "stack", "made");
    panel.getElement().setAttribute("role", "status");
    made.removeAll();
    made.add(panel);
    show();
  }

  @Override
  public String getPageTitle() {
    return text("title", text("tokens.title"));
  }
}
