package io.hoster.lab.mail;

import com.sun.net.httpserver.HttpHandler;
import java.time.Clock;

/** The stand-in for a mail provider: takes mail by SMTP, shows it by HTTP. */
public final class MailTrap implements AutoCloseable {

  private final Mailbox mailbox;
  private final SmtpTrap smtp;

  private MailTrap(Mailbox mailbox, SmtpTrap smtp) {
    this.mailbox = mailbox;
    this.smtp = smtp;
  }

  /**
   * Takes mail on 127.0.0.1 once this returns.
   *
   * @param smtpPort 0 takes a free one
   * @throws io.hoster.lab.LabFailure when the port is taken
   */
  public static MailTrap start(int smtpPort) {
    Mailbox mailbox = new Mailbox(Clock.systemUTC());
    return new MailTrap(mailbox, SmtpTrap.start(smtpPort, mailbox));
  }

  public int smtpPort() {
    return smtp.port();
  }

  /** {@code GET /mails?to=} for programs, {@code GET /} and {@code /inbox.css} for people. */
  public HttpHandler http() {
    return new MailHandler(mailbox, new InboxPage());
  }

  @Override
  public void close() {
    smtp.close();
  }
}
