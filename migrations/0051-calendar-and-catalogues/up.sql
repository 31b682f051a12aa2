-- What a cohort hands in and by when, who was taken or learned at an appointment for photos, catalogues that were printed with who stands in
-- them, and the signed sheets of courses. Every table that tells of somebody carries person_id; a printed page is not taken back, so what
-- was printed is written down once and each profile that is withdrawn afterwards asks for what was done with the paper.

create table incubation.deliverable (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  cohort_id uuid not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  due_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  dropped_at timestamptz,
  primary key (network_id, id),
  unique (network_id, cohort_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, cohort_id) references incubation.cohort (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id)
);
comment on table incubation.deliverable is 'Something every application of a cohort hands in by a day';
comment on column incubation.deliverable.network_id is 'The network; first in every key';
comment on column incubation.deliverable.id is 'UUIDv7';
comment on column incubation.deliverable.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.deliverable.cohort_id is 'The cohort';
comment on column incubation.deliverable.names is 'What it is, by language';
comment on column incubation.deliverable.due_on is 'By which day at the hub';
comment on column incubation.deliverable.set_at is 'When it was set';
comment on column incubation.deliverable.set_by is 'By whom';
comment on column incubation.deliverable.dropped_at is 'When it was no longer asked for';
create index deliverable_due on incubation.deliverable (network_id, hub_id, due_on) where dropped_at is null;
alter table incubation.deliverable enable row level security;
alter table incubation.deliverable force row level security;
create policy deliverable_read on incubation.deliverable for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy deliverable_write on incubation.deliverable for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy deliverable_change on incubation.deliverable for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.deliverable to hadina_app;
grant update (due_on, dropped_at) on incubation.deliverable to hadina_app;
create table incubation.handed_in (
  network_id uuid not null,
  hub_id uuid not null,
  cohort_id uuid not null,
  deliverable_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  handed_on date not null,
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (network_id, deliverable_id, application_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, cohort_id, deliverable_id) references incubation.deliverable (network_id, cohort_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, noted_by) references network.account (network_id, id)
);
comment on table incubation.handed_in is 'An application handed in what its cohort was asked for';
comment on column incubation.handed_in.network_id is 'The network; first in every key';
comment on column incubation.handed_in.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.handed_in.cohort_id is 'The cohort';
comment on column incubation.handed_in.deliverable_id is 'What was asked for';
comment on column incubation.handed_in.application_id is 'The application that handed it in';
comment on column incubation.handed_in.person_id is 'Who leads the application';
comment on column incubation.handed_in.handed_on is 'The day it was handed in';
comment on column incubation.handed_in.noted_by is 'Who wrote it down';
comment on column incubation.handed_in.noted_at is 'When it was written down';
create index handed_in_of on incubation.handed_in (network_id, application_id);
create index handed_in_of_person on incubation.handed_in (network_id, person_id);
create index handed_in_of_hub on incubation.handed_in (network_id, hub_id);
alter table incubation.handed_in enable row level security;
alter table incubation.handed_in force row level security;
create policy handed_in_read on incubation.handed_in for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy handed_in_write on incubation.handed_in for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and exists (select from incubation.application a where a.network_id = handed_in.network_id and a.hub_id = handed_in.hub_id and a.id = handed_in.application_id and a.person_id = handed_in.person_id offset 0));
grant select, insert on incubation.handed_in to hadina_app;
create table incubation.photo_part (
  network_id uuid not null,
  hub_id uuid not null,
  slot_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('taken', 'learns_photography', 'learns_cinema')),
  consent_id uuid,
  noted_at timestamptz not null,
  noted_by uuid,
  primary key (network_id, slot_id, person_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, slot_id) references incubation.photo_slot (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, consent_id) references people.consent (network_id, id),
  foreign key (network_id, noted_by) references network.account (network_id, id),
  constraint taken_with_consent check ((part = 'taken') = (consent_id is not null))
);
comment on table incubation.photo_part is 'Who was taken at an appointment for photos or a film, each under her own consent to images, and who learned there behind the camera';
comment on column incubation.photo_part.network_id is 'The network; first in every key';
comment on column incubation.photo_part.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.photo_part.slot_id is 'The appointment';
comment on column incubation.photo_part.application_id is 'The application whose appointment it is';
comment on column incubation.photo_part.person_id is 'Who was taken, or who learned';
comment on column incubation.photo_part.part is 'Before the camera, or learning photography or cinema behind it';
comment on column incubation.photo_part.consent_id is 'The consent to images under which she was taken; empty for who learned';
comment on column incubation.photo_part.noted_at is 'When it was written down';
comment on column incubation.photo_part.noted_by is 'By whom';
create index photo_part_of_person on incubation.photo_part (network_id, person_id);
create index photo_part_of_hub on incubation.photo_part (network_id, hub_id);
alter table incubation.photo_part enable row level security;
alter table incubation.photo_part force row level security;
create policy photo_part_read on incubation.photo_part for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy photo_part_write on incubation.photo_part for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and exists (select from incubation.photo_slot s where s.network_id = photo_part.network_id and s.hub_id = photo_part.hub_id and s.id = photo_part.slot_id and s.application_id = photo_part.application_id offset 0)
    -- Somebody is taken under her own consent to images, given and not taken back; also when it stands on another file of hers.
    and (consent_id is null or exists (select from people.consent c left join core.same_person one on one.network_id = c.network_id and one.person_id = c.person_id
      left join core.same_person two on two.network_id = photo_part.network_id and two.person_id = photo_part.person_id
      where c.network_id = photo_part.network_id and c.id = photo_part.consent_id and c.purpose = 'image' and c.answer = 'given' and c.withdrawn_at is null
        and coalesce(one.survivor_id, c.person_id) = coalesce(two.survivor_id, photo_part.person_id) offset 0)));
