package io.hoster.ui.tenant;

import com.vaadin.flow.server.VaadinServletRequest;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.CurrentActor;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.tenant.TenantId;
import io.hoster.workflows.tenant.UserId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The team of the browser whose request is being served. */
@WebRole
@Service
class BrowserTeam implements OwnTeam {

  private final MemberService members;
  private final InvitationService invitations;
  private final CurrentActor current;

  BrowserTeam(MemberService members, InvitationService invitations, CurrentActor current) {
    this.members = members;
    this.invitations = invitations;
    this.current = current;
  }

  @Override
  public List<Member> members(Actor actor) {
    return members.list(actor).stream()
        .map(m ->
            new Member(
                m.id(),
                m.name(),
                m.email(),
                m.role(),
                m.totp(),
                m.id().equals(actor.user().value())))
        .toList();
  }

  @Override
  public List<Invitation> invitations(Actor actor) {
    return invitations.list(actor).stream().map(BrowserTeam::shown).toList();
  }

  private static Invitation shown(InvitationService.Invitation i) {
    return new Invitation(i.id(), i.email(), i.role(), i.tenantName(), i.expiresAt());
  }

  @Override
  public void invite(Actor actor, String email, String role) {
    invitations.invite(
        actor, email, role, Client.of(VaadinServletRequest.getCurrent().getHttpServletRequest()));
  }

  @Override
  public void withdraw(Actor actor, String invitation) {
    invitations.revoke(actor, invitation);
  }

  @Override
  public void remove(Actor actor, String member) {
    members.remove(actor, new UserId(member));
  }

  @Override
  public List<Account> accounts(Actor actor) {
    return members.tenants(actor).stream()
        .map(tenant -> new Account(tenant.id(), tenant.name(), tenant.id().equals(actor.tenant())))
        .toList();
  }

  @Override
  public void switchTo(Actor actor, TenantId account) {
    members.switchTo(actor, current.requireSession(), account);
  }

  @Override
  public Invitation preview(String token) {
    return shown(invitations.preview(token));
  }

  @Override
  public void accept(Actor actor, String token) {
    invitations.accept(actor, current.requireSession(), token);
  }
}
