-- What somebody has to know, once when it begins and once when it is over. Writer: the alert keeper.
create table alert (
  id text primary key,
  kind text not null check (kind in ('operation_waits', 'step_stands', 'command_stands', 'drift_asks', 'node_away')),
  subject text not null,
  tenant_id text,
  title text not null, message text not null,
  page text not null,                     -- where it is seen in the console
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  hook_opened_at timestamptz, hook_closed_at timestamptz, -- when the webhook took it
  hook_next_try_at timestamptz not null default now(), hook_attempts int not null default 0
);
create unique index one_open_alert on alert (kind, subject) where closed_at is null;
create index on alert (opened_at desc);
call protect_tenant_rows('alert');
revoke insert, update, delete on alert from hoster_web;
create trigger alert_told after insert or update of closed_at on alert for each row execute function tell_change('id');
