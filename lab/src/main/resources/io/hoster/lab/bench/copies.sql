-- Copies of all rows of one deployment at rest, for the same tenant: what reads them reads as much as of real ones.
-- Of this session only; a superuser's, since nobody else may write rows past their references.

create or replace function pg_temp.copy_deployment(original text, copies int) returns void language plpgsql as $$
begin
  perform set_config('session_replication_role', 'replica', true);
  insert into deployment
    select (jsonb_populate_record(x, jsonb_build_object('id', x.id || 'c' || n, 'name', x.name || n, 'host', n || x.host))).*
      from deployment x, generate_series(1, copies) n where x.id = original;
  insert into deployment_revision
    select (jsonb_populate_record(x, jsonb_build_object('deployment_id', x.deployment_id || 'c' || n))).*
      from deployment_revision x, generate_series(1, copies) n where x.deployment_id = original;
  insert into deployment_service
    select (jsonb_populate_record(x, jsonb_build_object('deployment_id', x.deployment_id || 'c' || n,
        'container_name', replace(x.container_name, x.deployment_id, x.deployment_id || 'c' || n)))).*
      from deployment_service x, generate_series(1, copies) n where x.deployment_id = original;
  insert into operation
    select (jsonb_populate_record(x, jsonb_build_object('id', x.id || 'c' || n, 'subject_id', x.subject_id || 'c' || n))).*
      from operation x, generate_series(1, copies) n where x.subject_id = original;
  insert into operation_step
    select (jsonb_populate_record(x, jsonb_build_object('operation_id', x.operation_id || 'c' || n, 'subject_id', x.subject_id || 'c' || n))).*
      from operation_step x, generate_series(1, copies) n where x.subject_id = original;
  update port_lease p
     set state = 'leased', tenant_id = x.tenant_id, deployment_id = x.deployment_id || 'c' || free.n, service = x.service, container_port = x.container_port
    from (select port, row_number() over (order by port desc) as n from port_lease where state = 'free') free,
         port_lease x
   where x.deployment_id = original and p.port = free.port and free.n <= copies;
  -- Others on this machine begin at the lowest.
  update subnet_lease s set state = 'leased', tenant_id = x.tenant_id, deployment_id = x.deployment_id || 'c' || free.n
    from (select subnet, row_number() over (order by subnet) as n from subnet_lease where state = 'free' and subnet >= '10.205.0.0/27') free,
         subnet_lease x
   where x.deployment_id = original and s.subnet = free.subnet and free.n <= copies;
  insert into ledger (tenant_id, subject_id, operation_id, kind, object, node_id, recorded_at, undone_at)
    select x.tenant_id, x.subject_id || 'c' || n, x.operation_id || 'c' || n, x.kind,
           case x.kind when 'route' then n || x.object
             when 'port' then coalesce(p.port::text, x.object) else replace(x.object, x.subject_id, x.subject_id || 'c' || n) end,
           x.node_id, x.recorded_at, x.undone_at
      from ledger x cross join generate_series(1, copies) n
      left join port_lease p on p.deployment_id = x.subject_id || 'c' || n
     where x.subject_id = original;
  insert into route
    select (jsonb_populate_record(x, jsonb_build_object('deployment_id', x.deployment_id || 'c' || n, 'host', n || x.host,
        'revision', (select value + 1 from edge_revision)))).*
      from route x, generate_series(1, copies) n where x.deployment_id = original;
  insert into storage
    select (jsonb_populate_record(x, jsonb_build_object('deployment_id', x.deployment_id || 'c' || n))).*
      from storage x, generate_series(1, copies) n where x.deployment_id = original;
  perform set_config('session_replication_role', 'origin', true);
  update edge_revision set value = value + 1;
end $$;

create or replace function pg_temp.forget_copies(original text) returns void language plpgsql as $$
declare copies text := original || 'c%';
begin
  perform set_config('session_replication_role', 'replica', true);
  delete from route where deployment_id like copies;
  delete from ledger where subject_id like copies;
  delete from operation_step where subject_id like copies;
  delete from operation where subject_id like copies;
  delete from command where subject_id like copies;
  delete from event where deployment_id like copies;
  delete from storage where deployment_id like copies;
  delete from deployment_service where deployment_id like copies;
  delete from deployment_revision where deployment_id like copies;
  delete from deployment where id like copies;
  update subnet_lease set state = 'free', tenant_id = null, deployment_id = null where deployment_id like copies;
  update port_lease set state = 'free', tenant_id = null, deployment_id = null, service = null, container_port = null
   where deployment_id like copies;
  perform set_config('session_replication_role', 'origin', true);
  update edge_revision set value = value + 1;
end $$;
