-- The upgrade of all apps of a template to a version. Writer of the row and of stop_asked_by: the campaign service;
-- of the rest and of the targets: the campaign's workflow.
create table campaign (
  id text primary key,
  tenant_id text references tenant, -- whose template it is; null: the platform's
  template_id text not null references template,
  version_id text not null references template_version,
  canary_percent int not null check (canary_percent between 1 and 100),
  max_failures int not null check (max_failures between 1 and 1000),
  settle_seconds int not null check (settle_seconds >= 0),
  status text not null default 'running' check (status in ('running', 'succeeded', 'stopped')),
  reason text,
  wave int, -- null: nothing is planned yet
  wave_ended_at timestamptz,
  stop_asked_by text,
  started_by text not null, started_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((status = 'running') = (finished_at is null))
);
create unique index one_campaign_a_template on campaign (template_id) where status = 'running';
create index on campaign (template_id, started_at desc);

-- An app of a campaign; its tenant is the app's.
create table campaign_target (
  campaign_id text not null references campaign,
  tenant_id text not null,
  deployment_id text not null,
  wave int not null,
  status text not null default 'waiting' check (status in ('waiting', 'working', 'updated', 'failed', 'skipped')),
  message text,
  command_id text references command,
  changed_at timestamptz not null default now(),
  primary key (campaign_id, deployment_id),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);
create index on campaign_target (campaign_id, status, wave);

alter table campaign enable row level security;
alter table campaign force row level security;
create policy own on campaign using (tenant_id = hoster_tenant()) with check (tenant_id = hoster_tenant());
create policy system_rows on campaign to hoster_web, hoster_worker using (hoster_system()) with check (hoster_system());
call protect_tenant_rows('campaign_target');
revoke insert, update, delete on campaign_target from hoster_web;
revoke update, delete on campaign from hoster_web;
grant update (stop_asked_by) on campaign to hoster_web;

create trigger campaign_told after insert or update on campaign for each row execute function tell_change('id');
