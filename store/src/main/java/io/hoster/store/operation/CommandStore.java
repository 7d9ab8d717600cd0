package io.hoster.store.operation;

import io.hoster.store.Columns;
import io.hoster.store.Ids;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.CommandId;
import io.hoster.workflows.operation.CommandKind;
import io.hoster.workflows.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was asked for. Written by services in the transaction that decided it; sent by whoever holds
 * the subject's turn; applied by the workflow's first act.
 */
@Repository
public class CommandStore {

  private static final int HASHED_BYTES = 20;

  private final JdbcClient jdbc;

  CommandStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A command that was not applied yet. */
  public record Pending(
      CommandId id, TenantId tenant, DeploymentId subject, CommandKind kind, boolean sent) {}

  /** Who asked. */
  public record Asker(@Nullable String id, String name, @Nullable String requestId) {

    /** The platform itself, which nobody asked. */
    public static final Asker PLATFORM = new Asker(null, "Hoster", null);
  }

  /**
   * Adds a command. One of the same id is left as it is: the same click twice is one command.
   *
   * @param reason what the asker says for it; may be empty, never a secret
   * @return false when it was there already
   */
  public boolean add(
      TenantId tenant,
      CommandId id,
      DeploymentId subject,
      CommandKind kind,
      String reason,
      Asker asker) {
    return jdbc.sql(
                """
                insert into command (id, tenant_id, subject_kind, subject_id, kind, payload, actor_id, actor_name, request_id)
                values (?, ?, 'deployment', ?, ?, jsonb_build_object('reason', cast(? as text)), ?, ?, ?)
                on conflict (id) do nothing
                """)
            .params(id.value(), tenant.value(), subject.value(), kind.name(), reason)
            .param(asker.id())
            .param(asker.name())
            .param(asker.requestId())
            .update()
        == 1;
  }

  public static CommandId freshId() {
    return new CommandId(Ids.fresh("cmd"));
  }

