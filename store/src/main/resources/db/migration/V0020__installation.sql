-- What the installation as a whole is. Writer: the first process that migrates, once.
create table installation (
  one boolean primary key default true check (one),
  master_key_id text not null
);

-- An installation that has keys of tenants was begun with the master key that wrapped the first of them.
do $$
declare
  scope text := coalesce(current_setting('hoster.scope', true), '');
begin
  perform set_config('hoster.scope', 'system', true);
  insert into installation (master_key_id) select master_key_id from tenant_key order by created_at limit 1;
  perform set_config('hoster.scope', scope, true);
end $$;

-- Nobody changes it later, whatever asks.
revoke insert, update, delete on installation from hoster_web, hoster_worker;
