-- The two group roles that the pools take on. Idempotent; run by a superuser once an installation.
do $$
begin
  if not exists (select from pg_roles where rolname = 'hoster_web') then
    create role hoster_web nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'hoster_worker') then
    create role hoster_worker nologin nosuperuser nobypassrls;
  end if;
end $$;