  /** The id of what a tenant asks of {@code subject} under {@code key}: the same each time. */
  public static CommandId idOf(TenantId tenant, String subject, String key) {
    String named = String.join("\n", tenant.value(), subject, key);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
      return new CommandId("cmd_" + HexFormat.of().formatHex(hash, 0, HASHED_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether the command is so old that the request which named it may stand for another one. */
  public boolean isForgotten(TenantId tenant, CommandId id) {
    return jdbc.sql(
            "select exists (select from command where tenant_id = ? and id = ? and created_at < now() - interval '24 hours')")
        .params(tenant.value(), id.value())
        .query(Boolean.class)
        .single();
  }

  /** The subject of a command that was added before; empty: it was not. */
  public Optional<DeploymentId> subjectOf(TenantId tenant, CommandId id) {
    return jdbc.sql("select subject_id from command where tenant_id = ? and id = ?")
        .params(tenant.value(), id.value())
        .query((rs, n) -> new DeploymentId(rs.getString(1)))
        .optional();
  }

  /** The commands of a subject that are not applied, oldest first. */
  public List<Pending> pendingOf(TenantId tenant, DeploymentId subject) {
    return jdbc.sql(
            """
            select id, tenant_id, subject_id, kind, sent_at is not null as sent from command
            where tenant_id = ? and subject_id = ? and applied_at is null
            order by sequence
            """)
        .params(tenant.value(), subject.value())
        .query((rs, n) -> pending(rs))
        .list();
  }

  private static Pending pending(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Pending(
        new CommandId(rs.getString("id")),
        new TenantId(rs.getString("tenant_id")),
        new DeploymentId(rs.getString("subject_id")),
        CommandKind.valueOf(rs.getString("kind")),
        rs.getBoolean("sent"));
  }

  /**
   * Takes the turn to send for a subject, until the transaction ends. Nobody else sends for it
   * meanwhile, so commands leave in their order.
   *
   * @return false when somebody else has it
   */
  public boolean takeTurn(DeploymentId subject) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 7))")
        .param(subject.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether this process may reconcile, until the transaction ends; one at a time may. */
  public boolean takeReconcilerTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(7001)").query(Boolean.class).single();
  }

  /** Subjects with commands that were never sent, or sent so long ago that they may be lost. */
  public List<Pending> unheard(Duration lostAfter) {
    return jdbc.sql(
            """
            select distinct on (subject_id) id, tenant_id, subject_id, kind, sent_at is not null as sent
            from command
            where applied_at is null and (sent_at is null or sent_at < now() - make_interval(secs => ?))
            order by subject_id, sequence
            limit 500
            """)
        .param(lostAfter.toMillis() / 1000.0)
        .query((rs, n) -> pending(rs))
        .list();
  }

  /**
   * Commands of all tenants that no workflow has taken up yet.
   *
   * @param stuck the age of the oldest that nothing stands before: an operation that goes on is
   *     ended first
   */
  public record Backlog(int waiting, Duration stuck) {}

  /** What waits. Needs the platform's transaction. */
  public Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) as waiting,
                   coalesce(extract(epoch from now() - min(c.created_at) filter (where not exists (
                     select from operation o
                      where o.subject_id = c.subject_id and o.status in ('queued', 'running')))), 0) as seconds
              from command c where c.applied_at is null
            """)
        .query((row, n) -> new Backlog(row.getInt("waiting"), Columns.seconds(row, "seconds")))
        .single();
  }

  public void markSent(CommandId id) {
    jdbc.sql("update command set sent_at = now() where id = ?").param(id.value()).update();
  }

  /** Whether the command was applied, and as what; empty: not yet, or unknown. */
  public Optional<String> outcome(TenantId tenant, CommandId id) {
    return jdbc.sql(
            "select outcome from command where tenant_id = ? and id = ? and applied_at is not null for update")
        .params(tenant.value(), id.value())
        .query(String.class)
        .optional();
  }

  /** Marks a command as carried over into an operation, or as moot with its reason. */
  public void markApplied(
      TenantId tenant, CommandId id, @Nullable String operation, @Nullable String mootReason) {
    int rows =
        jdbc.sql(
                """
                update command set applied_at = now(), outcome = ?, reason = ?, operation_id = ?
                where tenant_id = ? and id = ? and applied_at is null
                """)
            .param(mootReason == null ? "applied" : "cancelled")
            .param(mootReason)
            .param(operation)
            .params(tenant.value(), id.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("command " + id + " is unknown or was applied before");
    }
  }

  /** What the asker said for a command; empty: nothing. */
  public String reason(TenantId tenant, CommandId id) {
    return jdbc.sql(
            "select coalesce(payload ->> 'reason', '') from command where tenant_id = ? and id = ?")
        .params(tenant.value(), id.value())
        .query(String.class)
        .single();
  }

  /** The newest command on a subject and when it was given; empty: none within {@code span}. */
  public Optional<Recent> recent(TenantId tenant, DeploymentId subject, Duration span) {
    return jdbc.sql(
            """
            select actor_id, actor_name, extract(epoch from now() - created_at) from command
            where tenant_id = ? and subject_id = ? and created_at > now() - make_interval(secs => ?)
            order by sequence desc limit 1
            """)
        .params(tenant.value(), subject.value(), span.toMillis() / 1000.0)
        .query((rs, n) -> new Recent(rs.getString(1), rs.getString(2), rs.getLong(3)))
        .optional();
  }

  /** Who gave a command, and how many seconds ago. */
  public record Recent(@Nullable String actorId, String actorName, long secondsAgo) {}

  /** Who asked for a command. */
  public Asker asker(TenantId tenant, CommandId id) {
    return jdbc.sql(
            "select actor_id, actor_name, request_id from command where tenant_id = ? and id = ?")
        .params(tenant.value(), id.value())
        .query((rs, n) -> new Asker(rs.getString(1), rs.getString(2), rs.getString(3)))
        .single();
  }
}
