-- Traffic of apps. Writer of traffic, traffic_hour and access_log: the edge that reads Caddy's access log;
-- deleted by age: the worker, with the samples.
alter table traffic alter column response_ms_sum type double precision; -- many answers take less than a millisecond
alter table traffic add column upgrades bigint not null default 0; -- of the requests; how long a WebSocket lived is no response time

-- The same by the hour, written beside the minutes: what is read late still finds its hour.
create table traffic_hour (
  tenant_id text not null, deployment_id text not null,
  at timestamptz not null, -- start of the hour
  requests bigint not null, errors bigint not null, upgrades bigint not null,
  response_ms_sum double precision not null,
  bytes_in bigint not null, bytes_out bigint not null,
  primary key (deployment_id, at)
);
call protect_tenant_rows('traffic_hour');

-- How far the access log of an edge is counted; moved in the transaction that adds the counts.
create table access_log (
  edge_id text primary key,
  file text not null, -- hash of the file's first line: names move on and numbers of files are given out again
  begun timestamptz not null, -- when that line was written
  position bigint not null check (position >= 0) -- bytes of it that are counted
);
revoke insert, update, delete on traffic_hour, access_log from hoster_web;
