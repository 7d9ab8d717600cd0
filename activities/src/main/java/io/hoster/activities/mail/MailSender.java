package io.hoster.activities.mail;

import io.hoster.activities.Rounds;
import io.hoster.store.Change;
import io.hoster.store.ChangeListener;
import io.hoster.store.Migration;
import io.hoster.store.WorkerTransactions;
import io.hoster.store.notice.NoticeOutbox;
import io.hoster.store.notice.NoticeOutbox.Due;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends what stands in the outbox; what cannot be sent stays there and is tried again. */
@Component
@EnableConfigurationProperties(MailSettings.class)
final class MailSender implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailSender.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int BATCH = 20;

  private final WorkerTransactions transactions;
  private final NoticeOutbox outbox;
  private final Migration migration;
  private final @Nullable JavaMailSenderImpl smtp;
  private final String from;
  private final Rounds rounds = new Rounds("mail-sender", "Mails wait", EVERY, this::sendDue);
  private final Runnable unsubscribe;

  MailSender(
      WorkerTransactions transactions,
      NoticeOutbox outbox,
      Migration migration,
      ChangeListener changes,
      MailSettings settings) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.migration = migration;
    this.from = settings.mailFrom();
    this.smtp = settings.smtpUrl() == null ? null : sender(settings.smtpUrl());
    this.unsubscribe = changes.subscribe(this::wake);
  }

  private static JavaMailSenderImpl sender(URI url) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setProtocol(url.getScheme());
    sender.setHost(url.getHost());
    sender.setPort(url.getPort());
    String user = url.getUserInfo();
    if (user != null) {
      int colon = user.indexOf(':');
      sender.setUsername(colon < 0 ? user : user.substring(0, colon));
      sender.setPassword(colon < 0 ? "" : user.substring(colon + 1));
    }
    for (String protocol : List.of("smtp", "smtps")) {
      sender.getJavaMailProperties().setProperty("mail." + protocol + ".connectiontimeout", "5000");
      sender.getJavaMailProperties().setProperty("mail." + protocol + ".timeout", "10000");
      sender.getJavaMailProperties().setProperty("mail." + protocol + ".writetimeout", "10000");
    }
    return sender;
  }

  private void wake(Set<Change> changes) {
    if (changes.stream().anyMatch(c -> c.table().equals("notice") || c.table().equals("*"))) {
      rounds.wake();
    }
  }

  @Override
  public void start() {
    if (smtp != null) {
      rounds.startAfter(migration::whenDone);
    }
  }

  private void sendDue() {
    transactions.system(() -> outbox.takeDue(BATCH).forEach(this::send));
  }

  private void send(Due mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subject());
    message.setText(mail.body());
    try {
      java.util.Objects.requireNonNull(smtp).send(message);
      outbox.markSent(mail.id());
      log.info("Mail sent: notice={}", mail.id());
    } catch (MailException e) {
      Duration pause = Duration.ofSeconds(Math.min(3600, 5L << Math.min(mail.attempts(), 10)));
      outbox.markFailed(mail.id(), String.valueOf(e.getMessage()), pause);
      log.warn("Mail waits: notice={} next try in {}: {}", mail.id(), pause, e.getMessage());
    }
  }

  @Override
  public void stop() {
    unsubscribe.run();
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
