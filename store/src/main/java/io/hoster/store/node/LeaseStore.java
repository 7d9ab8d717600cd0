package io.hoster.store.node;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ports and subnets of nodes: pre-filled slots, each taken by one deployment at most. */
@Repository
@WorkerOnly
public class LeaseStore {

  /** A freed slot rests so long: late packets and browsers must not meet another tenant. */
  private static final int COOL_DOWN_SECONDS = 60;

  private final JdbcClient jdbc;

  LeaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who holds leases.
   *
   * @param side of the deployment, 1 or 2
   */
  public record Holder(NodeId node, TenantId tenant, DeploymentId deployment, int side) {}

  /** A port of the node that leads to a service's container port. */
  public record Port(int nodePort, String service, int containerPort) {}

  /**
   * The port that leads to {@code service}'s {@code containerPort}: the one held, else a free one.
   *
   * @return empty when the node has no free port
   */
  public Optional<Integer> leasePort(Holder holder, String service, int containerPort) {
    return jdbc.sql(
            """
            select port from port_lease
            where deployment_id = ? and side = ? and service = ? and container_port = ? and state = 'leased'
            """)
        .params(holder.deployment().value(), holder.side(), service, containerPort)
        .query(Integer.class)
        .optional()
        .or(() -> takePort(holder, service, containerPort));
  }

  private Optional<Integer> takePort(Holder holder, String service, int containerPort) {
    return jdbc.sql(
            """
            with slot as (
              select port from port_lease
              where node_id = ? and state = 'free' and changed_at < now() - make_interval(secs => ?)
              order by changed_at, port limit 1 for update skip locked)
            update port_lease p set state = 'leased', tenant_id = ?, deployment_id = ?, side = ?,
              service = ?, container_port = ?, changed_at = now()
            from slot where p.node_id = ? and p.port = slot.port
            returning p.port
            """)
        .params(holder.node().value(), COOL_DOWN_SECONDS, holder.tenant().value())
        .params(holder.deployment().value(), holder.side(), service, containerPort)
        .param(holder.node().value())
        .query(Integer.class)
        .optional();
  }

  public List<Port> portsOf(DeploymentId deployment, int side) {
    return jdbc.sql(
            """
            select port, service, container_port from port_lease
            where deployment_id = ? and side = ? and state = 'leased' order by port
            """)
        .params(deployment.value(), side)
        .query((rs, n) -> new Port(rs.getInt(1), rs.getString(2), rs.getInt(3)))
        .list();
  }

  /** The holder's subnet on the node: the one held, else a free one; empty: none is free. */
  public Optional<String> leaseSubnet(Holder holder) {
    return jdbc.sql(
            """
            select text(subnet) from subnet_lease
            where node_id = ? and deployment_id = ? and side = ? and state = 'leased'
            """)
        .params(holder.node().value(), holder.deployment().value(), holder.side())
        .query(String.class)
        .optional()
        .or(() -> takeSubnet(holder));
  }

  private Optional<String> takeSubnet(Holder holder) {
    return jdbc.sql(
            """
            with slot as (
              select subnet from subnet_lease where node_id = ? and state = 'free'
              order by changed_at, subnet limit 1 for update skip locked)
            update subnet_lease s set state = 'leased', tenant_id = ?, deployment_id = ?, side = ?,
              changed_at = now()
            from slot where s.node_id = ? and s.subnet = slot.subnet
            returning text(s.subnet)
            """)
        .params(holder.node().value(), holder.tenant().value(), holder.deployment().value())
        .params(holder.side(), holder.node().value())
        .query(String.class)
        .optional();
  }

  /** Something else uses these slots: they are never given out again until a person frees them. */
  public void markPortsForeign(Holder holder, List<Integer> ports) {
    for (int port : ports) {
      jdbc.sql(
              """
              update port_lease set state = 'foreign', tenant_id = null, deployment_id = null, service = null,
                container_port = null, changed_at = now()
              where node_id = ? and port = ? and deployment_id = ?
              """)
          .params(holder.node().value(), port, holder.deployment().value())
          .update();
    }
  }

  public void markSubnetForeign(Holder holder) {
    jdbc.sql(
            """
            update subnet_lease set state = 'foreign', tenant_id = null, deployment_id = null, changed_at = now()
            where node_id = ? and deployment_id = ? and side = ?
            """)
        .params(holder.node().value(), holder.deployment().value(), holder.side())
        .update();
  }

  /** Frees one port that the deployment holds; one that it does not hold is left alone. */
  public void freePort(DeploymentId deployment, String port) {
    jdbc.sql(
            """
            update port_lease set state = 'free', tenant_id = null, deployment_id = null, service = null,
              container_port = null, changed_at = now()
            where deployment_id = ? and port = cast(? as int)
            """)
        .params(deployment.value(), port)
        .update();
  }

  /** Frees a leased port whose app is gone. Needs the platform's transaction. */
  public void freePortOfGone(NodeId node, String port) {
    jdbc.sql(
            """
            update port_lease p set state = 'free', tenant_id = null, deployment_id = null, service = null,
              container_port = null, changed_at = now()
            where node_id = ? and port = cast(? as int) and state = 'leased'
              and not exists (select 1 from deployment d where d.id = p.deployment_id and d.deleted_at is null)
            """)
        .params(node.value(), port)
        .update();
  }

  /** Frees what the deployment holds; twice is once. */
  public void free(DeploymentId deployment) {
    free(deployment, null);
  }

  /** Frees what the deployment holds on one side; twice is once. */
  public void freeSide(DeploymentId deployment, int side) {
    free(deployment, side);
  }

  private void free(DeploymentId deployment, @Nullable Integer side) {
    jdbc.sql(
            """
            update port_lease set state = 'free', tenant_id = null, deployment_id = null, service = null,
              container_port = null, changed_at = now()
            where deployment_id = ? and side = coalesce(cast(? as int), side)
            """)
        .param(deployment.value())
        .param(side)
        .update();
    jdbc.sql(
            """
            update subnet_lease set state = 'free', tenant_id = null, deployment_id = null, changed_at = now()
            where deployment_id = ? and side = coalesce(cast(? as int), side)
            """)
        .param(deployment.value())
        .param(side)
        .update();
  }
}
