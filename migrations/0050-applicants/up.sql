-- What an applicant hands in beside her answers, a closing that is moved with its reason, and her own page, opened by a code and a word.

-- 1. The closing of a published call moves only later, before it came, and with a reason that stands beside it for everybody.
create table incubation.call_extension (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  n smallint not null check (n between 1 and 20),
  closes_from timestamptz not null,
  closes_to timestamptz not null,
  day_from date not null,
  day_to date not null,
  reason jsonb not null check (jsonb_typeof(reason) = 'object' and reason <> '{}'),
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (network_id, call_id, n),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id),
  foreign key (network_id, moved_by) references network.account (network_id, id),
  check (closes_to > closes_from),
  check (day_to >= day_from),
  check (moved_at <= closes_from)
);
comment on table incubation.call_extension is 'A closing that was moved: from when to when, and why; told on the public page of the call';
comment on column incubation.call_extension.network_id is 'The network; first in every key';
comment on column incubation.call_extension.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.call_extension.call_id is 'The call';
comment on column incubation.call_extension.n is 'Which move of its closing this is';
comment on column incubation.call_extension.closes_from is 'The last moment until then';
comment on column incubation.call_extension.closes_to is 'The last moment from now on';
comment on column incubation.call_extension.day_from is 'The day on which ages were counted for whoever handed in before';
comment on column incubation.call_extension.day_to is 'The day on which ages are counted for whoever hands in from now on';
comment on column incubation.call_extension.reason is 'Why, by language; anybody reads it';
comment on column incubation.call_extension.moved_by is 'Who moved it';
comment on column incubation.call_extension.moved_at is 'When; never after the closing had come';
create index call_extension_of_hub on incubation.call_extension (network_id, hub_id);
alter table incubation.call_extension enable row level security;
alter table incubation.call_extension force row level security;
create policy call_extension_read on incubation.call_extension for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy call_extension_add on incubation.call_extension for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
    -- By one's own hand and at this moment: written back to an hour before the closing, it would move one that had come.
    and moved_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid)
    and (moved_at > now() - interval '1 second' or (select current_setting('app.demo', true)) = 'yes'));
grant select, insert on incubation.call_extension to hadina_app;

create or replace function incubation.keep_published() returns trigger language plpgsql set search_path = incubation, pg_temp as $$
begin
  if old.state <> 'draft' and (new.names, new.applicants, new.opens_at, new.appeal_days, new.places, new.age_lowest, new.age_highest,
      new.sexes, new.members_least, new.form_id, new.tie_break, new.papers, new.territory_code, new.published_by, new.published_at)
    is distinct from (old.names, old.applicants, old.opens_at, old.appeal_days, old.places, old.age_lowest, old.age_highest,
      old.sexes, old.members_least, old.form_id, old.tie_break, old.papers, old.territory_code, old.published_by, old.published_at) then
    raise exception 'a published call keeps its rules' using errcode = 'check_violation', constraint = 'call_published';
  end if;
  -- Only the closing may move, while it has not come, and only as a move that is told says.
  if old.state <> 'draft' and (new.closes_at, new.closes_on) is distinct from (old.closes_at, old.closes_on)
    and (old.state not in ('published', 'open') or not exists (select from incubation.call_extension e where e.network_id = old.network_id and e.call_id = old.id
      and e.closes_from = old.closes_at and e.closes_to = new.closes_at and e.day_from = old.closes_on and e.day_to = new.closes_on)) then
    raise exception 'a published call keeps its rules' using errcode = 'check_violation', constraint = 'call_published';
  end if;
  return new;
end $$;

-- 2. Papers of an application: opened by the same hands as its sealed answers. Whoever takes an application back destroys its files in the same
-- moment, and for that must reach them.
do $$
declare
  c record;
begin
  for c in select conname from pg_constraint where conrelid = 'documents.document'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%parent_kind%' loop
    execute format('alter table documents.document drop constraint %I', c.conname);
  end loop;
end $$;
alter table documents.document add constraint document_parent_kind_check check (parent_kind in ('person', 'identity', 'consent', 'case', 'application', 'enterprise'));
alter table documents.document add constraint document_compartment_of_parent check (compartment = case parent_kind when 'case' then 'C1b' when 'application' then 'C1b' when 'enterprise' then 'C0' else 'C1a' end);
comment on column documents.document.parent_kind is 'What it belongs to: person, identity, consent, case, application or enterprise';
create policy document_application on documents.document for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and parent_kind = 'application' and compartment = 'C1b'
    and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and exists (select from incubation.application a where a.network_id = document.network_id and a.id = document.parent_id and a.state in ('draft', 'withdrawn') offset 0))));
