-- Deployments. Writer of name, wish and revisions: DeploymentService. Writer of status, health, step,
-- generation, node and services: record activities of the worker, and nobody else.
create table deployment (
  id text primary key,
  tenant_id text not null references tenant,
  name text not null check (name ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),
  kind text not null,
  template_id text not null references template,
  revision int not null default 1,        -- wish: the revision to run
  applied_revision int not null default 0, -- state: the revision that runs
  host text not null,
  status text not null check (status in ('pending', 'scheduled', 'building', 'starting', 'running', 'updating', 'stopping', 'stopped', 'failed', 'suspended', 'deleting')),
  status_reason text,
  health text not null default 'unknown' check (health in ('healthy', 'degraded', 'unhealthy', 'unavailable', 'unknown')),
  node_id text references node,
  generation bigint not null default 0,
  spec_generation bigint not null default 0,
  created_by text, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (tenant_id, id)
);
create unique index deployment_name on deployment (tenant_id, name) where deleted_at is null;
create unique index deployment_host on deployment (host) where deleted_at is null;
create index on deployment (tenant_id, created_at desc, id) where deleted_at is null;

-- What a deployment was asked to be; secret values are references into secret.
create table deployment_revision (
  tenant_id text not null,
  deployment_id text not null,
  revision int not null,
  template_version_id text not null references template_version,
  variables jsonb not null,        -- {NAME: "text"}
  secret_variables jsonb not null, -- {NAME: "sec_…"}
  environment jsonb not null default '{}', -- extra, the customer's
  created_by text, created_at timestamptz not null default now(),
  primary key (deployment_id, revision),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);

create table deployment_service (
  tenant_id text not null,
  deployment_id text not null,
  name text not null, image text not null, image_id text, container_name text,
  state text not null, health text not null, restarts int not null default 0,
  message text, checked_at timestamptz not null default now(),
  primary key (deployment_id, name),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);

-- What the customer is shown once it runs; secrets by reference.
create table credential (
  tenant_id text not null,
  deployment_id text not null,
  position int not null,
  name text not null, service text not null, value text, secret_id text references secret,
  primary key (deployment_id, position),
  check ((value is null) <> (secret_id is null)),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);

create table event (
  id text primary key,
  tenant_id text not null, deployment_id text not null,
  at timestamptz not null default now(),
  type text not null, message text not null, actor text, operation_id text,
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);
create index on event (deployment_id, at desc, id);

-- What somebody asked for. Writer: services; sent_at: relay; applied_at, outcome: the workflow's first act.
create table command (
  id text primary key,
  sequence bigint generated always as identity unique,
  tenant_id text not null,
  subject_kind text not null check (subject_kind in ('deployment', 'node')),
  subject_id text not null,
  kind text not null,
  payload jsonb not null default '{}', -- never a secret
  actor_id text, actor_name text not null, request_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  applied_at timestamptz,
  outcome text check (outcome in ('applied', 'cancelled')), reason text,
  operation_id text,
  check ((applied_at is null) = (outcome is null))
);
create index command_open on command (subject_id, sequence) where applied_at is null;

create table operation (
  id text primary key,
  tenant_id text not null,
  subject_kind text not null, subject_id text not null,
  kind text not null,
  status text not null check (status in ('queued', 'running', 'waiting_for_person', 'succeeded', 'rolled_back', 'cancelled', 'failed')),
  command_id text references command,
  generation bigint not null,
  status_before text not null,
  undoing_to text check (undoing_to in ('rolled_back', 'cancelled')), -- set: it is being undone
  failure jsonb, -- {step, code, message, technical, since}
  actor_name text not null,
  started_at timestamptz not null default now(), finished_at timestamptz
);
create index on operation (subject_id, started_at desc);
create unique index one_open_operation on operation (subject_id) where status in ('queued', 'running', 'waiting_for_person');

create table operation_step (
  operation_id text not null references operation,
  tenant_id text not null,
  subject_id text not null,
  position int not null,
  name text not null,
  status text not null check (status in ('waiting', 'running', 'retrying', 'done', 'skipped', 'failed', 'undoing', 'undone')),
  attempts int not null default 0, attempt_limit int not null,
  next_try_at timestamptz, progress text, message text, error text,
  started_at timestamptz, finished_at timestamptz,
  primary key (operation_id, position), unique (operation_id, name)
);

-- What an operation makes, written before it is made; a roll-back undoes it in reverse.
create table ledger (
  id bigint generated always as identity primary key,
  tenant_id text not null,
  subject_id text not null, operation_id text not null references operation,
  kind text not null check (kind in ('port', 'subnet', 'image', 'network', 'volume', 'container', 'route', 'credential', 'secret')),
  object text not null, node_id text,
  recorded_at timestamptz not null default now(), undone_at timestamptz,
  unique (operation_id, kind, object)
);

create table sample (
  tenant_id text not null, deployment_id text not null, service text not null,
  at timestamptz not null,
  cpu_percent real not null, memory_bytes bigint not null,
  network_in_bytes bigint not null, network_out_bytes bigint not null,
  primary key (deployment_id, service, at)
);
create table sample_hour (
  tenant_id text not null, deployment_id text not null, service text not null,
  hour timestamptz not null, samples int not null,
  cpu_percent_avg real not null, cpu_percent_max real not null,
  memory_bytes_avg bigint not null, memory_bytes_max bigint not null,
  network_in_bytes bigint not null, network_out_bytes bigint not null,
  primary key (deployment_id, service, hour)
);
create table traffic (
  tenant_id text not null, deployment_id text not null,
  at timestamptz not null, -- start of the minute
  requests bigint not null, errors bigint not null, response_ms_sum bigint not null,
  bytes_in bigint not null, bytes_out bigint not null,
  primary key (deployment_id, at)
);

do $$ declare t text; begin
  foreach t in array array['deployment', 'deployment_revision', 'deployment_service', 'credential', 'event', 'command',
                           'operation', 'operation_step', 'ledger', 'sample', 'sample_hour', 'traffic'] loop
    call protect_tenant_rows(t);
  end loop;
end $$;

create trigger deployment_told after insert or update or delete on deployment for each row execute function tell_change('id');
create trigger service_told after insert or update of state, health, message or delete on deployment_service for each row execute function tell_change('deployment_id');
create trigger operation_told after insert or update on operation for each row execute function tell_change('subject_id');
create trigger step_told after insert or update on operation_step for each row execute function tell_change('subject_id');
create trigger event_told after insert on event for each row execute function tell_change('deployment_id');
create trigger command_told after insert on command for each row execute function tell_change('id');
create trigger notice_told after insert on notice for each row execute function tell_change('id');
