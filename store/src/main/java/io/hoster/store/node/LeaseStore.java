package io.hoster.store.node;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.deployment.DeploymentId;
import io.hoster.workflows.node.NodeId;
import io.hoster.workflows.tenant.TenantId;
import java.util.List;
import java.util.Optional;
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

  /** A port of the node that leads to a service's container port. */
  public record Port(int nodePort, String service, int containerPort) {}

  /**
   * The port that leads to {@code service}'s {@code containerPort}: the one held, else a free one.
   *
   * @return empty when the node has no free port
   */
  public Optional<Integer> leasePort(
      NodeId node, TenantId tenant, DeploymentId deployment, String service, int containerPort) {
    return jdbc.sql(
            """
            select port from port_lease
            where deployment_id = ? and service = ? and container_port = ? and state = 'leased'
            """)
        .params(deployment.value(), service, containerPort)
        .query(Integer.class)
        .optional()
        .or(() -> takePort(node, tenant, deployment, service, containerPort));
  }

  private Optional<Integer> takePort(
      NodeId node, TenantId tenant, DeploymentId deployment, String service, int containerPort) {
    return jdbc.sql(
            """
            with slot as (
              select port from port_lease
              where node_id = ? and state = 'free' and changed_at < now() - make_interval(secs => ?)
              order by changed_at, port limit 1 for update skip locked)
            update port_lease p set state = 'leased', tenant_id = ?, deployment_id = ?, service = ?,
              container_port = ?, changed_at = now()
            from slot where p.node_id = ? and p.port = slot.port
            returning p.port
            """)
        .params(node.value(), COOL_DOWN_SECONDS, tenant.value(), deployment.value(), service)
        .params(containerPort, node.value())
        .query(Integer.class)
        .optional();
  }

  public List<Port> portsOf(DeploymentId deployment) {
    return jdbc.sql(
            """
            select port, service, container_port from port_lease
            where deployment_id = ? and state = 'leased' order by port
            """)
        .param(deployment.value())
        .query((rs, n) -> new Port(rs.getInt(1), rs.getString(2), rs.getInt(3)))
        .list();
  }

  /** The deployment's subnet on the node: the one held, else a free one; empty: none is free. */
  public Optional<String> leaseSubnet(NodeId node, TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            "select text(subnet) from subnet_lease where node_id = ? and deployment_id = ? and state = 'leased'")
        .params(node.value(), deployment.value())
        .query(String.class)
        .optional()
        .or(() -> takeSubnet(node, tenant, deployment));
  }

  private Optional<String> takeSubnet(NodeId node, TenantId tenant, DeploymentId deployment) {
    return jdbc.sql(
            """
            with slot as (
              select subnet from subnet_lease where node_id = ? and state = 'free'
              order by changed_at, subnet limit 1 for update skip locked)
            update subnet_lease s set state = 'leased', tenant_id = ?, deployment_id = ?, changed_at = now()
            from slot where s.node_id = ? and s.subnet = slot.subnet
            returning text(s.subnet)
            """)
        .params(node.value(), tenant.value(), deployment.value(), node.value())
        .query(String.class)
        .optional();
  }

  /** Something else uses these slots: they are never given out again until a person frees them. */
  public void markPortsForeign(NodeId node, DeploymentId deployment, List<Integer> ports) {
    for (int port : ports) {
      jdbc.sql(
              """
              update port_lease set state = 'foreign', tenant_id = null, deployment_id = null, service = null,
                container_port = null, changed_at = now()
              where node_id = ? and port = ? and deployment_id = ?
              """)
          .params(node.value(), port, deployment.value())
          .update();
    }
  }

  public void markSubnetForeign(NodeId node, DeploymentId deployment) {
    jdbc.sql(
            """
            update subnet_lease set state = 'foreign', tenant_id = null, deployment_id = null, changed_at = now()
            where node_id = ? and deployment_id = ?
            """)
        .params(node.value(), deployment.value())
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
    jdbc.sql(
            """
            update port_lease set state = 'free', tenant_id = null, deployment_id = null, service = null,
              container_port = null, changed_at = now()
            where deployment_id = ?
            """)
        .param(deployment.value())
        .update();
    jdbc.sql(
            """
            update subnet_lease set state = 'free', tenant_id = null, deployment_id = null, changed_at = now()
            where deployment_id = ?
            """)
        .param(deployment.value())
        .update();
  }
}
