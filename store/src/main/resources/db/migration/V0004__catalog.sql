-- The marketplace. Writer: the catalog reader for the platform's own (tenant_id null), services for tenants'.
create table template (
  id text primary key,
  tenant_id text references tenant,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,43}[a-z0-9])?$'),
  current_version_id text,
  created_at timestamptz not null default now()
);
create table template_version (
  id text primary key,
  template_id text not null references template,
  tenant_id text,
  version text not null,
  name text not null, kind text not null check (kind in ('app', 'web', 'api', 'database', 'store')),
  category text not null, summary text not null, description text not null,
  compose text not null,
  definition jsonb not null, -- variables, entry, credentials
  services jsonb not null,   -- [{name, image}] as the file says, for reading
  icon text not null,
  price_minor bigint not null check (price_minor >= 0), currency text not null,
  status text not null check (status in ('draft', 'in_review', 'published', 'deprecated', 'withdrawn')),
  checksum text not null,
  created_at timestamptz not null default now(), published_at timestamptz,
  unique (template_id, version)
);
alter table template add foreign key (current_version_id) references template_version deferrable initially deferred;

create function keep_published() returns trigger language plpgsql as $$
begin
  if old.status <> 'draft' and (new.compose, new.definition, new.version, new.checksum, new.price_minor)
     is distinct from (old.compose, old.definition, old.version, old.checksum, old.price_minor) then
    raise exception 'version % is published and cannot change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger template_version_immutable before update on template_version for each row execute function keep_published();

-- Platform templates are everybody's to read; a tenant's own only its own.
alter table template enable row level security;
alter table template force row level security;
create policy readable on template for select using (tenant_id is null or tenant_id = hoster_tenant());
create policy own on template using (tenant_id = hoster_tenant()) with check (tenant_id = hoster_tenant());
create policy system_rows on template to hoster_web, hoster_worker using (hoster_system()) with check (hoster_system());
alter table template_version enable row level security;
alter table template_version force row level security;
create policy readable on template_version for select using (tenant_id is null or tenant_id = hoster_tenant());
create policy own on template_version using (tenant_id = hoster_tenant()) with check (tenant_id = hoster_tenant());
create policy system_rows on template_version to hoster_web, hoster_worker using (hoster_system()) with check (hoster_system());
