package io.hoster.store.node;

import io.hoster.store.WorkerOnly;
import io.hoster.workflows.node.NodeId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of nodes. Needs an open transaction of the system's scope. */
@Repository
@WorkerOnly
public class NodeStore {

  /** What subnets are cut from; Docker's own pools do not reach in there. */
  private static final String SUBNETS = "10.200.0.0/13";

  private static final int SUBNET_BITS = 27;

  /** A status that a watch may change; in the others a person or a workflow is at work. */
  private static final String WATCHED = "('pending', 'configuring', 'ready', 'unreachable')";

  private final JdbcClient jdbc;

  public NodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a machine with Docker has.
   *
   * @param diskBytes of the file system that holds the engine's data; null: unknown
   * @param diskFreeBytes null: unknown
   */
  public record Machine(
      String dockerVersion,
      int cgroupVersion,
      int cpus,
      long memoryBytes,
      @Nullable Long diskBytes,
      @Nullable Long diskFreeBytes) {}

  /** Makes the local node known if it is not. */
  public void registerLocal(NodeId node) {
    jdbc.sql(
            """
            insert into node (id, name, origin, status) values (?, 'local', 'local', 'configuring')
            on conflict (id) do nothing
            """)
        .param(node.value())
        .update();
  }

  /** Adds the slots of the ports from {@code first} to {@code last} that are not there yet. */
  public int addPorts(NodeId node, int first, int last) {
    return jdbc.sql(
            """
            insert into port_lease (node_id, port, changed_at)
            select ?, port, 'epoch' from generate_series(?::int, ?::int) as port
            on conflict (node_id, port) do nothing
            """)
        .params(node.value(), first, last)
        .update();
  }

  /** Adds the slots of all /27 subnets that are not there yet. */
  public int addSubnets(NodeId node) {
    return jdbc.sql(
            """
            insert into subnet_lease (node_id, subnet, changed_at)
            select :node, set_masklen((host(network(:net::cidr))::inet + n * (1 << (32 - :bits)))::cidr, :bits),
              'epoch'
            from generate_series(0::bigint, (1 << (:bits - masklen(:net::cidr))) - 1) as n
            on conflict (node_id, subnet) do nothing
            """)
        .param("node", node.value())
        .param("net", SUBNETS)
        .param("bits", SUBNET_BITS)
        .update();
  }

  /** The node answered. Returns whether its status changed. */
  public boolean saw(NodeId node, Machine machine) {
    jdbc.sql(
            """
            update node set docker_version = ?, cgroup_version = ?, cpus = ?, memory_bytes = ?,
              disk_bytes = coalesce(?, disk_bytes), disk_free_bytes = coalesce(?, disk_free_bytes),
              last_seen_at = now()
            where id = ?
            """)
        .params(machine.dockerVersion(), machine.cgroupVersion())
        .params(machine.cpus(), machine.memoryBytes())
        .param(machine.diskBytes())
        .param(machine.diskFreeBytes())
        .param(node.value())
        .update();
    return setStatus(node, "ready", null);
  }

  /** The node did not answer. Returns whether its status changed. */
  public boolean missed(NodeId node, String reason) {
    return setStatus(node, "unreachable", reason);
  }

  /** Writes only what is new: each write of a status is told to every screen. */
  private boolean setStatus(NodeId node, String status, @Nullable String reason) {
    return jdbc.sql(
                """
                update node set status = :status, status_reason = :reason
                where id = :id and status in %s
                  and (status, coalesce(status_reason, '')) is distinct from (:status, coalesce(:reason, ''))
                """
                    .formatted(WATCHED))
            .param("id", node.value())
            .param("status", status)
            .param("reason", reason, java.sql.Types.VARCHAR)
            .update()
        > 0;
  }

  /** The node's status; empty: not known. */
  public Optional<String> status(NodeId node) {
    return jdbc.sql("select status from node where id = ?")
        .param(node.value())
        .query(String.class)
        .optional();
  }
}
