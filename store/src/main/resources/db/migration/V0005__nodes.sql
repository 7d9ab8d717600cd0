-- Machines with Docker. Writer of intent: services; of state: node activities.
create table node (
  id text primary key,
  tenant_id text references tenant, -- null: the platform's
  name text not null,
  origin text not null check (origin in ('local', 'ssh', 'cloud')),
  status text not null check (status in ('pending', 'creating', 'confirming', 'configuring', 'ready', 'unreachable', 'maintenance', 'draining', 'destroying', 'failed')),
  status_reason text,
  docker_version text, cgroup_version int,
  cpus int, memory_bytes bigint, disk_bytes bigint, disk_free_bytes bigint,
  last_seen_at timestamptz,
  created_at timestamptz not null default now()
);

-- Pre-filled slots, taken with FOR UPDATE SKIP LOCKED: two can never have one.
create table port_lease (
  node_id text not null references node,
  port int not null,
  state text not null default 'free' check (state in ('free', 'leased', 'foreign')),
  tenant_id text, deployment_id text, service text, container_port int,
  changed_at timestamptz not null default now(),
  primary key (node_id, port),
  check ((state = 'leased') = (deployment_id is not null))
);
create unique index on port_lease (deployment_id, service, container_port) where state = 'leased';
create index on port_lease (node_id, changed_at, port) where state = 'free';

create table subnet_lease (
  node_id text not null references node,
  subnet cidr not null,
  state text not null default 'free' check (state in ('free', 'leased', 'foreign')),
  tenant_id text, deployment_id text,
  changed_at timestamptz not null default now(),
  primary key (node_id, subnet),
  check ((state = 'leased') = (deployment_id is not null))
);
create unique index on subnet_lease (node_id, deployment_id) where state = 'leased';
create index on subnet_lease (node_id, changed_at, subnet) where state = 'free';

create trigger node_told after insert or update of status, status_reason or delete on node for each row execute function tell_change('id');
