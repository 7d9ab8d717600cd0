package io.hoster.store.operation;

import io.hoster.store.Columns;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.operation.Made;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.operation.Step;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Operations of all tenants, for staff. Needs the platform's own transaction. */
@Repository
public class StaffOperationQueries {

  private final JdbcClient jdbc;

  StaffOperationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a list is narrowed to; an empty text is no condition.
   *
   * @param kind such as {@code PROVISION}
   * @param status such as {@code waiting_for_person}
   * @param step the name of the step it stands at
   * @param code of the failure
   * @param tenant an id, or part of a name
   * @param assignee a user's id
   */
  public record Filter(
      String kind, String status, String step, String code, String tenant, String assignee) {

    public static final Filter ALL = new Filter("", "", "", "", "", "");
  }

  /** Where the next page starts: after this operation, newest first. */
  public record After(Instant startedAt, String id) {

    public static final After NOTHING = new After(Instant.parse("9999-01-01T00:00:00Z"), "");
  }

  private static final String ROWS =
      """
      select o.id, o.tenant_id, t.name as tenant_name, o.subject_id, coalesce(d.name, o.subject_id) as subject_name,
             o.kind, o.status, o.undoing_to is not null as undoing,
             s.name as step, coalesce(s.position, 0) as position, coalesce(s.attempts, 0) as attempts,
             coalesce(s.attempt_limit, 0) as attempt_limit, s.next_try_at,
             (select count(*) from operation_step a where a.operation_id = o.id) as total,
             o.failure ->> 'step' as failure_step, o.failure ->> 'code' as failure_code,
             o.failure ->> 'message' as failure_message, o.failure ->> 'technical' as failure_technical,
             (o.failure ->> 'since')::timestamptz as failure_since,
             coalesce((o.failure ->> 'since')::timestamptz, s.started_at, o.started_at) as since,
             o.actor_name, o.started_at, o.finished_at, c.assignee_id, c.assignee_name, coalesce(c.note, '') as note,
             l.containers, l.networks, l.volumes, l.routes, l.ports
        from operation o
        join tenant t on t.id = o.tenant_id
        left join deployment d on d.id = o.subject_id
        left join support_case c on c.operation_id = o.id
        left join lateral (
          select * from operation_step s
           where s.operation_id = o.id and o.finished_at is null and s.status not in ('done', 'skipped', 'undone')
           order by s.position limit 1) s on true
        left join lateral (
          select count(*) filter (where kind = 'container') as containers, count(*) filter (where kind = 'network') as networks,
                 count(*) filter (where kind = 'volume') as volumes, count(*) filter (where kind = 'route') as routes,
                 array_agg(object::int) filter (where kind = 'port') as ports
            from ledger where operation_id = o.id and undone_at is null) l on true
      """;

  private static final String NARROWED =
      """
       where (:kind = '' or o.kind = :kind) and (:status = '' or o.status = :status)
         and (:step = '' or s.name = :step) and (:code = '' or o.failure ->> 'code' = :code)
         and (:tenant = '' or o.tenant_id = :tenant or t.name ilike :likeTenant)
         and (:assignee = '' or c.assignee_id = :assignee)
      """;

  /** Operations, newest first. */
  public List<StaffOperationRow> list(Filter filter, After after, int limit) {
    return narrowed(
            ROWS
                + NARROWED
                + """
                   and (o.started_at < :at or (o.started_at = :at and o.id > :id))
                 order by o.started_at desc, o.id
                 limit :limit
                """,
            filter)
        .param("at", Columns.parameter(after.startedAt()))
        .param("id", after.id())
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  /**
   * What needs attention, longest first: what waits for a person, and what stands on one step for
   * longer than {@code patience}.
   */
  public List<StaffOperationRow> attention(Filter filter, Duration patience, int limit) {
    return narrowed(
            ROWS
                + NARROWED
                + """
                   and (o.status = 'waiting_for_person'
                        or (o.status = 'running' and s.started_at < now() - make_interval(secs => :patience)))
                 order by since, o.id
                 limit :limit
                """,
            filter)
        .param("patience", (double) patience.toSeconds())
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  /** One operation. */
  public Optional<StaffOperationRow> find(OperationId id) {
    return jdbc.sql(ROWS + " where o.id = :id")
        .param("id", id.value())
        .query((row, n) -> row(row))
        .optional();
  }

  /** The newest operation on a deployment that is not gone. */
  public Optional<StaffOperationRow> newestOn(DeploymentId deployment) {
    return jdbc.sql(
            ROWS
                + """
                   where o.subject_id = :subject and d.deleted_at is null
                 order by o.started_at desc, o.id limit 1
                """)
        .param("subject", deployment.value())
        .query((row, n) -> row(row))
        .optional();
  }

  /** When the last operation that needed a person went on or ended well; empty: never. */
  public Optional<Instant> lastSolved() {
    return jdbc.sql(
            """
            select max(at) as at from audit
             where action in ('deployment.retry', 'deployment.roll_back', 'deployment.skip', 'deployment.confirm')
            """)
        .query((row, n) -> Columns.instantOrNull(row, "at"))
        .optional();
  }

  private JdbcClient.StatementSpec narrowed(String sql, Filter filter) {
    return jdbc.sql(sql)
        .param("kind", filter.kind())
        .param("status", filter.status())
        .param("step", filter.step())
        .param("code", filter.code())
        .param("tenant", filter.tenant())
        .param("likeTenant", Columns.contains(filter.tenant()))
        .param("assignee", filter.assignee());
  }

  private static StaffOperationRow row(ResultSet row) throws SQLException {
    Instant started = Columns.instant(row, "started_at");
    String step = row.getString("step");
    return new StaffOperationRow(
        new OperationId(row.getString("id")),
        new TenantId(row.getString("tenant_id")),
        row.getString("tenant_name"),
        row.getString("subject_id"),
        row.getString("subject_name"),
        row.getString("kind"),
        row.getString("status"),
        row.getBoolean("undoing"),
        step == null ? null : Step.valueOf(step),
        row.getInt("position"),
        row.getInt("total"),
        row.getInt("attempts"),
        row.getInt("attempt_limit"),
        Columns.instantOrNull(row, "next_try_at"),
        FailureRow.of(row, started),
        Columns.instant(row, "since"),
        row.getString("actor_name"),
        started,
        Columns.instantOrNull(row, "finished_at"),
        row.getString("assignee_id"),
        row.getString("assignee_name"),
        row.getString("note"),
        new Made(
            row.getInt("containers"),
            row.getInt("networks"),
            row.getInt("volumes"),
            ports(row),
            row.getInt("routes")));
  }

  private static List<Integer> ports(ResultSet row) throws SQLException {
    java.sql.@Nullable Array ports = row.getArray("ports");
    return ports == null ? List.of() : Arrays.asList((Integer[]) ports.getArray());
  }
}
