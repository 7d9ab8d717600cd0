package io.hoster.lab.bench;

import java.util.List;

/**
 * Copies of all rows of one deployment at rest, for the same tenant: a list of them reads as much
 * as one of real ones does.
 */
record Copies(Database database, String deployment) {

  private static final String UNCHECKED = "begin; set local session_replication_role = replica;";

  private static final List<String> ROWS =
      List.of(
          copied(
              "deployment",
              "id",
              "'id', x.id || 'c' || n, 'name', x.name || n, 'host', n || x.host"),
          copied(
              "deployment_revision",
              "deployment_id",
              "'deployment_id', x.deployment_id || 'c' || n"),
          copied(
              "deployment_service",
              "deployment_id",
              "'deployment_id', x.deployment_id || 'c' || n, 'container_name', x.container_name || n"),
          copied(
              "operation",
              "subject_id",
              "'id', x.id || 'c' || n, 'subject_id', x.subject_id || 'c' || n"),
          copied(
              "operation_step",
              "subject_id",
              "'operation_id', x.operation_id || 'c' || n, 'subject_id', x.subject_id || 'c' || n"),
          """
          update port_lease set state = 'leased', tenant_id = x.tenant_id, service = x.service,
            deployment_id = x.deployment_id || 'c' || free.n, container_port = x.container_port
            from (select port, row_number() over (order by port desc) as n from port_lease where state = 'free') free,
                 (select * from port_lease where deployment_id = %1$s) x
            where port_lease.port = free.port and free.n <= %2$d
          """);

  private static String copied(String table, String column, String changed) {
    return "insert into %1$s select (jsonb_populate_record(x, jsonb_build_object(%3$s))).* from %1$s x, generate_series(1, %%2$d) n where x.%2$s = %%1$s"
        .formatted(table, column, changed);
  }

  /** Makes {@code count} of them. */
  void make(int count) {
    StringBuilder sql = new StringBuilder(UNCHECKED);
    for (String rows : ROWS) {
      sql.append(rows.formatted("'" + deployment + "'", count)).append(";");
    }
    database.execute(sql.append("commit").toString());
  }

  /** Takes them away again. */
  void forget() {
    String copies = "like '" + deployment + "c%%'";
    database.execute(
        UNCHECKED
            + "update port_lease set state = 'free', tenant_id = null, deployment_id = null,"
            + " service = null, container_port = null where deployment_id "
            + copies
            + ";delete from operation_step where subject_id "
            + copies
            + ";delete from operation where subject_id "
            + copies
            + ";delete from deployment_service where deployment_id "
            + copies
            + ";delete from deployment_revision where deployment_id "
            + copies
            + ";delete from deployment where id "
            + copies
            + ";commit");
  }
}
