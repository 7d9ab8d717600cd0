package io.hoster.workflows.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.tenant.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogTicketsTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final LogTicketKey KEY = key(1);
  private static final TenantId TENANT = new TenantId("ten_1");
  private static final DeploymentId DEPLOYMENT = new DeploymentId("dep_1");

  private final String ticket = LogTickets.issue(KEY, TENANT, DEPLOYMENT, NOON);

  private static LogTicketKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new LogTicketKey(bytes);
  }

  @Test
  void aFreshTicketNamesTenantAndDeployment() {
    assertThat(LogTickets.verify(KEY, ticket, NOON))
        .contains(new LogTicket(TENANT, DEPLOYMENT, NOON.plusSeconds(60)));
  }

  @Test
  void aTicketExpiresAfterSixtySeconds() {
    assertThat(LogTickets.verify(KEY, ticket, NOON.plusSeconds(59))).isPresent();
    assertThat(LogTickets.verify(KEY, ticket, NOON.plusSeconds(60))).isEmpty();
  }

  @Test
  void aTicketOfAnotherKeyIsRefused() {
    assertThat(LogTickets.verify(key(2), ticket, NOON)).isEmpty();
  }

  @Test
  void aChangedTicketIsRefused() {
    assertThat(LogTickets.verify(KEY, ticket.replace("dep_1", "dep_2"), NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, ticket.replace("ten_1", "ten_2"), NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, ticket.replace("v1.", "v2."), NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, ticket + "A", NOON)).isEmpty();
  }

  @Test
  void whatIsNoTicketIsRefused() {
    assertThat(LogTickets.verify(KEY, "", NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, "....", NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, "ü.ß", NOON)).isEmpty();
    assertThat(LogTickets.verify(KEY, "x.".repeat(10_000), NOON)).isEmpty();
  }

  @Test
  void aKeyIsLongEnoughAndIsNotPrinted() {
    assertThatThrownBy(() -> new LogTicketKey(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(KEY).hasToString("LogTicketKey[***]");
  }
}
