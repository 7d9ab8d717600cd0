-- Whether a host can be given out: nobody has it, and nobody else had it in the last 30 days. Looks
-- at all tenants' rows for this one answer, then narrows the transaction's view again.
create function host_is_free(wanted text, asker text) returns boolean language plpgsql as $$
declare
  scope text := coalesce(current_setting('hoster.scope', true), '');
  free boolean;
begin
  perform set_config('hoster.scope', 'system', true);
  select not exists (
    select 1 from deployment where host = wanted
      and (deleted_at is null or (deleted_at > now() - interval '30 days' and tenant_id <> asker)))
    into free;
  perform set_config('hoster.scope', scope, true);
  return free;
end $$;
