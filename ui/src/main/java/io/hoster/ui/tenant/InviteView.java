package io.hoster.ui.tenant;

import static io.hoster.ui.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.hoster.ui.Problem;
import io.hoster.ui.PublicLayout;
import io.hoster.ui.Visitor;
import io.hoster.ui.security.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Join somebody's account: signed in by a press, else after signing in or up. */
@Route(value = "invite", layout = PublicLayout.class)
@AnonymousAllowed
class InviteView extends EntryPanel implements BeforeEnterObserver {

  private final OwnTeam team;
  private final Visitor visitor;

  InviteView(OwnTeam team, Visitor visitor) {
    super(text("invite.title"));
    this.team = team;
    this.visitor = visitor;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse("");
    OwnTeam.Invitation invitation;
    try {
      invitation = team.preview(token);
    } catch (Problem problem) {
      show(text("invite.gone"), aside(new Anchor("deployments", text("open-console"))));
      return;
    }
    Optional<Actor> reader = visitor.find();
    if (reader.isEmpty()) {
      show(
          text("invite.intro", invitation.account(), invitation.email()),
          way("login", token, text("sign-in")),
          way("signup", token, text("sign-up")));
    } else {
      show(
          text("invite.intro", invitation.account(), invitation.email()),
          submit(
              text("invite.join", invitation.account()),
              () -> {
                team.accept(reader.get(), token);
                leave(new NextPage("deployments"));
              }));
    }
  }

  private static Component way(String page, String token, String words) {
    String next = URLEncoder.encode("invite?token=" + token, StandardCharsets.UTF_8);
    Anchor way = new Anchor(page + "?next=" + next, words);
    way.addClassNames("link-button", "wide");
    return way;
  }
}
