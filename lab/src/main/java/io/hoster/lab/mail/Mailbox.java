package io.hoster.lab.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last 1,000 mails, newest first; safe for many threads. */
final class Mailbox {

  private static final int KEPT = 1_000;

  private final Clock clock;
  private final Deque<Mail> mails = new ArrayDeque<>();
  private long lastId;

  Mailbox(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(String from, String to, MailContent content) {
    mails.addFirst(
        new Mail(
            ++lastId,
            from,
            to,
            content.subject(),
            content.text(),
            content.links(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    while (mails.size() > KEPT) {
      mails.removeLast();
    }
  }

  /** Those to this address, without case; all of them for an empty address. */
  synchronized List<Mail> to(String address) {
    return mails.stream()
        .filter(mail -> address.isBlank() || mail.to().equalsIgnoreCase(address.strip()))
        .toList();
  }

  synchronized Optional<Mail> find(long id) {
    return mails.stream().filter(mail -> mail.id() == id).findFirst();
  }
}
