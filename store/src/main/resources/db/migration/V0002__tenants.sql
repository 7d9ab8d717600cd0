-- Accounts. Writer: ui services (tenant, security). Users are not owned by one tenant.

create table plan (
  id text primary key,
  name text not null,
  position int not null,
  price_month_minor bigint not null check (price_month_minor >= 0),
  price_year_minor bigint not null check (price_year_minor >= 0),
  currency text not null,
  sites int not null, apis int not null, databases int not null,
  storage_bytes bigint not null, bandwidth_bytes bigint not null,
  nano_cpus bigint not null, memory_bytes bigint not null, pids int not null,
  disk_bytes_per_second bigint not null, network_bits_per_second bigint not null,
  own_domains boolean not null
);
insert into plan values
  ('free', 'Free', 1, 0, 0, 'USD', 3, 3, 1, 1000000000, 10000000000, 500000000, 512000000, 256, 50000000, 10000000, false),
  ('starter', 'Starter', 2, 999, 9990, 'USD', 10, 10, 3, 10000000000, 100000000000, 1000000000, 1000000000, 512, 100000000, 100000000, true),
  ('pro', 'Pro', 3, 2999, 29990, 'USD', 50, 50, 10, 50000000000, 500000000000, 2000000000, 4000000000, 1024, 200000000, 500000000, true),
  ('enterprise', 'Enterprise', 4, 9999, 99990, 'USD', 999, 999, 999, 200000000000, 2000000000000, 8000000000, 16000000000, 4096, 1000000000, 1000000000, true);

create table app_user (
  id text primary key,
  name text not null check (length(name) between 1 and 100),
  email text not null check (length(email) <= 254),
  email_key text not null unique, -- lower case
  email_verified_at timestamptz,
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  failed_sign_ins int not null default 0,
  locked_until timestamptz,
  totp_secret bytea, totp_confirmed_at timestamptz, totp_last_step bigint,
  color_scheme text not null default 'system' check (color_scheme in ('system', 'light', 'dark')),
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table recovery_code (
  user_id text not null references app_user,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table tenant (
  id text primary key,
  name text not null check (length(name) between 1 and 100),
  plan_id text not null references plan,
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);

create table tenant_member (
  tenant_id text not null references tenant,
  user_id text not null references app_user,
  role text not null check (role in ('owner', 'member')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index on tenant_member (user_id);

create table staff_role (
  user_id text not null references app_user,
  role text not null check (role in ('support', 'finance', 'operator', 'admin')),
  granted_by text, granted_at timestamptz not null default now(),
  primary key (user_id, role)
);

create table invitation (
  id text primary key,
  tenant_id text not null references tenant,
  email text not null, role text not null check (role in ('owner', 'member')),
  token_hash bytea not null unique,
  invited_by text not null references app_user,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz, revoked_at timestamptz
);

-- Signed-in browsers. The cookie holds the token; only its SHA-256 is here. It does not rotate.
create table user_session (
  id text primary key,
  user_id text not null references app_user,
  tenant_id text not null references tenant,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  address text, agent text
);
create index on user_session (user_id);

create table api_token (
  id text primary key,
  tenant_id text not null references tenant,
  user_id text not null references app_user,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz
);

-- Links sent by mail: single use, by conditional update.
create table mail_token (
  id text primary key,
  user_id text not null references app_user,
  purpose text not null check (purpose in ('verify', 'reset')),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- One-time links that make the first administrator.
create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz, used_by text
);

create table audit (
  id text primary key,
  at timestamptz not null default now(),
  tenant_id text,
  actor_id text, actor_name text not null, on_behalf_of text,
  action text not null, subject_kind text not null, subject_id text not null,
  before jsonb, after jsonb,
  request_id text, address text
);
create index on audit (tenant_id, at desc, id);
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();

create table idempotency_key (
  tenant_id text not null,
  key text not null check (length(key) between 1 and 255),
  route text not null,
  body_hash bytea not null,
  status int, body text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

-- Mails to send. Writer: services and record activities add, the notice activity marks.
create table notice (
  id text primary key,
  tenant_id text,
  user_id text,
  to_address text not null,
  subject text not null, body text not null,
  dedupe_key text unique,
  created_at timestamptz not null default now(),
  sent_at timestamptz, attempts int not null default 0,
  next_try_at timestamptz not null default now(), last_error text
);
create index on notice (next_try_at) where sent_at is null;

do $$ declare t text; begin
  foreach t in array array['tenant_member', 'invitation', 'api_token', 'audit', 'idempotency_key'] loop
    call protect_tenant_rows(t);
  end loop;
end $$;
