package io.hoster.store.notice;

import io.hoster.store.Ids;
import io.hoster.store.WorkerOnly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has to know: told once when it begins, and once more when it is over. */
@Repository
@WorkerOnly
public class AlertStore {

  /** Everything that is the matter now; at most one line for each kind and subject. */
  private static final String MATTERS =
      """
      with matter as (
        select 'operation_waits' as kind, o.id as subject, o.tenant_id,
               coalesce(d.name, o.subject_id) || ' needs attention' as title,
               coalesce(o.failure ->> 'message', 'It waits for a decision.') as message,
               '/deployments/' || o.subject_id || '/timeline' as page
          from operation o left join deployment d on d.id = o.subject_id
         where o.status = 'waiting_for_person'
        union all
        select 'step_stands', o.id, null, coalesce(d.name, o.subject_id) || ' has stood on one step for 10 minutes',
               'Step ' || s.position || ' has been at work since ' || to_char(s.started_at at time zone 'UTC', 'HH24:MI') || ' UTC.',
               '/staff/operations/' || o.id
          from operation o left join deployment d on d.id = o.subject_id
          join lateral (
            select position, started_at from operation_step s
             where s.operation_id = o.id and s.status not in ('done', 'skipped', 'undone')
             order by position limit 1) s on true
         where o.status = 'running' and s.started_at < now() - make_interval(secs => :patience)
        union all
        select 'command_stands', c.id, null, 'A command has not been taken up for 10 minutes',
               c.kind || ' of ' || c.subject_id || ': Temporal or every worker is away.', '/staff/operations'
          from command c
         where c.applied_at is null and c.created_at < now() - make_interval(secs => :patience)
        union all
        select 'drift_asks', f.id, null, 'Drift wants a decision', f.object || ': ' || f.found || '.', '/staff/drift'
          from drift f
         where f.closed_at is null and f.decision is null and f.sightings >= 2 and f.kind = any(:asking)
        union all
        select 'node_away', n.id, null, 'Node ' || n.name || ' does not answer',
               coalesce(n.status_reason, 'Its engine does not answer.'), '/staff/nodes'
          from node n
         where n.status = 'unreachable' and n.last_seen_at < now() - interval '5 minutes')
      """;

  private final JdbcClient jdbc;

  AlertStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something that began or is over.
   *
   * @param tenant whose people are told, beside staff; null: staff alone
   * @param over whether it is over
   */
  public record Alert(
      String id,
      String kind,
      String subject,
      @Nullable String tenant,
      String title,
      String message,
      String page,
      boolean over) {}

  /** Whether this process may look, until the transaction ends; one at a time may. */
  public boolean takeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(7003)").query(Boolean.class).single();
  }

  /**
   * Opens what began and closes what is over.
   *
   * @param patience how long a step or a command may stand
   * @param asking kinds of drift that a person decides about
   * @return what changed; each is returned once
   */
  public List<Alert> look(Duration patience, List<String> asking) {
    List<Alert> changed = new ArrayList<>(close(patience, asking));
    for (Alert begun : begun(patience, asking)) {
      changed.add(open(begun));
    }
    return changed;
  }

  private List<Alert> begun(Duration patience, List<String> asking) {
    return jdbc.sql(
            MATTERS
                + """
                select '' as id, kind, subject, tenant_id, title, message, page, false as over from matter m
                 where not exists (select 1 from alert a
                   where a.kind = m.kind and a.subject = m.subject and a.closed_at is null)
                """)
        .param("patience", (double) patience.toSeconds())
        .param("asking", asking.toArray(String[]::new))
        .query((row, n) -> alert(row))
        .list();
  }

  private Alert open(Alert begun) {
    String id = Ids.fresh("alr");
    jdbc.sql(
            """
            insert into alert (id, kind, subject, tenant_id, title, message, page) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, subject) where closed_at is null do nothing
            """)
        .params(id, begun.kind(), begun.subject())
        .param(begun.tenant())
        .params(begun.title(), begun.message(), begun.page())
        .update();
    return new Alert(
        id,
        begun.kind(),
        begun.subject(),
        begun.tenant(),
        begun.title(),
        begun.message(),
        begun.page(),
        false);
  }

  private List<Alert> close(Duration patience, List<String> asking) {
    return jdbc.sql(
            MATTERS
                + """
                update alert a set closed_at = now()
                 where a.closed_at is null
                   and not exists (select 1 from matter m where m.kind = a.kind and m.subject = a.subject)
                returning a.id, a.kind, a.subject, a.tenant_id, a.title, a.message, a.page, true as over
                """)
        .param("patience", (double) patience.toSeconds())
        .param("asking", asking.toArray(String[]::new))
        .query((row, n) -> alert(row))
        .list();
  }

  /** The owners of a tenant. */
  public List<String> owners(String tenant) {
    return jdbc.sql(
            "select user_id from tenant_member where tenant_id = ? and role = 'owner' order by user_id")
        .param(tenant)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Staff who look after what went wrong. */
  public List<String> staff() {
    return jdbc.sql(
            """
            select distinct user_id from staff_role where role in ('support', 'operator', 'admin') order by user_id
            """)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /**
   * Something that the webhook has not taken yet, beginnings before ends; nobody else gets it for
   * half a minute, in which the caller tells the webhook and says what came of it.
   */
  public Optional<Alert> claimForHook() {
    return jdbc.sql(
            """
            update alert set hook_next_try_at = now() + interval '30 seconds'
             where id = (
               select id from alert
                where (hook_opened_at is null or closed_at is not null and hook_closed_at is null)
                  and hook_next_try_at <= now()
                order by opened_at, id limit 1 for update skip locked)
            returning id, kind, subject, tenant_id, title, message, page, hook_opened_at is not null as over
            """)
        .query((row, n) -> alert(row))
        .optional();
  }

  /** The webhook took it. */
  public void hookTook(Alert alert) {
    jdbc.sql(
            "update alert set "
                + (alert.over() ? "hook_closed_at" : "hook_opened_at")
                + " = now(), hook_attempts = 0, hook_next_try_at = now() where id = ?")
        .param(alert.id())
        .update();
  }

  /** The webhook did not; it is asked again, less and less often. */
  public void hookFailed(Alert alert) {
    jdbc.sql(
            """
            update alert set hook_attempts = hook_attempts + 1,
              hook_next_try_at = now() + make_interval(secs => least(3600, 5 * power(2, least(hook_attempts, 10))))
            where id = ?
            """)
        .param(alert.id())
        .update();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getString("id"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("tenant_id"),
        row.getString("title"),
        row.getString("message"),
        row.getString("page"),
        row.getBoolean("over"));
  }
}
