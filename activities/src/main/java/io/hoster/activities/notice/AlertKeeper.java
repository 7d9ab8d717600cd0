package io.hoster.activities.notice;

import io.hoster.activities.Rounds;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.notice.AlertStore;
import io.hoster.store.notice.AlertStore.Alert;
import io.hoster.store.notice.NoticeOutbox;
import io.hoster.workflows.node.DriftKind;
import io.hoster.workflows.tenant.TenantId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds what is the matter, and tells whom it concerns: once when it begins, once
 * when it is over. Mails go by the outbox, in the transaction that noticed it.
 */
@Component
@EnableConfigurationProperties(AlertSettings.class)
final class AlertKeeper implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(AlertKeeper.class);

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** So long a step or a command may stand before somebody is to look. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final List<String> ASKING =
      Arrays.stream(DriftKind.values())
          .filter(kind -> !kind.isRepaired())
          .map(DriftKind::name)
          .toList();

  private final WorkerTransactions transactions;
  private final AlertStore alerts;
  private final NoticeOutbox outbox;
  private final Migration migration;
  private final AlertSettings settings;
  private final @Nullable AlertWebhook webhook;
  private final Rounds rounds = new Rounds("alert-keeper", "Alerts wait", EVERY, this::look);

  AlertKeeper(
      WorkerTransactions transactions,
      AlertStore alerts,
      NoticeOutbox outbox,
      Migration migration,
      AlertSettings settings) {
    this.transactions = transactions;
    this.alerts = alerts;
    this.outbox = outbox;
    this.migration = migration;
    this.settings = settings;
    URI hook = settings.alertWebhook();
    this.webhook = hook == null ? null : new AlertWebhook(hook);
  }

  @Override
  public void start() {
    rounds.startAfter(migration::whenDone);
  }

  private void look() throws InterruptedException {
    transactions.system(() -> {
      if (alerts.takeTurn()) {
        alerts.look(PATIENCE, ASKING).forEach(this::tell);
      }
    });
    callWebhook();
  }

  private void tell(Alert alert) {
    log.info(
        "Alert: id={} kind={} subject={} over={}",
        alert.id(),
        alert.kind(),
        alert.subject(),
        alert.over());
    String tenant = alert.tenant();
    List<String> owners = tenant == null ? List.of() : alerts.owners(tenant);
    owners.forEach(user -> mail(alert, user, alert.page()));
    alerts.staff().stream()
        .filter(user -> !owners.contains(user))
        .forEach(user -> mail(alert, user, staffPage(alert)));
  }

  private void mail(Alert alert, String user, String page) {
    String tenant = alert.tenant();
    outbox.toUser(
        tenant == null ? null : new TenantId(tenant),
        user,
        alert.over() ? "Over: " + alert.title() : alert.title(),
        text(alert, settings.page(page)),
        "alert/" + alert.id() + "/" + (alert.over() ? "over" : "open") + "/" + user);
  }

  /** A tenant's own pages are closed to staff. */
  private static String staffPage(Alert alert) {
    return alert.kind().equals("operation_waits")
        ? "/staff/operations/" + alert.subject()
        : alert.page();
  }

  private static String text(Alert alert, URI page) {
    return alert.over()
        ? "This is over: " + alert.title() + ".\n\nSee: " + page + "\n"
        : alert.title() + ".\n\n" + alert.message() + "\n\nSee what you can do: " + page + "\n";
  }

  /** One by one; a webhook that is away is not asked for the others at once. */
  private void callWebhook() throws InterruptedException {
    AlertWebhook hook = webhook;
    while (hook != null) {
      Optional<Alert> due = transactions.system(alerts::claimForHook);
      if (due.isEmpty() || !took(hook, due.get())) {
        return;
      }
    }
  }

  private boolean took(AlertWebhook hook, Alert alert) throws InterruptedException {
    try {
      hook.send(alert, settings.page(staffPage(alert)));
      transactions.system(() -> alerts.hookTook(alert));
      return true;
    } catch (IOException e) {
      transactions.system(() -> alerts.hookFailed(alert));
      log.warn("Alert waits for the webhook: id={} reason={}", alert.id(), e.getMessage());
      return false;
    }
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
