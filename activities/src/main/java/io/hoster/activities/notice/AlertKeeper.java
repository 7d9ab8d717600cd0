package io.hoster.activities.notice;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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

  private static final int HOOKS_AT_ONCE = 20;
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
  private volatile @Nullable Thread thread;

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
    migration.whenDone(
        () -> thread = Thread.ofVirtual().name("alert-keeper").start(this::lookForEver));
  }

  private void lookForEver() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        lookOnce();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() throws InterruptedException {
    try {
      transactions.system(() -> {
        if (alerts.takeTurn()) {
          alerts.look(PATIENCE, ASKING).forEach(this::tell);
        }
      });
      callWebhook();
    } catch (DataAccessException | TransactionException e) {
      log.warn("Alerts wait: the database did not answer: {}", e.getMessage());
    }
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

  private void callWebhook() throws InterruptedException {
    AlertWebhook hook = webhook;
    if (hook == null) {
      return;
    }
    List<Alert> due = transactions.system(() -> alerts.dueForHook(HOOKS_AT_ONCE));
    for (Alert alert : due) {
      try {
        hook.send(alert, settings.page(staffPage(alert)));
        transactions.system(() -> alerts.hookTook(alert));
      } catch (IOException e) {
        transactions.system(() -> alerts.hookFailed(alert));
        log.warn("Alert waits for the webhook: id={} reason={}", alert.id(), e.getMessage());
      }
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
