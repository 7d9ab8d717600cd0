-- Secrets at rest. Writer: SecretStore. A data key per tenant, wrapped by the master key.
create table tenant_key (
  tenant_id text not null,
  number int not null,
  master_key_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, number)
);
create table secret (
  id text primary key,
  tenant_id text not null,
  owner_kind text not null, owner_id text not null, name text not null,
  key_number int not null,
  ciphertext bytea not null,
  created_at timestamptz not null default now(),
  foreign key (tenant_id, key_number) references tenant_key (tenant_id, number)
);
create index on secret (tenant_id, owner_id);
call protect_tenant_rows('tenant_key');
call protect_tenant_rows('secret');
