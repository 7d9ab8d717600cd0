package io.hoster.store.node;

import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.deployment.DeploymentStatus;
import io.hoster.workflows.node.DriftKind;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.node.World.Leftover;
import io.hoster.workflows.node.World.WantedApp;
import io.hoster.workflows.node.World.WantedRoute;
import io.hoster.workflows.tenant.TenantId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows say should be on a node. Needs the platform's transaction. */
@Repository
public class WantedWorldQueries {

  private final JdbcClient jdbc;

  WantedWorldQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Every app of the node that is not gone, in one statement.
   *
   * @param age of what it is compared with: an app on which work ended since then, or that went
   *     since then, is busy, for what was seen of it may be from before
   */
  public List<WantedApp> wanted(NodeId node, Duration age) {
    return jdbc.sql(
            """
            with mine as (
              select id, tenant_id, status, deleted_at from deployment
               where node_id = :node and (deleted_at is null or deleted_at > now() - make_interval(secs => :age))),
            made as (
              select l.subject_id, array_agg(distinct object) filter (where kind = 'network') as networks,
                     array_agg(distinct object) filter (where kind = 'volume') as volumes
                from ledger l join mine on mine.id = l.subject_id
               where undone_at is null and kind in ('network', 'volume') group by l.subject_id),
            services as (
              select s.deployment_id, array_agg(container_name) as containers
                from deployment_service s join mine on mine.id = s.deployment_id
               where container_name is not null group by s.deployment_id),
            ports as (
              select p.deployment_id, array_agg(port) as ports
                from port_lease p join mine on mine.id = p.deployment_id
               where p.state = 'leased' group by p.deployment_id)
            select mine.id, mine.tenant_id, mine.status, services.containers, made.networks, made.volumes, ports.ports,
                   r.state as route_state, r.upstream,
                   exists (select 1 from operation o where o.subject_id = mine.id
                            and (o.status in ('queued', 'running', 'waiting_for_person')
                              or o.finished_at > now() - make_interval(secs => :age)))
                   or mine.deleted_at is not null
                   or exists (select 1 from command c where c.subject_id = mine.id and c.applied_at is null) as busy
              from mine
              left join services on services.deployment_id = mine.id
              left join made on made.subject_id = mine.id
              left join ports on ports.deployment_id = mine.id
              left join route r on r.deployment_id = mine.id
             order by mine.id
            """)
        .param("node", node.value())
        .param("age", age.toMillis() / 1000.0)
        .query((row, n) -> app(row))
        .list();
  }

  private static WantedApp app(ResultSet row) throws SQLException {
    String state = row.getString("route_state");
    return new WantedApp(
        new TenantId(row.getString("tenant_id")),
        new DeploymentId(row.getString("id")),
        DeploymentStatus.of(row.getString("status")),
        row.getBoolean("busy"),
        texts(row, "containers"),
        texts(row, "networks"),
        texts(row, "volumes"),
        state == null ? null : new WantedRoute(state, row.getString("upstream"), ports(row)));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private static List<Integer> ports(ResultSet row) throws SQLException {
    Array array = row.getArray("ports");
    return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
  }

  /** Ports and addresses whose app is gone. */
  public List<Leftover> leftovers(NodeId node) {
    return jdbc.sql(
            """
            select 'PORT_UNKNOWN' as kind, p.port::text as object
              from port_lease p left join deployment d on d.id = p.deployment_id and d.deleted_at is null
             where p.node_id = :node and p.state = 'leased' and d.id is null
            union all
            select 'ROUTE_UNKNOWN', r.host
              from route r join deployment d on d.id = r.deployment_id
             where d.node_id = :node and d.deleted_at is not null
            order by 1, 2
            """)
        .param("node", node.value())
        .query((row, n) -> new Leftover(DriftKind.valueOf(row.getString(1)), row.getString(2)))
        .list();
  }
}
