-- Accounts. Writer: ui services (tenant, security).

-- Failures to sign in, under known and unknown addresses alike, so that both wait alike.
create table sign_in_attempt (
  email_hash bytea primary key, -- SHA-256 of the address in lower case
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index on sign_in_attempt (last_at);

create index on mail_token (user_id, purpose, created_at desc);
create index on invitation (tenant_id, created_at desc);
create index on api_token (tenant_id, user_id, created_at desc);
create index on notice (user_id, created_at desc);
create index on audit (at desc, id);

-- Open pages of a browser that was signed out leave at once.
create trigger session_told after update of revoked_at, tenant_id on user_session
  for each row execute function tell_change('id');
