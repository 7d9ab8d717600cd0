package io.hoster.ui.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL says, read past all row level security. */
final class Rows {

  private final JdbcClient jdbc;

  Rows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A deployment's row. */
  record Deployment(String status, boolean deleted, String host, String reason) {}

  /** An operation's row. */
  record Operation(String id, String kind, String status, String failure) {}

  /** A step's row. */
  record Step(String name, String status, int attempts) {}

  /** A route's row; {@code upstream} is empty where there is none. */
  record Route(String host, String state, String upstream) {}

  Deployment deployment(String id) {
    return jdbc.sql(
            """
            select status, deleted_at is not null as deleted, host, coalesce(status_reason, '') as reason
            from deployment where id = ?
            """)
        .param(id)
        .query(Deployment.class)
        .single();
  }

  /** Gives the person with this address a role of the platform's staff. */
  void makeStaff(String email, String role) {
    jdbc.sql("insert into staff_role (user_id, role) select id, ? from app_user where email = ?")
        .params(role, email)
        .update();
  }

  /** Newest first. */
  List<Operation> operations(String deployment) {
    return jdbc.sql(
            """
            select id, kind, status, coalesce(failure::text, '') as failure from operation
            where subject_id = ? order by started_at desc, id desc
            """)
        .param(deployment)
        .query(Operation.class)
        .list();
  }

  List<Step> steps(String operation) {
    return jdbc.sql(
            "select name, status, attempts from operation_step where operation_id = ? order by"
                + " position")
        .param(operation)
        .query(Step.class)
        .list();
  }

  /** Steps that were taken, of all operations together. */
  int stepsDone() {
    return jdbc.sql(
            "select count(*) from operation_step where status in ('done', 'skipped', 'undone')")
        .query(Integer.class)
        .single();
  }

