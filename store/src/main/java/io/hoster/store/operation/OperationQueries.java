package io.hoster.store.operation;

import io.hoster.store.Columns;
import io.hoster.workflows.operation.OperationId;
import io.hoster.workflows.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the timeline. Needs an open transaction. */
@Repository
public class OperationQueries {

  private static final int RUNS = 20;

  private final JdbcClient jdbc;

  public OperationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where the next page starts: after this operation, newest first. */
  public record After(Instant startedAt, String id) {

    public static final After NOTHING = new After(Instant.parse("9999-01-01T00:00:00Z"), "");

    public static After of(OperationRow row) {
      return new After(row.startedAt(), row.id().value());
    }
  }

  /** The operations on {@code subject}, newest first, each with its steps. */
  public List<OperationRow> ofSubject(TenantId tenant, String subject, After after, int limit) {
    return complete(
        tenant,
        jdbc.sql(
                HEAD
                    + """
                     where o.tenant_id = :tenant and o.subject_id = :subject
                       and (o.started_at < :at or (o.started_at = :at and o.id > :id))
                     order by o.started_at desc, o.id
                     limit :limit
                    """)
            .param("tenant", tenant.value())
            .param("subject", subject)
            .param("at", Columns.parameter(after.startedAt()))
            .param("id", after.id())
            .param("limit", limit)
            .query((row, n) -> head(row))
            .list());
  }

  /** One operation, when it is the tenant's. */
  public Optional<OperationRow> byId(TenantId tenant, OperationId operation) {
    return complete(
            tenant,
            jdbc.sql(HEAD + " where o.tenant_id = :tenant and o.id = :id")
                .param("tenant", tenant.value())
                .param("id", operation.value())
                .query((row, n) -> head(row))
                .list())
        .stream()
        .findFirst();
  }

  /** The newest operation on each of {@code subjects}, by subject; absent where there is none. */
  public Map<String, OperationRow> latest(TenantId tenant, Collection<String> subjects) {
    Map<String, OperationRow> latest = new HashMap<>();
    if (subjects.isEmpty()) {
      return latest;
    }
    List<OperationRow> heads =
        jdbc.sql(
                """
                select distinct on (o.subject_id)
                """
                    + COLUMNS
                    + """
                     where o.tenant_id = :tenant and o.subject_id = any(:subjects)
                     order by o.subject_id, o.started_at desc, o.id
                    """)
            .param("tenant", tenant.value())
            .param("subjects", subjects.toArray(String[]::new))
            .query((row, n) -> head(row))
            .list();
    withMade(tenant, withSteps(tenant, heads), row -> row.failure() != null)
        .forEach(operation -> latest.put(operation.subject(), operation));
    return latest;
  }

  /**
   * How long each step of an operation of {@code kind} took in its last 20 good runs for the
   * template, by the step's name: a fact about the template, counted over all tenants. Needs the
   * platform's own transaction.
   */
  public Map<String, UsualDuration> usualDurations(String template, String kind) {
    Map<String, UsualDuration> usual = new TreeMap<>();
    jdbc.sql(
            """
            with recent as (
              select o.id
                from deployment d join operation o on o.subject_id = d.id
               where d.template_id = :template and o.kind = :kind and o.status = 'succeeded'
               order by o.started_at desc limit 2 * :runs)
            select name, count(*) as runs,
                   percentile_cont(0.5) within group (order by seconds) as median,
                   percentile_cont(0.9) within group (order by seconds) as slow
              from (select s.name, extract(epoch from s.finished_at - s.started_at)::float8 as seconds,
                           row_number() over (partition by s.name order by s.finished_at desc) as nth
                      from recent join operation_step s on s.operation_id = recent.id
                     where s.status = 'done' and s.started_at is not null and s.finished_at is not null) runs
             where nth <= :runs
             group by name
            """)
        .param("template", template)
        .param("kind", kind)
        .param("runs", RUNS)
        .query(row -> {
          usual.put(
              row.getString("name"),
              new UsualDuration(
                  row.getInt("runs"), row.getDouble("median"), row.getDouble("slow")));
        });
    return usual;
  }

  /**
   * The open operations of all tenants that are of one kind and in one status.
   *
   * @param still how long nothing moved at the one where nothing moved longest: no step began or
   *     ended, nobody decided
   */
  public record Open(String kind, String status, int count, Duration still) {}

