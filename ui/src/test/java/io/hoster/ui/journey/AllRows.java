package io.hoster.ui.journey;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL says of all deployments at once, past all row level security. */
final class AllRows {

  private final JdbcClient jdbc;

  AllRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the rows want on the engine, as {@link World#objects} tells what is there. Of an app that
   * waits for a person only what its operations are known to have begun.
   */
  Set<String> objects() {
    return lines(
        """
        with living as (select id, status from deployment where deleted_at is null),
        whole as (select id, status from living where status <> 'failed')
        select s.deployment_id || ' container ' || s.container_name
               || case w.status when 'running' then ' running' else ' exited' end
          from deployment_service s join whole w on w.id = s.deployment_id
        union all
        select l.deployment_id || ' port ' || l.port from port_lease l join whole w on w.id = l.deployment_id
         where l.state = 'leased' and w.status = 'running'
        union all
        select l.deployment_id || ' subnet ' || l.subnet from subnet_lease l join whole w on w.id = l.deployment_id
         where l.state = 'leased'
        union all
        select l.subject_id || ' ' || l.kind || ' ' || l.object from ledger l join whole w on w.id = l.subject_id
         where l.kind in ('network', 'volume') and l.undone_at is null
        """);
  }

  /** What may be on the engine of apps that wait for a person, without the containers' states. */
  Set<String> begun() {
    return lines(
        """
        with failed as (select id from deployment where deleted_at is null and status = 'failed')
        select l.subject_id || ' ' || l.kind || ' ' || l.object from ledger l join failed f on f.id = l.subject_id
         where l.kind in ('container', 'network', 'volume', 'port') and l.undone_at is null
        union all
        select l.deployment_id || ' port ' || l.port from port_lease l join failed f on f.id = l.deployment_id
         where l.state = 'leased'
        union all
        select l.deployment_id || ' subnet ' || l.subnet from subnet_lease l join failed f on f.id = l.deployment_id
         where l.state = 'leased'
        union all
        select s.deployment_id || ' container ' || s.container_name
          from deployment_service s join failed f on f.id = s.deployment_id where s.container_name is not null
        """);
  }

  /** Apps that are not gone. */
  Set<String> living() {
    return lines("select id from deployment where deleted_at is null");
  }

  /** Apps that wait for a person. */
  Set<String> failed() {
    return lines("select id from deployment where deleted_at is null and status = 'failed'");
  }

  /** Host and state of each address that an app at rest has. */
  Set<String> routes() {
    return lines("select host || ' ' || state from route");
  }

  /** What is neither over nor waits for somebody who was told; a sentence each. */
  Set<String> unfinished() {
    return lines(
        """
        select 'command ' || kind || ' of ' || subject_id || ' was not taken up'
          from command where applied_at is null
        union all
        select 'operation ' || kind || ' of ' || subject_id || ' is ' || status
          from operation where status in ('queued', 'running')
        union all
        select 'operation ' || kind || ' of ' || subject_id || ' is ' || status || ' and nobody was told'
          from operation o where status in ('waiting_for_person', 'failed') and not exists (
            select from alert a where a.kind = 'operation_waits' and a.subject = o.id and a.closed_at is null)
        union all
        select 'an alert says that ' || a.subject || ' waits' from alert a
         where a.kind = 'operation_waits' and a.closed_at is null and not exists (
            select from operation o where o.id = a.subject and o.status = 'waiting_for_person')
        union all
        select 'operation ' || kind || ' of ' || subject_id || ' is ' || status || ' since no time'
          from operation where status in ('succeeded', 'rolled_back', 'cancelled') and finished_at is null
        union all
        select 'step ' || s.name || ' of ' || s.subject_id || ' is ' || s.status || ', its operation ' || o.status
          from operation_step s join operation o on o.id = s.operation_id
         where o.status in ('succeeded', 'rolled_back', 'cancelled')
           and (s.status in ('running', 'retrying', 'undoing')
                or o.status = 'succeeded' and s.status not in ('done', 'skipped'))
        union all
        select 'deployment ' || id || ' is ' || status from deployment
         where deleted_at is null and status not in ('running', 'stopped', 'failed', 'suspended')
        union all
        select 'deployment ' || id || ' is failed and waits for nobody' from deployment d
         where deleted_at is null and status = 'failed' and not exists (
            select from operation o where o.subject_id = d.id and o.status = 'waiting_for_person')
        """);
  }

  /** What is kept for apps that are gone, and of what was undone; a sentence each. */
  Set<String> leftovers() {
    return lines(
        """
        with kept as (
          select 'port ' || port as what, deployment_id as id from port_lease where state = 'leased'
          union all
          select 'subnet ' || subnet, deployment_id from subnet_lease where state = 'leased'
          union all
          select 'route ' || host, deployment_id from route
          union all
          select 'secret ' || name, owner_id from secret where owner_kind = 'deployment'
          union all
          select 'credential ' || name, deployment_id from credential)
        select what || ' of ' || id || ' is kept, and the app is gone' from kept
         where not exists (select from deployment d where d.id = kept.id and d.deleted_at is null)
        union all
        select l.kind || ' ' || l.object || ' of ' || l.subject_id || ' was not undone, its operation is ' || o.status
          from ledger l join operation o on o.id = l.operation_id
         where l.undone_at is null and o.status in ('rolled_back', 'cancelled') and not exists (
            select from operation d where d.subject_id = o.subject_id and d.kind = 'DELETE')
        """);
  }

  /** What was metered twice, or of what was not there; a sentence each. */
  Set<String> metered() {
    return lines(
        """
        select 'sample of ' || s.deployment_id || ' at ' || s.at || ', and it was gone'
          from sample s join deployment d on d.id = s.deployment_id
         where s.at > d.deleted_at + interval '10 seconds'
        union all
        select 'traffic of ' || t.deployment_id || ' in the middle of a minute' from traffic t
         where t.at <> date_trunc('minute', t.at)
        union all
        select 'traffic of ' || coalesce(m.deployment_id, h.deployment_id) || ' is ' || coalesce(m.requests, 0)
               || ' requests by the minute and ' || coalesce(h.requests, 0) || ' by the hour'
          from (select deployment_id, date_trunc('hour', at, 'UTC') as at, sum(requests) as requests
                  from traffic group by 1, 2) m
          full join traffic_hour h on h.deployment_id = m.deployment_id and h.at = m.at
         where m.requests is distinct from h.requests
        union all
        select 'samples of ' || h.deployment_id || ' were summed up as ' || h.samples || ' and are ' || count(s.at)
          from sample_hour h left join sample s on s.deployment_id = h.deployment_id and s.service = h.service
           and date_trunc('hour', s.at, 'UTC') = h.hour
         group by h.deployment_id, h.service, h.hour, h.samples having count(s.at) <> h.samples
        """);
  }

  /** The tables that have one of these words in a row. */
  List<String> tablesWith(Collection<String> words) {
    String[] patterns =
        words.stream()
            .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .toArray(String[]::new);
    return jdbc
        .sql(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('sample', 'sample_hour', 'traffic',
               'traffic_hour', 'port_lease', 'subnet_lease') order by 1
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            jdbc.sql("select exists (select from %s t where t::text like any (?))".formatted(table))
                .param(patterns)
                .query(Boolean.class)
                .single())
        .toList();
  }

  private Set<String> lines(String sql) {
    return new TreeSet<>(jdbc.sql(sql).query(String.class).list());
  }
}
