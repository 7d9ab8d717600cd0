-- What a suspended deployment was before, so that it becomes that again. Writer: the deployment's workflow.
alter table deployment add column suspended_from text check (suspended_from in ('running', 'stopped', 'failed'));
alter table deployment add constraint suspended_from_something
  check (status <> 'suspended' or suspended_from is not null);

-- Why a tenant is suspended, in a sentence for its people. Writer: the staff service.
alter table tenant add column suspended_reason text;
