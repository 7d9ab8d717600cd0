package io.hoster.ui.tenant;

import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ada and Bob, and somebody who is invited. */
public final class OneTeam implements OwnTeam {

  public final List<String> asked = new CopyOnWriteArrayList<>();

  @Override
  public List<Member> members(Actor actor) {
    return List.of(
        new Member(actor.user().value(), actor.name(), actor.email(), "owner", true, true),
        new Member("usr_bob", "Bob", "bob@acme.test", "member", false, false));
  }

  @Override
  public List<Invitation> invitations(Actor actor) {
    return List.of(preview("ivt_1"));
  }

  @Override
  public void invite(Actor actor, String email, String role) {
    if (email.isEmpty()) {
      throw Problem.invalid("/email", "Enter an e-mail address.");
    }
    asked.add("invite " + email + " " + role);
  }

  @Override
  public void withdraw(Actor actor, String invitation) {
    asked.add("withdraw " + invitation);
  }

  @Override
  public void remove(Actor actor, String member) {
    asked.add("remove " + member);
  }

  @Override
  public List<Account> accounts(Actor actor) {
    return List.of(new Account(new TenantId("ten_1"), "Acme", true));
  }

  @Override
  public void switchTo(Actor actor, TenantId account) {
    asked.add("switch " + account);
  }

  @Override
  public Invitation preview(String token) {
    return new Invitation(
        token, "eve@acme.test", "member", "Acme", Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Override
  public void accept(Actor actor, String token) {
    asked.add("accept " + token);
  }
}
