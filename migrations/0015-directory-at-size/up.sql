-- The directory at the size of a country: what changed since when, order by name, leaner search words; and the registry of bodies.

-- 1. One number that rises in the transaction of every change anyone may see. Sixteen rows a network, one for each sixteenth of
-- the connections, so that desks do not wait for each other; the number is their sum.
create table core.public_version (
  network_id uuid not null,
  shard smallint not null,
  version bigint not null,
  primary key (network_id, shard),
  check (shard between 0 and 16)
);
comment on table core.public_version is 'How often what the public may read has changed; pages kept in memory are kept under this number';
comment on column core.public_version.network_id is 'The network';
comment on column core.public_version.shard is '0 to 15: which sixteenth of the connections counts here; 16: changes that show or hide many rows at once';
comment on column core.public_version.version is 'Changes counted here; the version of the network is the sum';
alter table core.public_version enable row level security;
alter table core.public_version force row level security;
create policy version_read on core.public_version for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy version_add on core.public_version for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy version_rise on core.public_version for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert, update on core.public_version to hadina_app;

-- By the owner's own hand no network is named: then every network's number rises. A trigger that says 'whole' counts in a row of
-- its own: many rows came into sight or went at once, and copies are read anew as a whole.
create function core.public_changed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.network', true), '')::uuid;
begin
  if here is null then
    update core.public_version set version = version + 1;
  else
    insert into core.public_version (network_id, shard, version)
      values (here, case when tg_argv[0] = 'whole' then 16 else pg_backend_pid() % 16 end, 1)
      on conflict (network_id, shard) do update set version = core.public_version.version + 1;
  end if;
  return null;
end $$;

do $$
declare
  seen text;
begin
  foreach seen in array array['directory.service', 'directory.location', 'directory.service_at_location', 'directory.schedule',
    'directory.eligibility_rule', 'directory.priority_group', 'directory.required_document', 'directory.cost_option',
    'directory.may_lose', 'directory.audio', 'directory.service_use', 'network.organization', 'network.hub', 'network.hub_hours',
    'network.hub_terms', 'network.network', 'network.territory']
  loop
    execute format('create trigger public_changed after insert or update or delete on %s for each statement execute function core.public_changed()', seen);
  end loop;
  foreach seen in array array['insert or update or delete on exchange.publication', 'delete on directory.service']
  loop
    execute format('create trigger public_changed_whole after %s for each statement execute function core.public_changed(''whole'')', seen);
  end loop;
end $$;

-- 2. Which transaction last touched a service or a place: a reader who remembers the oldest one still running when she looked
-- reads again only what was touched since.
alter table directory.service add column touched bigint not null default 0;
comment on column directory.service.touched is 'The transaction that last changed the row or its places; for readers who keep a copy';
alter table directory.location add column touched bigint not null default 0;
comment on column directory.location.touched is 'The transaction that last changed the row; for readers who keep a copy';
create index service_by_touch on directory.service (network_id, touched);
create index location_by_touch on directory.location (network_id, touched);

create function directory.mark_touched() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.touched := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger mark_touched before insert or update on directory.service for each row execute function directory.mark_touched();
create trigger mark_touched before insert or update on directory.location for each row execute function directory.mark_touched();

create function directory.touch_services() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update directory.service s set touched = 0
    from (select distinct network_id, service_id from changed) c where s.network_id = c.network_id and s.id = c.service_id;
  return null;
end $$;
create trigger place_added after insert on directory.service_at_location referencing new table as changed
  for each statement execute function directory.touch_services();
create trigger place_changed after update on directory.service_at_location referencing new table as changed
  for each statement execute function directory.touch_services();
create trigger place_removed after delete on directory.service_at_location referencing old table as changed
  for each statement execute function directory.touch_services();

-- 3. A page of the list in the order of names, without sorting the whole list.
create index service_by_name_ar on directory.service (network_id, left(coalesce(names ->> 'ar', names ->> 'fr', names ->> 'en'), 120), id) where status <> 'defunct';
create index service_by_name_fr on directory.service (network_id, left(coalesce(names ->> 'fr', names ->> 'ar', names ->> 'en'), 120), id) where status <> 'defunct';
create index service_by_name_en on directory.service (network_id, left(coalesce(names ->> 'en', names ->> 'ar', names ->> 'fr'), 120), id) where status <> 'defunct';
create index service_by_change on directory.service (network_id, updated_at, id);

-- 4. The words of services: the weight travels in the key's index, two indexes become one.
alter table directory.search_term drop constraint search_term_pkey;
alter table directory.search_term add primary key (network_id, term, service_id) include (weight);
drop index directory.search_term_of_service;
drop index directory.search_term_of_hub;
create index search_term_of_service on directory.search_term (network_id, service_id, hub_id);

-- 5. The registry of enterprises of the social and solidarity economy and of those who support them.
alter table network.organization
  add column activities text[] not null default '{}',
  add column qualifiers text[] not null default '{}',
  add column runs_hub_id uuid,
  add column agreed_on date,
  add column version integer not null default 1,
  add constraint organization_runs_hub foreign key (network_id, runs_hub_id) references network.hub (network_id, id);
comment on column network.organization.activities is 'Main activities, as codes of ESSglobal (AM10 …)';
comment on column network.organization.qualifiers is 'What it says of its way of working, as codes of ESSglobal (q01 …)';
comment on column network.organization.runs_hub_id is 'The hub that this body itself is or runs';
comment on column network.organization.agreed_on is 'The day the body agreed to stand in the public registry';
comment on column network.organization.version is 'Rises at each edit; an edit of an older version is refused';
create index organization_gone on network.organization (network_id, left_on) where left_on is not null;
create index organization_of_hub_run on network.organization (network_id, runs_hub_id) where runs_hub_id is not null;
-- What is listed today was listed with the body's word; the day is the one it was registered.
alter table network.organization no force row level security;
update network.organization set agreed_on = registered_at::date where listed;
alter table network.organization force row level security;
