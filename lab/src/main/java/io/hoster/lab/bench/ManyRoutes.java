package io.hoster.lab.bench;

/**
 * Hosts that lead to one upstream, written directly as the platform's rows: so many real apps do
 * not fit on a machine, and the edge reads nothing but these.
 */
record ManyRoutes(Installation installation, Database database, Upstream upstream) {

  /** Routes without a deployment need a session that checks no references; it ends in a commit. */
  private static final String CHANGE =
      """
      begin;
      set local session_replication_role = replica;
      %s;
      set local session_replication_role = origin;
      update edge_revision set value = value + 1;
      commit
      """;

  private static final String ROW =
      "'ten_bench', 'live', %s, (select value + 1 from edge_revision)";

  /** Exactly {@code count} of them, each answering. */
  void become(int count) {
    database.execute(
        CHANGE.formatted(
            "delete from route where tenant_id = 'ten_bench';"
                + " insert into route (deployment_id, host, tenant_id, state, upstream, revision)"
                + " select 'dep_bench' || n, 'bench-' || lpad(n::text, 5, '0') || '.apps.localhost', "
                + ROW
                + " from generate_series(1, "
                + count
                + ") n"),
        upstream.address());
    Patience.untilAnswers(installation.edgePort(), host(count), Patience.LOOK);
  }

  /** One more; returns when it is committed, not when it answers. */
  void add(int number) {
    database.execute(
        CHANGE.formatted(
            "insert into route (deployment_id, host, tenant_id, state, upstream, revision)"
                + " values ('dep_bench"
                + number
                + "', %s, "
                + ROW
                + ")"),
        host(number),
        upstream.address());
  }

  /** As if there had been none. */
  void vanish() {
    database.execute(CHANGE.formatted("delete from route where tenant_id = 'ten_bench'"));
  }

  String host(int number) {
    return "bench-%05d.apps.localhost".formatted(number);
  }
}
