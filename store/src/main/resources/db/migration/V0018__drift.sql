-- Differences between rows and the world. Writer: the watch of the node; of decision: the staff service.
create table drift (
  id text primary key,
  node_id text not null references node,
  tenant_id text,
  deployment_id text,
  kind text not null,
  object text not null,
  object_id text not null default '',
  wanted text not null, found text not null,
  sightings int not null default 1,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  closed_at timestamptz,
  decision text check (decision in ('remove', 'recreate', 'repair', 'leave')),
  decided_by text, decided_at timestamptz,
  outcome text,
  check ((decision is null) = (decided_at is null))
);
create unique index one_open_drift on drift (node_id, kind, object) where closed_at is null;
create index on drift (closed_at, first_seen_at);
call protect_tenant_rows('drift');
revoke insert, update, delete on drift from hoster_web;
create trigger drift_told after insert or update of closed_at, decision, sightings on drift
  for each row when (new.sightings <= 2 or new.closed_at is not null or new.decision is not null)
  execute function tell_change('id');
-- When a node was compared with the rows last. Writer: the watch of the node.
alter table node add column swept_at timestamptz;
grant update (decision, decided_by, decided_at, outcome) on drift to hoster_web;