create policy document_application_add on documents.document for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and parent_kind = 'application' and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and exists (select from incubation.application a where a.network_id = document.network_id and a.hub_id = document.hub_id and a.id = document.parent_id
      and a.person_id = document.person_id and a.state = 'draft' offset 0));
create policy document_application_change on documents.document for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and parent_kind = 'application' and compartment = 'C1b'
    and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and exists (select from incubation.application a where a.network_id = document.network_id and a.id = document.parent_id and a.state in ('draft', 'withdrawn') offset 0))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and parent_kind = 'application' and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));

create table incubation.paper (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z-]{1,39}$'),
  document_id uuid,
  handed_at timestamptz not null,
  handed_by uuid,
  taken_back_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, hub_id, document_id) references documents.document (network_id, hub_id, id),
  foreign key (network_id, handed_by) references network.account (network_id, id)
);
comment on table incubation.paper is 'A paper that was handed in with an application: as a file, or shown at the desk';
comment on column incubation.paper.network_id is 'The network; first in every key';
comment on column incubation.paper.id is 'UUIDv7';
comment on column incubation.paper.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.paper.application_id is 'The application';
comment on column incubation.paper.person_id is 'Who applies or leads; her key seals the file';
comment on column incubation.paper.code is 'Which of the papers the call asks for; what it tells of her is read by whoever types applications alone';
comment on column incubation.paper.document_id is 'The file; empty when the paper itself was shown at the desk';
comment on column incubation.paper.handed_at is 'When';
comment on column incubation.paper.handed_by is 'Who took it at the desk';
comment on column incubation.paper.taken_back_at is 'When it was taken back or its file was destroyed';
create index paper_of_application on incubation.paper (network_id, application_id);
create index paper_of_person on incubation.paper (network_id, person_id);
create index paper_of_hub on incubation.paper (network_id, hub_id);
create index paper_of_document on incubation.paper (network_id, document_id) where document_id is not null;
alter table incubation.paper enable row level security;
alter table incubation.paper force row level security;
create policy paper_read on incubation.paper for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy paper_add on incubation.paper for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and exists (select from incubation.application a where a.network_id = paper.network_id and a.hub_id = paper.hub_id and a.id = paper.application_id and a.person_id = paper.person_id and a.state = 'draft' offset 0));
create policy paper_back on incubation.paper for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (taken_back_at is not null and network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.paper to hadina_app;
grant update (taken_back_at) on incubation.paper to hadina_app;

-- A file that is destroyed, by whichever way, is handed in no longer.
create function incubation.paper_without_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update incubation.paper set taken_back_at = new.withdrawn_at where network_id = new.network_id and document_id = new.id and taken_back_at is null;
  return null;
end $$;
comment on function incubation.paper_without_file is 'Says of a paper that its file is gone';
create trigger paper_without_file after update of withdrawn_at on documents.document for each row
  when (new.parent_kind = 'application' and old.withdrawn_at is null and new.withdrawn_at is not null) execute function incubation.paper_without_file();

-- 3. Her own page: a code on her slip that is published nowhere, and a word that is only said. Neither is kept as it is said.
create table incubation.application_door (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{8}$'),
  door bytea not null check (octet_length(door) = 32),
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, application_id),
  unique (network_id, code),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table incubation.application_door is 'How whoever applied opens her own page without an account: by the code of her slip and her word';
comment on column incubation.application_door.network_id is 'The network; first in every key';
comment on column incubation.application_door.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.application_door.call_id is 'Its call';
comment on column incubation.application_door.application_id is 'The application';
comment on column incubation.application_door.person_id is 'Who applies or leads';
comment on column incubation.application_door.code is 'Printed on her slip; unlike the receipt it is published nowhere';
comment on column incubation.application_door.door is 'Keyed hash of code and word; the word itself is nowhere';
comment on column incubation.application_door.made_at is 'When';
comment on column incubation.application_door.made_by is 'Who asked her for the word';
create index application_door_of_person on incubation.application_door (network_id, person_id);
create index application_door_of_hub on incubation.application_door (network_id, hub_id);
create index application_door_by_word on incubation.application_door (network_id, door);
alter table incubation.application_door enable row level security;
alter table incubation.application_door force row level security;
create policy application_door_read on incubation.application_door for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy application_door_by_word on incubation.application_door for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and door = (select decode(nullif(current_setting('app.link', true), ''), 'hex')));
-- A door leads to an application of the hub that makes it, and to no other's: a key alone would not ask whose it is.
create policy application_door_make on incubation.application_door for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and exists (select from incubation.application a where a.network_id = application_door.network_id and a.hub_id = application_door.hub_id and a.id = application_door.application_id
      and a.person_id = application_door.person_id offset 0));
