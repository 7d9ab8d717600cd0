package io.hoster.ui.engine;

import io.hoster.store.WebTransactions;
import io.hoster.store.operation.CommandDelivery;
import io.hoster.store.operation.CommandStore;
import io.hoster.workflows.campaign.CampaignId;
import io.hoster.workflows.campaign.CampaignRuns;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentRuns;
import io.hoster.workflows.tenant.SuspensionRuns;
import io.hoster.workflows.tenant.TenantId;
import io.temporal.client.WorkflowClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Hands accepted commands to the engine at once, in the background: the answer to the customer does
 * not wait for it. What is not heard here the relay sends again.
 */
@Component
@ConditionalOnBooleanProperty("hoster.role.web")
public class CommandGateway {

  private static final Logger log = LoggerFactory.getLogger(CommandGateway.class);

  private final CommandDelivery delivery;
  private final DeploymentRuns runs;
  private final WorkflowClient client;

  CommandGateway(
      WebTransactions transactions,
      CommandStore commands,
      DeploymentRuns runs,
      WorkflowClient client) {
    this.delivery = new CommandDelivery(transactions, commands);
    this.runs = runs;
    this.client = client;
  }

  /** Call after the transaction that accepted the command has ended. */
  public void send(TenantId tenant, DeploymentId subject) {
    Thread.ofVirtual().name("command-gateway").start(() -> deliver(tenant, subject));
  }

  /**
   * Starts the run that brings a tenant's deployments to where its row wants them; when the engine
   * is away the reconciler starts it later.
   */
  public void settle(TenantId tenant) {
    Thread.ofVirtual().name("command-gateway").start(() -> startSuspension(tenant));
  }

  private void startSuspension(TenantId tenant) {
    try {
      SuspensionRuns.ensure(client, tenant);
    } catch (RuntimeException e) {
      log.warn("Suspension waits for the reconciler: tenant={} reason={}", tenant, e.getMessage());
    }
  }

  /** Has a campaign go on at once; while the engine is away the reconciler starts it later. */
  public void campaign(CampaignId campaign) {
    Thread.ofVirtual().name("command-gateway").start(() -> startCampaign(campaign));
  }

  private void startCampaign(CampaignId campaign) {
    try {
      CampaignRuns.ensure(client, campaign);
    } catch (RuntimeException e) {
      log.warn(
          "Campaign waits for the reconciler: campaign={} reason={}", campaign, e.getMessage());
    }
  }

  private void deliver(TenantId tenant, DeploymentId subject) {
    try {
      delivery.deliver(tenant, subject, runs::hand);
    } catch (RuntimeException e) {
      log.warn("Command waits for the relay: deployment={} reason={}", subject, e.getMessage());
    }
  }
}