grant select, insert on incubation.photo_part to hadina_app;
create table incubation.catalogue (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  copies integer not null check (copies between 1 and 1000000),
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table incubation.catalogue is 'A catalogue of public profiles as it went to print';
comment on column incubation.catalogue.network_id is 'The network; first in every key';
comment on column incubation.catalogue.id is 'UUIDv7';
comment on column incubation.catalogue.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.catalogue.names is 'What stands on its cover, by language';
comment on column incubation.catalogue.copies is 'How many copies were ordered';
comment on column incubation.catalogue.made_at is 'When it was made';
comment on column incubation.catalogue.made_by is 'By whom';
create index catalogue_of_hub on incubation.catalogue (network_id, hub_id, made_at desc);
alter table incubation.catalogue enable row level security;
alter table incubation.catalogue force row level security;
create policy catalogue_read on incubation.catalogue for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy catalogue_write on incubation.catalogue for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.catalogue to hadina_app;
create table incubation.catalogue_entry (
  network_id uuid not null,
  hub_id uuid not null,
  catalogue_id uuid not null,
  spotlight_id uuid not null,
  place smallint not null check (place between 1 and 60),
  picture boolean not null,
  settled text check (settled in ('covered', 'destroyed', 'none_left')),
  settled_at timestamptz,
  settled_by uuid,
  primary key (network_id, catalogue_id, spotlight_id),
  foreign key (network_id, catalogue_id) references incubation.catalogue (network_id, id),
  foreign key (network_id, hub_id, spotlight_id) references incubation.spotlight (network_id, hub_id, id),
  foreign key (network_id, settled_by) references network.account (network_id, id),
  check ((settled is null) = (settled_at is null))
);
comment on table incubation.catalogue_entry is 'A public profile that stands in a printed catalogue; when it is withdrawn afterwards, what was done with the copies';
comment on column incubation.catalogue_entry.network_id is 'The network; first in every key';
comment on column incubation.catalogue_entry.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.catalogue_entry.catalogue_id is 'The catalogue';
comment on column incubation.catalogue_entry.spotlight_id is 'The profile; whose it is stands elsewhere';
comment on column incubation.catalogue_entry.place is 'On which page it stands';
comment on column incubation.catalogue_entry.picture is 'Its picture was printed too';
comment on column incubation.catalogue_entry.settled is 'What was done with the copies after it was withdrawn: the page covered, the copies destroyed, or none were left';
comment on column incubation.catalogue_entry.settled_at is 'When that was written down';
comment on column incubation.catalogue_entry.settled_by is 'By whom';
create index catalogue_entry_of_profile on incubation.catalogue_entry (network_id, spotlight_id);
create index catalogue_entry_of_hub on incubation.catalogue_entry (network_id, hub_id);
alter table incubation.catalogue_entry enable row level security;
alter table incubation.catalogue_entry force row level security;
create policy catalogue_entry_read on incubation.catalogue_entry for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy catalogue_entry_write on incubation.catalogue_entry for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy catalogue_entry_change on incubation.catalogue_entry for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.catalogue_entry to hadina_app;
grant update (settled, settled_at, settled_by) on incubation.catalogue_entry to hadina_app;
create table training.sheet (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  half_day_id uuid not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  bytes integer not null check (bytes between 1 and 6291456),
  pieces smallint not null check (pieces between 1 and 24),
  added_by uuid,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text check (withdrawn_why in ('mistaken', 'replaced', 'no_longer_needed', 'forgotten')),
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, session_id, half_day_id) references training.half_day (network_id, session_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  foreign key (network_id, withdrawn_by) references network.account (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table training.sheet is 'A signed attendance sheet of a half-day, photographed or scanned: names and signatures of many, so it is sealed under the key of its course';
comment on column training.sheet.network_id is 'The network; first in every key';
comment on column training.sheet.id is 'UUIDv7; its address on the web';
comment on column training.sheet.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.sheet.session_id is 'The course; its key seals the sheet';
comment on column training.sheet.half_day_id is 'The half-day whose signatures it shows';
comment on column training.sheet.media_type is 'What its content was found to be, never what its name said';
comment on column training.sheet.bytes is 'Its size, unsealed';
comment on column training.sheet.pieces is 'In how many sealed pieces it lies';
comment on column training.sheet.added_by is 'Who added it';
comment on column training.sheet.added_at is 'When';
comment on column training.sheet.withdrawn_at is 'When it was withdrawn: its pieces are gone, this row stays';
comment on column training.sheet.withdrawn_by is 'Who withdrew it';
comment on column training.sheet.withdrawn_why is 'mistaken, replaced, no longer needed, or because somebody on it was forgotten';
create index sheet_of_session on training.sheet (network_id, session_id, half_day_id) where withdrawn_at is null;
create index sheet_of_hub on training.sheet (network_id, hub_id);
alter table training.sheet enable row level security;
alter table training.sheet force row level security;
create policy sheet_read on training.sheet for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy sheet_write on training.sheet for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
    and exists (select from training.half_day h where h.network_id = sheet.network_id and h.hub_id = sheet.hub_id and h.id = sheet.half_day_id offset 0));
create policy sheet_change on training.sheet for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on training.sheet to hadina_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on training.sheet to hadina_app;
create table training.sheet_piece (
  network_id uuid not null,
  hub_id uuid not null,
  sheet_id uuid not null,
  n smallint not null check (n between 0 and 23),
  sealed bytea not null check (octet_length(sealed) between 30 and 263000),
  primary key (network_id, sheet_id, n),
  foreign key (network_id, hub_id, sheet_id) references training.sheet (network_id, hub_id, id)
);
comment on table training.sheet_piece is 'The bytes of a signed sheet in sealed pieces of at most 256 KB: each opens only in its own place';
comment on column training.sheet_piece.network_id is 'The network; first in every key';
comment on column training.sheet_piece.hub_id is 'The hub, as on the sheet';
comment on column training.sheet_piece.sheet_id is 'The sheet';
comment on column training.sheet_piece.n is 'Its place, from 0';
comment on column training.sheet_piece.sealed is 'The piece, sealed under the key of the course for this sheet, place and number of pieces';
alter table training.sheet_piece enable row level security;
alter table training.sheet_piece force row level security;
create policy sheet_piece_read on training.sheet_piece for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and sheet_id in (select s.id from training.sheet s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy sheet_piece_write on training.sheet_piece for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and sheet_id in (select s.id from training.sheet s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
-- Names and signatures of many stand on a sheet. Who is kept apart from one of them opens none of that course: a seat she does not see is
-- counted in the course all the same (0043), so fewer seats than the course counts tell it, and the seat itself stays hidden.
create policy conflict on training.sheet_piece as restrictive for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select not exists (select from people.kept_apart)) or sheet_id = any ((select array(select s.id from training.sheet s join training.session c on c.network_id = s.network_id and c.id = s.session_id
      where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and c.given = (select count(*) from training.seat p where p.network_id = s.network_id and p.session_id = s.session_id and p.state = 'given')))::uuid[])));
grant select, insert on training.sheet_piece to hadina_app;
create policy sheet_piece_destroy on training.sheet_piece for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and sheet_id in (select s.id from training.sheet s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.withdrawn_at is not null));
grant delete on training.sheet_piece to hadina_app;
create table training.room (
  network_id uuid not null,
  half_day_id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{8}$'),
  door bytea not null check (octet_length(door) = 32),
  until_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, half_day_id),
  unique (network_id, hub_id, session_id, half_day_id),
  foreign key (network_id, session_id, half_day_id) references training.half_day (network_id, session_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id)
);
comment on table training.room is 'The code on the wall of a room, by which whoever has a seat says herself that she is there';
comment on column training.room.network_id is 'The network; first in every key';
comment on column training.room.half_day_id is 'The half-day';
comment on column training.room.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.room.session_id is 'The course';
comment on column training.room.code is 'Eight letters and digits on the wall';
comment on column training.room.door is 'Fingerprint of the code: what a visitor who brings it reaches';
comment on column training.room.until_at is 'Until when it opens';
comment on column training.room.opened_at is 'When it was put on the wall';
comment on column training.room.opened_by is 'By whom';
create unique index room_door on training.room (network_id, door);
create index room_of_hub on training.room (network_id, hub_id);
alter table training.room enable row level security;
alter table training.room force row level security;
create policy room_read on training.room for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))) or (door = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and until_at > now())));
create policy room_write on training.room for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
    and exists (select from training.half_day h where h.network_id = room.network_id and h.hub_id = room.hub_id and h.id = room.half_day_id offset 0));
