package io.hoster.ui.tenant;

import io.hoster.store.Ids;
import io.hoster.store.WebTransactions;
import io.hoster.store.tenant.InvitationStore;
import io.hoster.store.tenant.MemberStore;
import io.hoster.store.tenant.NoticeStore;
import io.hoster.store.tenant.SessionStore;
import io.hoster.store.tenant.Tenant;
import io.hoster.store.tenant.TenantStore;
import io.hoster.store.tenant.UserStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.AttemptLimits;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.Client;
import io.hoster.ui.security.Tokens;
import io.hoster.ui.security.WebRole;
import io.hoster.ui.security.WebSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Invitations by mail to become a member of a tenant. */
@WebRole
@Service
public final class InvitationService {

  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final int MOST_OPEN = 100;

  private final WebTransactions transactions;
  private final InvitationStore invitations;
  private final MemberStore members;
  private final TenantStore tenants;
  private final UserStore users;
  private final SessionStore sessions;
  private final NoticeStore notices;
  private final AttemptLimits limits;
  private final Audit audit;
  private final WebSettings settings;
  private final Clock clock;

  InvitationService(
      WebTransactions transactions,
      InvitationStore invitations,
      MemberStore members,
      TenantStore tenants,
      UserStore users,
      SessionStore sessions,
      NoticeStore notices,
      AttemptLimits limits,
      Audit audit,
      WebSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.invitations = invitations;
    this.members = members;
    this.tenants = tenants;
    this.users = users;
    this.sessions = sessions;
    this.notices = notices;
    this.limits = limits;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** An invitation that waits for its answer. */
  public record Invitation(
      String id,
      String email,
      String role,
      String tenantName,
      Instant createdAt,
      Instant expiresAt) {}

  /** The open invitations of the actor's tenant, newest first. */
  public List<Invitation> list(Actor actor) {
    return transactions
        .tenant(actor.tenant(), () -> invitations.open(actor.tenant(), clock.instant()))
        .stream()
        .map(InvitationService::shown)
        .toList();
  }

  private static Invitation shown(InvitationStore.Invitation row) {
    return new Invitation(
        row.id(), row.email(), row.role(), row.tenantName(), row.createdAt(), row.expiresAt());
  }

  /**
   * Invites somebody; an invitation that was sent to them before is worthless then.
   *
   * @param role {@code owner} or {@code member}; null: member
   * @throws Problem 403 {@code forbidden} for who is no owner, 409 {@code already_member} or {@code
   *     too_many}, 422 {@code invalid}, 429
   */
  public Invitation invite(
      Actor actor, @Nullable String email, @Nullable String role, Client client) {
    requireOwner(actor);
    String to = Registration.email(email);
    String as = role == null ? "member" : role;
    if (!Set.of("owner", "member").contains(as)) {
      throw Problem.invalid("/role", "A role is owner or member.");
    }
    limits.create(client);
    return transactions.system(() -> invite(actor, to, as));
  }

  private static void requireOwner(Actor actor) {
    if (!actor.owner()) {
      throw Problem.forbidden("forbidden", "Only an owner may invite.");
    }
  }

  private Invitation invite(Actor actor, String email, String role) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean member =
        members.list(actor.tenant()).stream()
            .anyMatch(m -> Registration.key(m.email()).equals(Registration.key(email)));
    if (member) {
      throw Problem.conflict("already_member", email + " is a member already.");
    }
    invitations.revokeTo(actor.tenant(), email, now);
    if (invitations.open(actor.tenant(), now).size() >= MOST_OPEN) {
      throw Problem.conflict("too_many", MOST_OPEN + " invitations wait for an answer already.");
    }
    Tenant tenant = tenants.find(actor.tenant()).orElseThrow(Problem::notFound);
    String token = Tokens.fresh();
    InvitationStore.Invitation row =
        new InvitationStore.Invitation(
            Ids.fresh("ivt"), actor.tenant(), tenant.name(), email, role, now, now.plus(LIFETIME));
    invitations.add(row, actor.user(), Tokens.hash(token));
    AccountMails.Text text =
        AccountMails.invitation(
            actor.name(), tenant.name(), settings.link("/invite?token=" + token));
    notices.add(
        new NoticeStore.Mail(
            actor.tenant(),
            null,
            email,
            text.subject(),
            text.body(),
            NoticeStore.confidentialKey()));
    audit.record(actor, "member.invited", "invitation", row.id(), null, shown(row));
    return shown(row);
  }

  /** Withdraws an invitation; 404 when it is not open. */
  public void revoke(Actor actor, String id) {
    requireOwner(actor);
    transactions.tenant(
        actor.tenant(),
        () -> {
          if (!invitations.revoke(actor.tenant(), id, clock.instant())) {
            throw Problem.notFound();
          }
          audit.record(actor, "invitation.revoked", "invitation", id);
        });
  }

  /** What a link invites to; 404 when it does not work any more. */
  public Invitation preview(@Nullable String token) {
    return shown(transactions.system(() -> open(token)));
  }

  private InvitationStore.Invitation open(@Nullable String token) {
    if (token == null) {
      throw Problem.notFound();
    }
    return invitations.byToken(Tokens.hash(token), clock.instant()).orElseThrow(Problem::notFound);
  }

  /**
   * Makes the actor a member, and lets the session act for that tenant from now on.
   *
   * @param session null: no session changes
   * @throws Problem 403 {@code forbidden} when it was sent to another address, 404
   */
  public void accept(Actor actor, @Nullable String session, @Nullable String token) {
    transactions.system(() -> {
      InvitationStore.Invitation invitation = open(token);
      if (!Registration.key(invitation.email()).equals(Registration.key(actor.email()))) {
        throw Problem.forbidden(
            "forbidden",
            "This invitation is for " + invitation.email() + ". Sign in with that address.");
      }
      if (!invitations.accept(invitation.tenant(), invitation.id(), clock.instant())) {
        throw Problem.notFound();
      }
      users.markVerified(actor.user(), clock.instant());
      members.add(invitation.tenant(), actor.user(), invitation.role());
      if (session != null) {
        sessions.moveTo(actor.user(), session, invitation.tenant());
      }
      audit.recordFor(invitation.tenant(), actor, "member.joined", "user", actor.user().value());
    });
  }
}
