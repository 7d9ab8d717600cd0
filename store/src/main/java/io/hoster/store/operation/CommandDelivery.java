package io.hoster.store.operation;

import io.hoster.store.Transactions;
import io.hoster.store.operation.CommandStore.Pending;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandRef;
import io.hoster.workflows.tenant.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a subject's open commands in their order, by whoever has the turn: the process that
 * accepted one, or the relay. What fails stays open and is sent again.
 */
public final class CommandDelivery {

  private static final Logger log = LoggerFactory.getLogger(CommandDelivery.class);

  private final Transactions transactions;
  private final CommandStore commands;

  public CommandDelivery(Transactions transactions, CommandStore commands) {
    this.transactions = transactions;
    this.commands = commands;
  }

  /** Hands one command to the workflow of its subject; throws when nobody takes it. */
  @FunctionalInterface
  public interface Hand {
    void hand(TenantId tenant, DeploymentId subject, CommandRef command);
  }

  /**
   * Sends what is open for {@code subject}.
   *
   * @return false when the engine did not take it
   */
  public boolean deliver(TenantId tenant, DeploymentId subject, Hand hand) {
    return transactions.system(() -> {
      if (!commands.takeTurn(subject)) {
        return true;
      }
      for (Pending command : commands.pendingOf(tenant, subject)) {
        try {
          hand.hand(tenant, subject, new CommandRef(command.id(), command.kind()));
        } catch (RuntimeException e) {
          log.info("Command waits: command={} reason={}", command.id(), e.getMessage());
          return false;
        }
        commands.markSent(command.id());
      }
      return true;
    });
  }
}
