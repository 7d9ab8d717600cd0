package io.hoster.ui.tenant;

import io.hoster.ui.security.Actor;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** What pages ask about the people of the reader's account, and about accounts they belong to. */
public interface OwnTeam {

  /** Somebody who belongs to it; {@code me}: the reader. */
  record Member(String id, String name, String email, String role, boolean totp, boolean me) {}

  /** An invitation that waits for its answer. */
  record Invitation(String id, String email, String role, String account, Instant expiresAt) {}

  /** An account that the reader belongs to; {@code current}: the one that is shown. */
  record Account(TenantId id, String name, boolean current) {}

  List<Member> members(Actor actor);

  List<Invitation> invitations(Actor actor);

  /** Problem 403, 409, 422 with the field, 429. */
  void invite(Actor actor, String email, String role);

  void withdraw(Actor actor, String invitation);

  /** Takes somebody out; themselves: they leave. Problem 403, 409 {@code last_owner}. */
  void remove(Actor actor, String member);

  /** The accounts that the reader belongs to, the oldest first. */
  List<Account> accounts(Actor actor);

  /** From now on this browser shows another account of the reader. */
  void switchTo(Actor actor, TenantId account);

  /** What a link invites to; Problem 404 when it does not work any more. */
  Invitation preview(String token);

  /** Joins; this browser shows that account from now on. Problem 403 for another address, 404. */
  void accept(Actor actor, String token);
}
