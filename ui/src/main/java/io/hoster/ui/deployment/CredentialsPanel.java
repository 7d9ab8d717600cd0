package io.hoster.ui.deployment;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.hoster.ui.component.CopyButton;
import io.hoster.ui.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to sign in to the app: secrets are hidden until asked for, and the audit says who asked. */
final class CredentialsPanel extends Div {

  private final Deployments deployments;
  private final Actor actor;
  private final Div rows = new Div();
  private final Button reveal = new Button();
  private Deployments.@Nullable Details details;
  private boolean revealed;
  private List<Deployments.Credential> shown = List.of();

  CredentialsPanel(Deployments deployments, Actor actor) {
    this.deployments = deployments;
    this.actor = actor;
    addClassNames("panel", "stack");
    reveal.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    reveal.addClickListener(click -> toggle());
    Div head = new Div(new H2(text("credentials.title")), reveal);
    head.addClassName("panel-head");
    rows.addClassName("rows");
    add(head, rows);
    setVisible(false);
  }

  void refresh(Deployments.Details now) {
    details = now;
    if (!revealed) {
      show(deployments.credentials(actor, now.summary().id()));
    }
  }

  private void toggle() {
    Deployments.Details now = details;
    if (now != null) {
      revealed = !revealed;
      show(
          revealed
              ? deployments.reveal(actor, now.summary().id())
              : deployments.credentials(actor, now.summary().id()));
    }
  }

  private void show(List<Deployments.Credential> credentials) {
    setVisible(!credentials.isEmpty());
    reveal.setVisible(credentials.stream().anyMatch(Deployments.Credential::secret));
    reveal.setText(text(revealed ? "credentials.hide" : "credentials.reveal"));
    if (credentials.equals(shown)) {
      return;
    }
    shown = credentials;
    rows.removeAll();
    credentials.forEach(credential -> rows.add(row(credential)));
  }

  private static Component row(Deployments.Credential credential) {
    Span name = new Span(credential.name());
    Div right = new Div();
    right.addClassName("row-end");
    String value = credential.value();
    Span written = new Span(value == null ? text("credentials.hidden") : value);
    written.addClassName("code");
    right.add(written);
    if (value != null) {
      right.add(new CopyButton(credential.name(), value));
    }
    Div row = new Div(name, right);
    row.addClassName("row");
    return row;
  }
}
