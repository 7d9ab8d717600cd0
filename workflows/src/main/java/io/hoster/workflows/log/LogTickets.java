package io.hoster.workflows.log;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks tickets: {@code v1.<tenant>.<deployment>.<second it expires>.<HMAC-SHA256>}.
 * They travel in the header {@code Authorization: Ticket …}, never in an address.
 */
public final class LogTickets {

  /** How long a ticket opens a stream. */
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final String FORM = "v1";
  private static final int LONGEST = 400;

  private LogTickets() {}

  /** A ticket for {@code deployment}, which the caller may read, from {@code now} on. */
  public static String issue(
      LogTicketKey key, TenantId tenant, DeploymentId deployment, Instant now) {
    String text =
        String.join(
            ".",
            FORM,
            tenant.value(),
            deployment.value(),
            Long.toString(now.plus(LIFETIME).getEpochSecond()));
    return text + "." + seal(key, text);
  }

  /** What {@code ticket} gives leave to; empty: forged, malformed or expired. */
  public static Optional<LogTicket> verify(LogTicketKey key, String ticket, Instant now) {
    int end = ticket.lastIndexOf('.');
    if (end < 0 || ticket.length() > LONGEST) {
      return Optional.empty();
    }
    String text = ticket.substring(0, end);
    boolean isGenuine =
        MessageDigest.isEqual(
            seal(key, text).getBytes(StandardCharsets.US_ASCII),
            ticket.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    return isGenuine ? parse(text).filter(t -> now.isBefore(t.expiresAt())) : Optional.empty();
  }

  /** Of a text that bears our seal. */
  private static Optional<LogTicket> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals(FORM)) {
      return Optional.empty();
    }
    return Optional.of(
        new LogTicket(
            new TenantId(parts[1]),
            new DeploymentId(parts[2]),
            Instant.ofEpochSecond(Long.parseLong(parts[3]))));
  }

  private static String seal(LogTicketKey key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.key(), "HmacSHA256"));
      byte[] seal = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