  /** What is open over all tenants. Needs the platform's transaction. */
  public List<Open> openOfAll() {
    return jdbc.sql(
            """
            select kind, status, count(*) as count, max(extract(epoch from now() - moved)) as seconds
              from (select o.kind, o.status,
                           greatest(
                             o.started_at,
                             (select max(greatest(s.started_at, s.finished_at)) from operation_step s
                               where s.operation_id = o.id),
                             (select max(c.applied_at) from command c where c.operation_id = o.id)) as moved
                      from operation o
                     where o.status in ('queued', 'running', 'waiting_for_person')) open
             group by kind, status
            """)
        .query((row, n) ->
            new Open(
                row.getString("kind"),
                row.getString("status"),
                row.getInt("count"),
                Columns.seconds(row, "seconds")))
        .list();
  }

  private static final String COLUMNS =
      """
      o.id, o.subject_id, o.kind, o.status, o.undoing_to is not null as undoing, o.actor_name, o.started_at, o.finished_at,
      o.failure ->> 'step' as failure_step, o.failure ->> 'code' as failure_code,
      o.failure ->> 'message' as failure_message, o.failure ->> 'technical' as failure_technical,
      (o.failure ->> 'since')::timestamptz as failure_since
      from operation o
      """;

  private static final String HEAD = "select " + COLUMNS;

  private static OperationRow head(ResultSet row) throws SQLException {
    return new OperationRow(
        new OperationId(row.getString("id")),
        row.getString("subject_id"),
        row.getString("kind"),
        row.getString("status"),
        row.getBoolean("undoing"),
        FailureRow.of(row, Columns.instant(row, "started_at")),
        row.getString("actor_name"),
        Columns.instant(row, "started_at"),
        Columns.instantOrNull(row, "finished_at"),
        List.of(),
        List.of());
  }

  private List<OperationRow> complete(TenantId tenant, List<OperationRow> heads) {
    return withMade(tenant, withSteps(tenant, heads), row -> true);
  }

  /** The ledgers of those that {@code wanted} accepts. */
  private List<OperationRow> withMade(
      TenantId tenant, List<OperationRow> rows, Predicate<OperationRow> wanted) {
    String[] ids = rows.stream().filter(wanted).map(row -> row.id().value()).toArray(String[]::new);
    if (ids.length == 0) {
      return rows;
    }
    Map<String, List<MadeRow>> made = new HashMap<>();
    jdbc.sql(
            """
            select operation_id, kind, object, recorded_at, undone_at from ledger
             where tenant_id = :tenant and operation_id = any(:operations)
             order by id
            """)
        .param("tenant", tenant.value())
        .param("operations", ids)
        .query(row -> {
          made.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
              .add(
                  new MadeRow(
                      row.getString(2),
                      row.getString(3),
                      Columns.instant(row, "recorded_at"),
                      Columns.instantOrNull(row, "undone_at")));
        });
    return rows.stream()
        .map(row -> with(row, row.steps(), made.getOrDefault(row.id().value(), List.of())))
        .toList();
  }

  private List<OperationRow> withSteps(TenantId tenant, List<OperationRow> heads) {
    if (heads.isEmpty()) {
      return heads;
    }
    Map<String, List<StepRow>> steps = new HashMap<>();
    jdbc.sql(
            """
            select operation_id, position, name, status, attempts, attempt_limit, next_try_at, progress, message,
                   error, started_at, finished_at
              from operation_step
             where tenant_id = :tenant and operation_id = any(:operations)
             order by operation_id, position
            """)
        .param("tenant", tenant.value())
        .param("operations", heads.stream().map(head -> head.id().value()).toArray(String[]::new))
        .query(row -> {
          steps
              .computeIfAbsent(row.getString("operation_id"), id -> new ArrayList<>())
              .add(step(row));
        });
    return heads.stream()
        .map(head -> with(head, steps.getOrDefault(head.id().value(), List.of()), List.of()))
        .toList();
  }

  private static OperationRow with(OperationRow head, List<StepRow> steps, List<MadeRow> made) {
    return new OperationRow(
        head.id(),
        head.subject(),
        head.kind(),
        head.status(),
        head.undoing(),
        head.failure(),
        head.actorName(),
        head.startedAt(),
        head.finishedAt(),
        steps,
        made);
  }

  private static StepRow step(ResultSet row) throws SQLException {
    return new StepRow(
        row.getInt("position"),
        row.getString("name"),
        row.getString("status"),
        row.getInt("attempts"),
        row.getInt("attempt_limit"),
        Columns.instantOrNull(row, "next_try_at"),
        row.getString("progress"),
        row.getString("message"),
        row.getString("error"),
        Columns.instantOrNull(row, "started_at"),
        Columns.instantOrNull(row, "finished_at"));
  }
}
