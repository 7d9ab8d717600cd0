package io.hoster.ui.deployment;

import io.hoster.store.deployment.DeploymentIntents;
import io.hoster.store.deployment.DeploymentIntents.Subject;
import io.hoster.store.operation.CommandStore;
import io.hoster.store.operation.CommandStore.Pending;
import io.hoster.store.tenant.TenantStore;
import io.hoster.ui.Problem;
import io.hoster.ui.security.Actor;
import io.hoster.ui.security.Audit;
import io.hoster.ui.security.WebRole;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.operation.Expected;
import io.hoster.workflows.operation.Verdict;
import io.hoster.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges commands against the state and what is pending, under the subject's row lock. */
@WebRole
@Component
class CommandDesk {

  private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);

  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private final DeploymentIntents intents;
  private final CommandStore commands;
  private final TenantStore tenants;
  private final Audit audit;

  CommandDesk(DeploymentIntents intents, CommandStore commands, TenantStore tenants, Audit audit) {
    this.intents = intents;
    this.commands = commands;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Accepts a command in the transaction of the caller.
   *
   * @return false when the same request was accepted before: there is nothing more to do
   * @throws Problem 404 when there is no such deployment, 409 invalid_state with what to do
   */
  boolean accept(Actor actor, DeploymentId id, CommandKind kind) {
    return accept(actor, id, kind, "");
  }

  /**
   * Accepts a command.
   *
   * @param reason what the actor says for it; may be empty
   */
  boolean accept(Actor actor, DeploymentId id, CommandKind kind, String reason) {
    CommandId command = idOf(actor, id.value());
    Optional<Subject> found = intents.lock(actor.tenant(), id);
    if (subjectOf(actor.tenant(), command).isPresent()) {
      return false;
    }
    requireNotSuspended(actor, kind);
    Subject subject = found.orElseThrow(Problem::notFound);
    List<CommandKind> pending =
        commands.pendingOf(actor.tenant(), id).stream().map(Pending::kind).toList();
    Expected expected = Expected.after(subject.status(), intents.open(actor.tenant(), id), pending);
    if (Verdict.of(kind, expected.status(), expected.open()) instanceof Verdict.Refused refused) {
      throw Problem.conflict("invalid_state", whoWasFirst(actor, id) + refused.reason());
    }
    write(actor, id, kind, command, reason);
    audit.record(
        actor,
        "deployment." + kind.name().toLowerCase(Locale.ROOT),
        "deployment",
        id.value(),
        subject.status().word(),
        reason.isEmpty() ? null : reason);
    return true;
  }

  /**
   * The id of what {@code actor} asks. A request that has a name is the same command each time: an
   * answer that was lost on its way, even that of the commit, costs nobody a second effect.
   *
   * @param subject what it is asked of; empty: something new
   */
  CommandId idOf(Actor actor, String subject) {
    String key = actor.requestKey();
    if (key == null) {
      return CommandStore.freshId();
    }
    CommandId named = CommandStore.idOf(actor.tenant(), subject, key);
    return commands.isForgotten(actor.tenant(), named) ? CommandStore.freshId() : named;
  }

  /** A suspended tenant reads and deletes; staff finish what waits. */
  void requireNotSuspended(Actor actor, CommandKind kind) {
    if (kind == CommandKind.DELETE || !actor.staffRoles().isEmpty()) {
      return;
    }
    tenants
        .suspensionReason(actor.tenant())
        .ifPresent(reason -> {
          throw Problem.forbidden(
              "tenant_suspended",
              "This account is suspended" + reason + " Its data is kept. Ask support.");
        });
  }

  /** Two people pressed at once: the second reads who was first. */
  private String whoWasFirst(Actor actor, DeploymentId id) {
    return commands
        .recent(actor.tenant(), id, AT_ONCE)
        .filter(recent -> !actor.user().value().equals(recent.actorId()))
        .map(recent ->
            "%s did something here %d s ago. This is the state now. "
                .formatted(recent.actorName(), recent.secondsAgo()))
        .orElse("");
  }

  void write(Actor actor, DeploymentId id, CommandKind kind, CommandId command) {
    write(actor, id, kind, command, "");
  }

  private void write(
      Actor actor, DeploymentId id, CommandKind kind, CommandId command, String reason) {
    commands.add(
        actor.tenant(),
        command,
        id,
        kind,
        reason,
        new CommandStore.Asker(actor.user().value(), actor.name(), actor.requestId()));
    log.info("Command accepted: command={} kind={} deployment={}", command, kind, id);
  }

  /** What an earlier click of the same id led to. */
  Optional<DeploymentId> subjectOf(TenantId tenant, CommandId command) {
    return commands.subjectOf(tenant, command);
  }
}
