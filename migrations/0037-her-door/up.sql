-- Her own way in: with the code of a slip and words that were only said she reads what was agreed with her, for a quarter of an hour.
-- Whoever brings other words, or none, finds the same nothing as for a slip that has no such door.

create table confidential.door (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  file_id uuid not null,
  door bytea not null check (octet_length(door) = 32),
  made_by uuid not null,
  made_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (network_id, id),
  foreign key (network_id, file_id) references confidential.file (network_id, id),
  check (until_at > made_at and until_at <= made_at + interval '366 days'),
  check ((ended_at is null) = (ended_by is null))
);
comment on table confidential.door is 'A way in for the woman herself: the code of a slip and three words that were only said to her';
comment on column confidential.door.network_id is 'The network; first in every key';
comment on column confidential.door.id is 'UUIDv7';
comment on column confidential.door.hub_id is 'The hub that keeps the file';
comment on column confidential.door.file_id is 'The file of which she reads what was agreed with her';
comment on column confidential.door.door is 'Keyed hash of code and words; neither stands here';
comment on column confidential.door.made_by is 'The officer who said her the words';
comment on column confidential.door.made_at is 'When';
comment on column confidential.door.until_at is 'Until when the words open, a year at most';
comment on column confidential.door.ended_at is 'When it was closed for good: she wished it, or new words were given';
comment on column confidential.door.ended_by is 'Who closed it';
create unique index door_of_words on confidential.door (network_id, door);
create index door_of_file on confidential.door (network_id, file_id, made_at desc);
create index door_of_hub on confidential.door (network_id, hub_id);
create index door_made_by on confidential.door (network_id, made_by);
create index door_ended on confidential.door (network_id, until_at, ended_at);

create table confidential.door_opening (
  network_id uuid not null,
  pass bytea not null check (octet_length(pass) = 32),
  door_id uuid not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  primary key (network_id, pass),
  foreign key (network_id, door_id) references confidential.door (network_id, id),
  check (until_at > opened_at and until_at <= opened_at + interval '15 minutes')
);
comment on table confidential.door_opening is 'She came in by her words: for fifteen minutes this pass reads what was agreed with her';
comment on column confidential.door_opening.network_id is 'The network';
comment on column confidential.door_opening.pass is 'Hash of the pass';
comment on column confidential.door_opening.door_id is 'The door';
comment on column confidential.door_opening.opened_at is 'When';
comment on column confidential.door_opening.until_at is 'Until when, fifteen minutes at most; compared with the database''s clock at each reading';
create index door_opening_of_door on confidential.door_opening (network_id, door_id, opened_at desc);
create index door_opening_live on confidential.door_opening (network_id, until_at);

alter table confidential.door enable row level security;
alter table confidential.door force row level security;
alter table confidential.door_opening enable row level security;
alter table confidential.door_opening force row level security;

-- An officer to whom the file is open; or whoever brings the words, or the pass that the words gave. Doors ask openings; openings ask nobody.
create policy door_of_held_file on confidential.door for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and exists (select from confidential.file f where f.network_id = door.network_id and f.id = door.file_id offset 0));
create policy door_by_words on confidential.door for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and door = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and ended_at is null and until_at > now());
create policy door_by_pass on confidential.door for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ended_at is null and until_at > now() and id in (select o.door_id from confidential.door_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and o.pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and o.until_at > now()));
create policy door_make on confidential.door for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and made_by = (select nullif(current_setting('app.account', true), '')::uuid) and ended_at is null
    and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions))
    and exists (select from confidential.file f where f.network_id = door.network_id and f.id = door.file_id offset 0));
create policy door_end on confidential.door for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ended_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy door_opening_own on confidential.door_opening for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and until_at > now());
create policy door_opening_make on confidential.door_opening for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and opened_at <= now() and until_at <= now() + interval '15 minutes');
-- A policy that asked doors here would ask in a circle.
create function confidential.guard_door_opening() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from confidential.door d where d.network_id = new.network_id and d.id = new.door_id and d.ended_at is null and d.until_at > now()
      and d.door = decode(nullif(current_setting('app.link', true), ''), 'hex')) then
    raise exception 'no words opened this door' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function confidential.guard_door_opening is 'A pass is given for the door whose code and words were brought, and for no other';
create trigger guard before insert on confidential.door_opening for each row execute function confidential.guard_door_opening();

-- What she reads: the plan and the meetings, nothing else of the file.
create policy entry_by_door on confidential.entry for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and kind in ('safety_plan', 'meeting')
    and file_id in (select d.file_id from confidential.door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.ended_at is null and d.id in (select o.door_id from confidential.door_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and o.pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and o.until_at > now())));
create index entry_of_kind on confidential.entry (network_id, kind, file_id);
-- She has no account: that she came in, and what was opened for her, is written down all the same.
create policy event_write_by_door on confidential.event for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and name = 'confidential.door-opened'
    and subject_id in (select d.file_id from confidential.door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.door = (select decode(nullif(current_setting('app.link', true), ''), 'hex'))));
create policy look_write_by_door on confidential.look for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id is null and outcome = 'opened'
    and person_id in (select d.file_id from confidential.door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.ended_at is null and d.id in (select o.door_id from confidential.door_opening o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and o.pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and o.until_at > now())));

grant select, insert on confidential.door, confidential.door_opening to hadina_protected;
grant update (ended_at, ended_by) on confidential.door to hadina_protected;

-- Bodies to which a woman can be sent safely: those that offer a service which the directory keeps delicate.
grant usage on schema directory to hadina_protected;
grant select (network_id, organization_id, delicate, status) on directory.service to hadina_protected;
grant select (network_id, id, names, listed, left_on, hub_id) on network.organization to hadina_protected;
create view confidential.safe_body with (security_invoker = true) as
  select o.network_id, o.id, o.names from network.organization o
  where o.left_on is null and exists (select from directory.service s where s.network_id = o.network_id and s.organization_id = o.id and s.delicate and s.status <> 'defunct');
comment on view confidential.safe_body is 'Bodies with a delicate service, to which a woman can be sent safely';
comment on column confidential.safe_body.network_id is 'The network';
comment on column confidential.safe_body.id is 'The body';
comment on column confidential.safe_body.names is 'Names by language';
grant select on confidential.safe_body to hadina_protected;

-- Work that became declared is counted by the day it was; what it was before stays sealed.
alter table confidential.counted_file add column declared_on date;
comment on column confidential.counted_file.declared_on is 'The first day on which her work in homes was declared; empty for every other file';
grant update (declared_on) on confidential.counted_file to hadina_protected;

comment on column confidential.entry.kind is 'What kind of entry it is, as a code of the program: note, incident, safe_contact, safe_referral, meeting, safety_plan, the steps of declared work';
