-- Templates of tenants, for all to see once staff agreed. Writers: the creator service; approval: the review service.
alter table template add column creator text not null default 'Hoster'; -- who made it, for others to read
alter table template add column public_version_id text references template_version deferrable initially deferred;
alter table template add column approved_at timestamptz; -- when a version was first for all
alter table template add column deleted_at timestamptz;

alter table template_version add column visibility text not null default 'private'; -- private, public: for whom it is meant
alter table template_version add column changelog text not null default '';
alter table template_version add column submitted_at timestamptz;
alter table template_version add column approved_at timestamptz;
alter table template_version add column review_note text; -- why staff refused it last
-- A copy of a draft as it was when its author tried it; withdrawn from the beginning.
alter table template_version add column trial boolean not null default false;
create index on template_version (template_id, created_at desc);
create index on template_version (submitted_at) where status = 'in_review';

create or replace function keep_published() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and
     (new.compose, new.definition, new.version, new.checksum, new.price_minor, new.currency, new.name, new.kind,
      new.category, new.summary, new.description, new.services, new.icon, new.changelog)
     is distinct from
     (old.compose, old.definition, old.version, old.checksum, old.price_minor, old.currency, old.name, old.kind,
      old.category, old.summary, old.description, old.services, old.icon, old.changelog) then
    raise exception 'version % is published and cannot change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- What staff agreed to is everybody's to read, also after it was withdrawn: it may have run.
create policy approved on template for select using (approved_at is not null);
create policy approved on template_version for select using (approved_at is not null);

-- A deployment that goes away by itself. Writer: DeploymentService, once.
alter table deployment add column expires_at timestamptz;
create index deployment_expiry on deployment (expires_at) where expires_at is not null and deleted_at is null;
create index deployment_template on deployment (template_id) where deleted_at is null;

-- How many deployments there are of each template, of all tenants; trials are none.
create function live_deployments() returns table (template_id text, live bigint) language plpgsql as $$
declare
  scope text := coalesce(current_setting('hoster.scope', true), '');
begin
  perform set_config('hoster.scope', 'system', true);
  return query select d.template_id, count(*) from deployment d
    where d.deleted_at is null and d.expires_at is null group by d.template_id;
  perform set_config('hoster.scope', scope, true);
end $$;

-- The deployments of a template, of all tenants, by the versions that run or are to run.
create function template_users(template text)
  returns table (tenant_id text, deployment_id text, name text, version_id text, trial boolean) language plpgsql as $$
declare
  scope text := coalesce(current_setting('hoster.scope', true), '');
begin
  perform set_config('hoster.scope', 'system', true);
  return query select distinct d.tenant_id, d.id, d.name, r.template_version_id, d.expires_at is not null
    from deployment d
    join deployment_revision r on r.tenant_id = d.tenant_id and r.deployment_id = d.id
      and r.revision in (d.revision, d.applied_revision)
    where d.template_id = template and d.deleted_at is null;
  perform set_config('hoster.scope', scope, true);
end $$;