create policy room_change on training.room for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on training.room to hadina_app;
grant update (code, door, until_at, opened_at, opened_by) on training.room to hadina_app;
create table training.check_in (
  network_id uuid not null,
  half_day_id uuid not null,
  seat_code text not null check (seat_code ~ '^[A-Z0-9]{8}$'),
  hub_id uuid not null,
  session_id uuid not null,
  at timestamptz not null,
  primary key (network_id, half_day_id, seat_code),
  foreign key (network_id, hub_id, session_id, half_day_id) references training.room (network_id, hub_id, session_id, half_day_id)
);
comment on table training.check_in is 'Somebody in the room typed the code of her seat: she says that she is there, whoever stands in the room confirms it';
comment on column training.check_in.network_id is 'The network; first in every key';
comment on column training.check_in.half_day_id is 'The half-day';
comment on column training.check_in.seat_code is 'What she typed; it may be the code of no seat';
comment on column training.check_in.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.check_in.session_id is 'The course';
comment on column training.check_in.at is 'When';
create index check_in_of_hub on training.check_in (network_id, hub_id);
create index check_in_of_session on training.check_in (network_id, session_id);
alter table training.check_in enable row level security;
alter table training.check_in force row level security;
create policy check_in_read on training.check_in for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy check_in_write on training.check_in for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and exists (select from training.room r where r.network_id = check_in.network_id and r.hub_id = check_in.hub_id and r.session_id = check_in.session_id and r.half_day_id = check_in.half_day_id and r.door = (select decode(nullif(current_setting('app.link', true), ''), 'hex')) and r.until_at > now()));
grant select, insert on training.check_in to hadina_app;
-- Whoever is forgotten is on paper with others: the sheets of every course in which she had a seat are destroyed here, what was counted from
-- them stays as marks. The paper itself is the hub's to black out.
create function training.forget_sheets() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare hers uuid[];
begin
  select array_agg(distinct s.session_id) into hers from training.seat s where s.network_id = new.network_id and s.person_id = new.id and s.state = 'given';
  if hers is null then return null; end if;
  update training.sheet set withdrawn_at = new.erased_at, withdrawn_why = 'forgotten' where network_id = new.network_id and session_id = any (hers) and withdrawn_at is null;
  delete from training.sheet_piece p using training.sheet s where p.network_id = new.network_id and s.network_id = p.network_id and s.id = p.sheet_id and s.session_id = any (hers) and s.withdrawn_at is not null;
  return null;