  /** Commands that no workflow has taken up. */
  int openCommands(String deployment) {
    return jdbc.sql("select count(*) from command where subject_id = ? and applied_at is null")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  /** All that was ever asked of it. */
  int commands(String deployment) {
    return jdbc.sql("select count(*) from command where subject_id = ?")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  /** How many deployments a tenant ever had. */
  int deployments(String tenant) {
    return jdbc.sql("select count(*) from deployment where tenant_id = ?")
        .param(tenant)
        .query(Integer.class)
        .single();
  }

  /** Whether every command was taken up and nothing is under way that ends by itself. */
  boolean isAtRest(String deployment) {
    return openCommands(deployment) == 0
        && operations(deployment).stream()
            .noneMatch(o -> o.status().equals("queued") || o.status().equals("running"));
  }

  Set<Integer> ports(String deployment) {
    return new TreeSet<>(
        jdbc.sql("select port from port_lease where deployment_id = ? and state = 'leased'")
            .param(deployment)
            .query(Integer.class)
            .list());
  }

  int subnets(String deployment) {
    return jdbc.sql(
            "select count(*) from subnet_lease where deployment_id = ? and state = 'leased'")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  Optional<Route> route(String deployment) {
    return jdbc.sql(
            "select host, state, coalesce(upstream, '') as upstream from route where deployment_id"
                + " = ?")
        .param(deployment)
        .query(Route.class)
        .optional();
  }

  List<String> containerNames(String deployment) {
    return jdbc.sql(
            "select container_name from deployment_service where deployment_id = ? order by"
                + " container_name")
        .param(deployment)
        .query(String.class)
        .list();
  }

  /** What the other side answered when a step failed last; empty: nothing. */
  String technical(String operation, String step) {
    return jdbc.sql(
            "select coalesce(technical, '') from operation_step where operation_id = ? and name = ?")
        .params(operation, step)
        .query(String.class)
        .single();
  }

  /** As if a step had been tried so often that the next try is its last. */
  void leaveOneTry(String operation, String step) {
    jdbc.sql(
            "update operation_step set attempts = attempt_limit - 1 where operation_id = ? and name = ?")
        .params(operation, step)
        .update();
  }

  /** How often the containers of a deployment were started again, as was seen last. */
  int restarts(String deployment) {
    return jdbc.sql("select sum(restarts) from deployment_service where deployment_id = ?")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  /** Secrets that are kept for a deployment. */
  int secrets(String deployment) {
    return jdbc.sql("select count(*) from secret where owner_id = ?")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  /** As its node was last seen to do. */
  String health(String deployment) {
    return jdbc.sql("select health from deployment where id = ?")
        .param(deployment)
        .query(String.class)
        .single();
  }

  /** How many of a tenant's deployments have each status. */
  Map<String, Integer> statuses(String tenant) {
    return counts(
        "select status, count(*) from deployment where tenant_id = ? and deleted_at is null group by status",
        tenant);
  }

  /** How many of a tenant's operations of that kind ended how, or have not. */
  Map<String, Integer> operations(String tenant, String kind) {
    return counts(
        "select status, count(*) from operation where tenant_id = ? and kind = ? group by status",
        tenant,
        kind);
  }

  private Map<String, Integer> counts(String sql, Object... of) {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql(sql)
        .params(of)
        .query(row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  /** Differences between rows and world that are open. */
  List<String> drift() {
    return jdbc.sql("select kind || ' ' || object from drift where closed_at is null order by 1")
        .query(String.class)
        .list();
  }

  /**
   * Copies all rows of a deployment at rest {@code count} times, as the benchmark does; each gets a
   * port beyond the node's, at which nothing is ever to listen.
   *
   * @return the container's name by the copy's id
   */
  Map<String, String> copy(String deployment, int count) {
    jdbc.sql(
            """
            insert into port_lease (node_id, port, changed_at)
            select node_id, 50000 + n, now() from deployment d, generate_series(1, ?) n where d.id = ?
            """)
        .params(count, deployment)
        .update();
    jdbc.sql(
            copies()
                + "do $$ begin perform pg_temp.copy_deployment('%s', %d); end $$"
                    .formatted(deployment, count))
        .update();
    Map<String, String> names = new TreeMap<>();
    jdbc.sql(
            "select deployment_id, container_name from deployment_service where deployment_id like ?")
        .param(deployment + "c%")
        .query(row -> {
          names.put(row.getString(1), row.getString(2));
        });
    return names;
  }

  private static String copies() {
    try {
      return Files.readString(Path.of("../lab/src/main/resources/io/hoster/lab/bench/copies.sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves the first half of all networks to other installations on this machine. */
  void leaveLowSubnets() {
    jdbc.sql(
            "update subnet_lease set state = 'foreign' where state = 'free' and subnet < cidr '10.204.0.0/27'")
        .update();
  }

  /** How many connections the application may have from now on; those it has are ended. */
  void allowConnections(int count) {
    jdbc.sql("alter role hoster connection limit " + count).update();
    jdbc.sql(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'hoster'")
        .query(Integer.class)
        .single();
  }

  /** The application may have as many connections as there are. */
  void allowAllConnections() {
    jdbc.sql("alter role hoster connection limit -1").update();
  }

  /** Where a route leads, past all that checks it; edges are told. */
  void misroute(String deployment, String upstream) {
    jdbc.sql("update route set upstream = ? where deployment_id = ?")
        .params(upstream, deployment)
        .update();
    jdbc.sql("update edge_revision set value = value + 1").update();
  }

  /** What a process would change that comes to this database for the first time. */
  List<String> beginnings() {
    return jdbc.sql(
            """
            select 'schema ' || version from flyway_schema_history
            union all select 'key ' || master_key_id from installation
            union all select 'worker ' || log_address from worker
            order by 1
            """)
        .query(String.class)
        .list();
  }

  /** Stretches that end before they begin, and moments that did not come yet. */
  int impossibleTimes() {
    return jdbc.sql(
            """
            select (select count(*) from operation where finished_at < started_at or started_at > now())
              + (select count(*) from operation_step where finished_at < started_at or started_at > now())
              + (select count(*) from sample where at > now())
              + (select count(*) from sample_hour where hour > now() - interval '1 hour')
              + (select count(*) from event where at > now())
              + (select count(*) from storage where calculated_at > now())
            """)
        .query(Integer.class)
        .single();
  }

  /** How many samples count for a stretch of which another one counts a part. */
  int sampledTwice() {
    return jdbc.sql(
            """
            select count(*) from (
              select at - lag(at) over (partition by deployment_id, service order by at) as span from sample) spans
            where span < interval '50 seconds'
            """)
        .query(Integer.class)
        .single();
  }

  /** How many samples there are of a deployment. */
  int samples(String deployment) {
    return jdbc.sql("select count(*) from sample where deployment_id = ?")
        .param(deployment)
        .query(Integer.class)
        .single();
  }

  /** A trial's hour is over. */
  void endTime(String deployment) {
    jdbc.sql("update deployment set expires_at = now() where id = ?").param(deployment).update();
  }

  /** Gives a tenant room. */
  void setPlan(String tenant, String plan) {
    jdbc.sql("update tenant set plan_id = ? where id = ?").params(plan, tenant).update();
  }

  /** A plan that allows no app at all. */
  String planWithoutApps() {
    jdbc.sql(
            """
            insert into plan select (json_populate_record(p, '{"id": "none", "name": "None", "sites": 0, "position": 99}')).*
            from plan p where p.id = 'free' on conflict do nothing
            """)
        .update();
    return "none";
  }
}
