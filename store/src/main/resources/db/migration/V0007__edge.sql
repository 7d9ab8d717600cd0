-- The edge. Writer of routes: record activities; of edge: the edge's keeper.
create table edge_revision (only_row boolean primary key default true check (only_row), value bigint not null);
insert into edge_revision values (true, 0);

create table route (
  deployment_id text primary key,
  tenant_id text not null,
  host text not null unique,
  state text not null check (state in ('live', 'starting', 'stopped', 'suspended', 'unavailable')),
  upstream text, -- host:port
  revision bigint not null,
  check ((state = 'live') <= (upstream is not null)),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);

create table edge (
  id text primary key,
  applied_revision bigint not null,
  config_hash text not null,
  heartbeat_at timestamptz not null
);
call protect_tenant_rows('route');

create function tell_edge() returns trigger language plpgsql as $$
begin perform pg_notify('hoster', 'route ' || new.value || ' -'); return null; end $$;
create trigger edge_told after update on edge_revision for each row execute function tell_edge();

grant usage on schema public to hoster_web, hoster_worker;
grant select, insert, update, delete on all tables in schema public to hoster_web, hoster_worker;
revoke update, delete on audit from hoster_web, hoster_worker;
-- State is the worker's: web decides and asks, it never says what is.
revoke insert, update, delete on port_lease, subnet_lease, operation, operation_step, ledger, deployment_service,
  credential, route, edge, edge_revision, sample, sample_hour, traffic from hoster_web;
revoke update on deployment, node from hoster_web;
grant update (revision, updated_at, name) on deployment to hoster_web;
alter default privileges in schema public grant select, insert, update, delete on tables to hoster_web, hoster_worker;