end $$;
comment on function training.forget_sheets is 'Destroys the signed sheets on which somebody stands who was forgotten';
create trigger sheets_of_erased after update of erased_at on people.person for each row when (old.erased_at is null and new.erased_at is not null)
  execute function training.forget_sheets();

create policy sheet_rights on training.sheet for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and session_id in (select s.session_id from training.seat s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy sheet_rights_erase on training.sheet for update to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and session_id in (select s.session_id from training.seat s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid))) with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy sheet_piece_rights on training.sheet_piece for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and sheet_id in (select s.id from training.sheet s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy sheet_piece_rights_destroy on training.sheet_piece for delete to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and sheet_id in (select s.id from training.sheet s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
grant select (network_id, id, hub_id, session_id, withdrawn_at), update (withdrawn_at, withdrawn_why) on training.sheet to hadina_rights;
grant select (network_id, sheet_id), delete on training.sheet_piece to hadina_rights;

-- Who is kept apart from her finds nothing of it; the login of rights reads what her hub keeps of her.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['handed_in', 'photo_part'] loop
    execute format('create policy conflict on incubation.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    execute format('create policy rights_read on incubation.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on incubation.%I to hadina_rights', t);
  end loop;
end $$;

-- A partner without an agreement writes none of it either (0048).
create trigger keep_read_only before insert or update of due_on on incubation.deliverable for each row execute function incubation.keep_read_only('cohort', 'cohort_id');
create trigger keep_read_only before insert on incubation.handed_in for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.photo_part for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert or update on training.room for each row execute function training.keep_read_only('session_id');
create trigger keep_read_only before insert on training.sheet for each row execute function training.keep_read_only('session_id');

