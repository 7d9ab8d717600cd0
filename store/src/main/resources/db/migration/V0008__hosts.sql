-- Whether a host can be given out: nobody has it, and nobody else had it in the last 30 days.
create function host_is_free(wanted text, asker text) returns boolean language sql stable
set hoster.scope = 'system' as $$
  select not exists (
    select 1 from deployment where host = wanted
      and (deleted_at is null or (deleted_at > now() - interval '30 days' and tenant_id <> asker)))
$$;
