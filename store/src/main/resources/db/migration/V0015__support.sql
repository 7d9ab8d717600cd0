-- Failures as staff need them. Writer of technical: the steps of the worker.
alter table operation_step add column technical text;

-- Who looks after an operation that waits, and what they noted. Writer: the support service.
create table support_case (
  operation_id text primary key references operation,
  tenant_id text not null,
  assignee_id text, assignee_name text,
  note text not null default '' check (length(note) <= 2000),
  updated_at timestamptz not null default now(),
  check ((assignee_id is null) = (assignee_name is null))
);
call protect_tenant_rows('support_case');

-- The lists of staff go over all tenants.
create index operation_newest on operation (started_at desc, id);
create index operation_ended on operation (finished_at desc) where finished_at is not null;