create policy application_door_again on incubation.application_door for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.application_door to hadina_app;
grant update (code, door, made_at, made_by) on incubation.application_door to hadina_app;

create table incubation.application_opening (
  network_id uuid not null,
  pass bytea not null check (octet_length(pass) = 32),
  application_id uuid not null,
  call_id uuid not null,
  until_at timestamptz not null,
  primary key (network_id, pass),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id)
);
comment on table incubation.application_opening is 'Her own page opened with her word: for fifteen minutes it is read with this pass';
comment on column incubation.application_opening.network_id is 'The network; first in every key';
comment on column incubation.application_opening.pass is 'Hash of the pass';
comment on column incubation.application_opening.application_id is 'The application';
comment on column incubation.application_opening.call_id is 'Its call';
comment on column incubation.application_opening.until_at is 'When the pass ends';
create index application_opening_of_application on incubation.application_opening (network_id, application_id);
alter table incubation.application_opening enable row level security;
alter table incubation.application_opening force row level security;
create policy application_opening_read on incubation.application_opening for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and until_at > now());
create policy application_opening_add on incubation.application_opening for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and application_id in (select d.application_id from incubation.application_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.door = (select decode(nullif(current_setting('app.link', true), ''), 'hex'))));
grant select, insert on incubation.application_opening to hadina_app;

-- By her pass: her own application, her papers, her appeal, and until when appeals are taken. Nobody without a pass asks these.
create policy application_by_pass on incubation.application for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select decode(nullif(current_setting('app.link', true), ''), 'hex')) is not null
    and id in (select o.application_id from incubation.application_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy paper_by_pass on incubation.paper for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select decode(nullif(current_setting('app.link', true), ''), 'hex')) is not null
    and application_id in (select o.application_id from incubation.application_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy appeal_by_pass on incubation.appeal for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select decode(nullif(current_setting('app.link', true), ''), 'hex')) is not null
    and application_id in (select o.application_id from incubation.application_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy decision_by_pass on incubation.decision for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select decode(nullif(current_setting('app.link', true), ''), 'hex')) is not null and published_at is not null
    and call_id in (select o.call_id from incubation.application_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));

-- 4. Kept apart, told to her, and gone when she is forgotten, as the rest of an application.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['paper', 'application_door'] loop
    execute format('create policy conflict on incubation.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    -- An update that asks for no row by name reads none: who is kept apart meets the same no there.
    execute format('create policy conflict_hands on incubation.%2$I as restrictive for update to hadina_app using (%1$s and person_id not in (select k.person_id from people.kept_apart k)) with check (%1$s and person_id not in (select k.person_id from people.kept_apart k))', net, t);
    execute format('create policy rights_read on incubation.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on incubation.%I to hadina_rights', t);
  end loop;
  execute format('create policy rights_erase on incubation.paper for update to hadina_rights using (%s and %s) with check (%s)', net, everywhere, net);
  execute format('create policy rights_destroy on incubation.application_door for delete to hadina_rights using (%s and %s)', net, everywhere);
end $$;
grant update (taken_back_at) on incubation.paper to hadina_rights;
grant delete on incubation.application_door to hadina_rights;
create policy rights_see on incubation.application_opening for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and application_id in (select a.id from incubation.application a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy rights_close on incubation.application_opening for delete to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and application_id in (select a.id from incubation.application a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
grant select, delete on incubation.application_opening to hadina_rights;

create or replace function incubation.forget_answers() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update incubation.answer set said = null, sealed = null where network_id = new.network_id and person_id = new.id;
  update incubation.appeal set sealed = null where network_id = new.network_id and person_id = new.id and sealed is not null;
  delete from incubation.application_opening o using incubation.application a
    where o.network_id = new.network_id and a.network_id = o.network_id and a.id = o.application_id and a.person_id = new.id;
  delete from incubation.application_door where network_id = new.network_id and person_id = new.id;
  return null;
end $$;
comment on function incubation.forget_answers is 'Takes the answers out of the applications of somebody who was erased, and closes her own page';
