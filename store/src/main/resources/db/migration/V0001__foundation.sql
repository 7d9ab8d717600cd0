-- What every later migration uses: whose rows a statement may see, and how a change is told.

-- The tenant of this transaction, or null. A pooled connection gives '' after SET LOCAL ended.
create function hoster_tenant() returns text language sql stable as
$$ select nullif(current_setting('hoster.tenant', true), '') $$;

-- True in transactions of the platform itself (relay, reconciler, edge, sweeps, session look-up).
create function hoster_system() returns boolean language sql stable as
$$ select coalesce(current_setting('hoster.scope', true), '') = 'system' $$;

-- Switches the second lock on for a tenant-owned table.
create procedure protect_tenant_rows(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy tenant_rows on %I using (tenant_id = hoster_tenant()) with check (tenant_id = hoster_tenant())', name);
  execute format('create policy system_rows on %I to hoster_web, hoster_worker using (hoster_system()) with check (hoster_system())', name);
end $$;

-- Tells listeners that a row changed: "table id tenant". Identical payloads of one transaction are sent once.
create function tell_change() returns trigger language plpgsql as $$
declare
  r record := case when tg_op = 'DELETE' then old else new end;
  j jsonb := to_jsonb(r);
begin
  perform pg_notify('hoster', tg_table_name || ' ' || coalesce(j ->> tg_argv[0], '-') || ' ' || coalesce(j ->> 'tenant_id', '-'));
  return null;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
