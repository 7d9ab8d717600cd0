-- What a deployment keeps on its node's disk, by what it is. Writer: the watch of the node.
create table storage (
  tenant_id text not null,
  deployment_id text not null,
  type text not null check (type in ('code', 'database', 'static', 'logs', 'cache')),
  size_bytes bigint not null check (size_bytes >= 0),
  file_count bigint not null check (file_count >= 0),
  calculated_at timestamptz not null,
  primary key (deployment_id, type),
  foreign key (tenant_id, deployment_id) references deployment (tenant_id, id)
);
call protect_tenant_rows('storage');
