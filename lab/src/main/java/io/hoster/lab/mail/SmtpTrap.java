package io.hoster.lab.mail;

import io.hoster.lab.LabFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that accepts every mail and sends none on. */
final class SmtpTrap implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmtpTrap.class);
  private static final int MAX_BYTES = 25 * 1024 * 1024;

  private final SMTPServer server;

  private SmtpTrap(SMTPServer server) {
    this.server = server;
  }

  /** Listens once this returns; port 0 takes a free one. */
  static SmtpTrap start(int port, Mailbox mailbox) {
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Hoster lab")
            .maxMessageSize(MAX_BYTES)
            .simpleMessageListener(new Catch(mailbox))
            .build();
    try {
      server.start();
    } catch (RuntimeException refused) {
      throw new LabFailure(
          "The mail trap cannot listen on 127.0.0.1:%d: %s.".formatted(port, reason(refused)),
          refused);
    }
    return new SmtpTrap(server);
  }

  int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static String reason(RuntimeException refused) {
    Throwable cause = refused.getCause() == null ? refused : refused.getCause();
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }

  /** Keeps one mail for each recipient. */
  private record Catch(Mailbox mailbox) implements SimpleMessageListener {

    @Override
    public boolean accept(String from, String recipient) {
      return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data)
        throws TooMuchDataException, IOException {
      byte[] message = data.readNBytes(MAX_BYTES + 1);
      if (message.length > MAX_BYTES) {
        throw new TooMuchDataException("More than " + MAX_BYTES + " bytes");
      }
      MailContent content = MailContent.of(message);
      mailbox.add(Objects.requireNonNullElse(from, ""), recipient, content);
      log.info("Mail caught: to={} subject={}", recipient, content.subject());
    }
  }
}
