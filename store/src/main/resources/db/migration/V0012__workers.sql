-- Workers that live, and where they stream logs. Writer: each worker its own row.
create table worker (
  log_address text primary key, -- http://host:port
  heartbeat_at timestamptz not null
);
revoke insert, update, delete on worker from hoster_web;
