-- Protected files: opened for somebody handed over or who asks, sealed under the hub's protected keys, read by a grant of thirty
-- days at most or by two keys for four hours, and never by whom she names. Every date is compared with the database's own clock.

-- 1. The file. Its row says nothing: who she is stands sealed, and `mark` is a keyed fingerprint.
create table confidential.file (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{3,30}$'),
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  mark bytea not null check (octet_length(mark) = 32),
  sealed bytea not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  handover_id uuid,
  closed_at timestamptz,
  closed_why text check (closed_why in ('done', 'moved', 'wished', 'silent')),
  primary key (network_id, id),
  check ((closed_at is null) = (closed_why is null))
);
comment on table confidential.file is 'A protected file; who it is about stands sealed, and no key leads here from any other schema';
comment on column confidential.file.network_id is 'The network; first in every key';
comment on column confidential.file.id is 'UUIDv7; also the owner of the key that seals the file and all that stands in it';
comment on column confidential.file.hub_id is 'The hub that keeps it';
comment on column confidential.file.kind is 'What kind of path it is: protection, or one that a later version adds';
comment on column confidential.file.code is 'Eight letters and digits by which colleagues speak of the file; they say nothing';
comment on column confidential.file.mark is 'Keyed fingerprint of the person, or of the file''s own code while she is not named; exclusions and emergency keys name it';
comment on column confidential.file.sealed is 'AES-256-GCM under the file''s own key: how she is called here, and which person she is';
comment on column confidential.file.opened_by is 'The protection officer who opened it';
comment on column confidential.file.opened_at is 'When';
comment on column confidential.file.handover_id is 'The hand-over it began with';
comment on column confidential.file.closed_at is 'When the path ended';
comment on column confidential.file.closed_why is 'done, moved to another place, she wished it, or silent: no sign of her any more';
create index file_of_hub on confidential.file (network_id, hub_id, opened_at desc);
create index file_mark on confidential.file (network_id, mark);

create table confidential.counted_file (
  network_id uuid not null,
  file_id uuid not null,
  hub_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, file_id),
  foreign key (network_id, file_id) references confidential.file (network_id, id)
);
comment on table confidential.counted_file is 'One bare line per protected file, for counting only: whoever counts never reads the file, and whom she excluded does not count hers';
comment on column confidential.counted_file.network_id is 'The network';
comment on column confidential.counted_file.file_id is 'The file';
comment on column confidential.counted_file.hub_id is 'The hub';
comment on column confidential.counted_file.mark is 'The file''s fingerprint, which exclusions name';
comment on column confidential.counted_file.opened_at is 'When it was opened';
comment on column confidential.counted_file.closed_at is 'When it was closed';
create index counted_file_of_hub on confidential.counted_file (network_id, hub_id, opened_at);
create index counted_file_mark on confidential.counted_file (network_id, mark);

create table confidential.entry (
  network_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind ~ '^[a-z_]{3,30}$'),
  written_by uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  primary key (network_id, id),
  foreign key (network_id, file_id) references confidential.file (network_id, id)
);
comment on table confidential.entry is 'What was told, what happened, how she may be reached, where she was sent; sealed, added only';
comment on column confidential.entry.network_id is 'The network';
comment on column confidential.entry.id is 'UUIDv7';
comment on column confidential.entry.file_id is 'The file';
comment on column confidential.entry.hub_id is 'The hub that keeps it';
comment on column confidential.entry.kind is 'note, incident, safe_contact, safe_referral';
comment on column confidential.entry.written_by is 'Who wrote it';
comment on column confidential.entry.written_at is 'When';
comment on column confidential.entry.sealed is 'AES-256-GCM under the file''s own key';
create index entry_of_file on confidential.entry (network_id, file_id, written_at desc);

-- 2. Who may read and write a file, until when.
create table confidential.file_grant (
  network_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  hub_id uuid not null,
  code text not null,
  mark bytea not null check (octet_length(mark) = 32),
  account_id uuid not null,
  actions text[] not null check (actions <@ array['read', 'write'] and 'read' = any (actions)),
  purpose text not null check (purpose in ('accompany', 'stand_in', 'advise')),
  basis text not null check (basis in ('opened', 'handover', 'colleague', 'second_key')),
  granted_by uuid,
  from_at timestamptz not null,
  until_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (network_id, id),
  foreign key (network_id, file_id) references confidential.file (network_id, id),
  check (granted_by is distinct from account_id),
  check ((granted_by is null) = (basis = 'opened')),
  check (until_at > from_at and until_at <= from_at + interval '30 days'),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table confidential.file_grant is 'Who may open a protected file, given by another, thirty days at most';
comment on column confidential.file_grant.network_id is 'The network';
comment on column confidential.file_grant.id is 'UUIDv7';
comment on column confidential.file_grant.file_id is 'The file';
comment on column confidential.file_grant.hub_id is 'The hub that keeps it';
comment on column confidential.file_grant.code is 'The file''s code, so that she can ask again after the grant ended';
comment on column confidential.file_grant.mark is 'The file''s fingerprint';
comment on column confidential.file_grant.account_id is 'Who may';
comment on column confidential.file_grant.actions is 'read, or read and write';
comment on column confidential.file_grant.purpose is 'accompany her, stand in for a colleague, advise';
comment on column confidential.file_grant.basis is 'opened the file herself, took a hand-over, a colleague who holds the file, or a second key';
comment on column confidential.file_grant.granted_by is 'Who gave it, never herself: the colleague, or who handed over; empty only for who opened the file';
comment on column confidential.file_grant.from_at is 'From when';
comment on column confidential.file_grant.until_at is 'Until when; compared with the database''s clock at each reading';
comment on column confidential.file_grant.revoked_at is 'When it was taken back';
comment on column confidential.file_grant.revoked_by is 'Who took it back';
create index file_grant_of_account on confidential.file_grant (network_id, account_id, until_at);
create index file_grant_by on confidential.file_grant (network_id, granted_by);
-- A file is begun once: nobody else can give herself a first grant.
create unique index file_grant_first on confidential.file_grant (network_id, file_id) where basis in ('opened', 'handover');

-- 3. Two keys: somebody asks, another protection officer turns the second key.
create table confidential.key_request (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('emergency', 'renewal')),
  mark bytea not null check (octet_length(mark) = 32),
  file_id uuid,
  code text,
  reason text not null check (reason in ('danger', 'court', 'health', 'absent_colleague', 'goes_on')),
  words bytea,
  voided boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  until_at timestamptz,
  declined_by uuid,
  declined_at timestamptz,
  ended_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text check (review in ('justified', 'not_justified')),
  primary key (network_id, id),
  check (approved_by <> asked_by),
  check (declined_by <> asked_by),
  check (reviewed_by not in (asked_by, approved_by)),
  check (lapses_at <= asked_at + interval '24 hours'),
  check ((approved_by is null) = (approved_at is null) and (declined_by is null) = (declined_at is null)),
  check (approved_at is null or declined_at is null),
  check ((until_at is not null) = (approved_at is not null and kind = 'emergency')),
  check (until_at <= approved_at + interval '4 hours' and until_at > approved_at),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review is null)),
  check (reviewed_at is null or (approved_at is not null and kind = 'emergency')),
  check ((kind = 'renewal') = (file_id is not null) and (kind = 'renewal') = (code is not null)),
  check ((kind = 'emergency') = (words is not null))
);
comment on table confidential.key_request is 'Two keys: an officer asks to read one file for four hours (emergency) or to go on with one (renewal), another officer agrees; an emergency is reviewed within 72 hours or both stay locked out';
comment on column confidential.key_request.network_id is 'The network';
comment on column confidential.key_request.id is 'UUIDv7; also the owner of the key that seals its words';
comment on column confidential.key_request.hub_id is 'The hub of who asks';
comment on column confidential.key_request.kind is 'emergency or renewal';
comment on column confidential.key_request.mark is 'Fingerprint of the person or file meant; whether there is such a file is not looked at when asking';
comment on column confidential.key_request.file_id is 'For a renewal: the file she held';
comment on column confidential.key_request.code is 'For a renewal: that file''s code';
comment on column confidential.key_request.reason is 'Why, as a code';
comment on column confidential.key_request.words is 'Why, in her words; sealed';
comment on column confidential.key_request.voided is 'She who asks is kept from this person: the request looks like any other to her and reaches nobody';
comment on column confidential.key_request.asked_by is 'The first key';
comment on column confidential.key_request.asked_at is 'When she asked';
comment on column confidential.key_request.lapses_at is 'When the request is void unless somebody agreed';
comment on column confidential.key_request.approved_by is 'The second key, never the first';
comment on column confidential.key_request.approved_at is 'When the second key was turned';
comment on column confidential.key_request.until_at is 'Emergency: until when she reads, four hours at most';
comment on column confidential.key_request.declined_by is 'Who said no';
comment on column confidential.key_request.declined_at is 'When';
comment on column confidential.key_request.ended_at is 'When she was done before its end';
comment on column confidential.key_request.reviewed_by is 'Who looked at it afterwards: neither of the two';
comment on column confidential.key_request.reviewed_at is 'When; later than 72 hours after approval both officers were locked out meanwhile';
comment on column confidential.key_request.review is 'justified or not_justified';
create index key_request_of_asker on confidential.key_request (network_id, asked_by, asked_at desc);
create index key_request_of_second on confidential.key_request (network_id, approved_by, approved_at);
create index key_request_declined on confidential.key_request (network_id, declined_by) where declined_by is not null;
create index key_request_of_hub on confidential.key_request (network_id, hub_id, asked_at desc);
create index key_request_mark on confidential.key_request (network_id, mark);
create index key_request_state on confidential.key_request (network_id, voided, lapses_at, approved_at, declined_at, reviewed_at);

create table confidential.on_call (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  account_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  primary key (network_id, id),
  check (until_at > from_at and until_at <= from_at + interval '7 days')
);
comment on table confidential.on_call is 'Protection officers who can be asked for a second key, also by another hub';
comment on column confidential.on_call.network_id is 'The network';
comment on column confidential.on_call.id is 'UUIDv7';
comment on column confidential.on_call.hub_id is 'Her hub';
comment on column confidential.on_call.account_id is 'The officer';
comment on column confidential.on_call.from_at is 'From when';
comment on column confidential.on_call.until_at is 'Until when, seven days at most';
comment on column confidential.on_call.ended_at is 'When she ended it earlier';
create index on_call_of_account on confidential.on_call (network_id, account_id, until_at);

-- 4. Whom she keeps out.
create table confidential.exclusion (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  file_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  handover_mark bytea check (octet_length(handover_mark) = 32),
  account_id uuid,
  person_id uuid,
  label bytea not null,
  added_by uuid not null,
  since timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (network_id, id),
  foreign key (network_id, file_id) references confidential.file (network_id, id),
  check (added_by is distinct from account_id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table confidential.exclusion is 'Who must never see, count, find, open in an emergency or hear of her files: she named them; it beats every role, grant and key';
comment on column confidential.exclusion.network_id is 'The network';
comment on column confidential.exclusion.id is 'UUIDv7';
comment on column confidential.exclusion.hub_id is 'The hub that keeps the file';
comment on column confidential.exclusion.file_id is 'The file in which she named them';
comment on column confidential.exclusion.mark is 'Her fingerprint: it reaches her files at every hub of the network';
comment on column confidential.exclusion.handover_mark is 'The same for hand-overs that point to her; empty while she is not named';
comment on column confidential.exclusion.account_id is 'The colleague kept out';
comment on column confidential.exclusion.person_id is 'The registered person kept out, when she or he reads as a member';
comment on column confidential.exclusion.label is 'Name and tie as she told them, sealed under the file''s key';
comment on column confidential.exclusion.added_by is 'The officer who wrote it down';
comment on column confidential.exclusion.since is 'When';
comment on column confidential.exclusion.ended_at is 'When she took it back';
comment on column confidential.exclusion.ended_by is 'Who wrote that down';
create index exclusion_of_account on confidential.exclusion (network_id, account_id) where ended_at is null;
create index exclusion_of_person on confidential.exclusion (network_id, person_id) where ended_at is null;
create index exclusion_of_file on confidential.exclusion (network_id, file_id);

-- A colleague kept away from a person's ordinary rows: because she says that they know each other, or because the person wants it.
create table people.conflict (
  network_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  ended_at timestamptz,
  primary key (network_id, account_id, person_id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table people.conflict is 'A colleague who does not work with this person: she said that they know each other, or the person wishes it. To her the person is absent';
comment on column people.conflict.network_id is 'The network';
comment on column people.conflict.account_id is 'The colleague';
comment on column people.conflict.person_id is 'The person';
comment on column people.conflict.since is 'Since when';
comment on column people.conflict.ended_at is 'When it ended';
create index conflict_of_person on people.conflict (network_id, person_id);

alter table confidential.file enable row level security;
alter table confidential.file force row level security;
alter table confidential.counted_file enable row level security;
alter table confidential.counted_file force row level security;
alter table confidential.entry enable row level security;
alter table confidential.entry force row level security;
alter table confidential.file_grant enable row level security;
alter table confidential.file_grant force row level security;
alter table confidential.key_request enable row level security;
alter table confidential.key_request force row level security;
alter table confidential.on_call enable row level security;
alter table confidential.on_call force row level security;
alter table confidential.exclusion enable row level security;
alter table confidential.exclusion force row level security;
alter table people.conflict enable row level security;
alter table people.conflict force row level security;

-- 5. The file opens by a live grant or by two live keys; a restrictive policy is a no that no other policy can outvote.
create policy file_read on confidential.file for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now())
      or mark in (select k.mark from confidential.key_request k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.asked_by = (select nullif(current_setting('app.account', true), '')::uuid)
        and k.kind = 'emergency' and k.approved_at <= now() and k.until_at > now() and k.ended_at is null)));
create policy file_excluded on confidential.file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.mark from confidential.exclusion x where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id = (select nullif(current_setting('app.person', true), '')::uuid)) and x.ended_at is null));
create policy file_trained on confidential.file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection'
        and c.standing = 'held' and c.ended_at is null and c.since_on <= (now() at time zone 'UTC')::date and (c.until_on is null or c.until_on >= (now() at time zone 'UTC')::date))
      or (not exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection' and c.ended_why is distinct from 'mistaken')
        and exists (select from network.held_role r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and r.role = 'protection_officer'
          and r.revoked_at is null and not r.waits and r.trained_on <= (now() at time zone 'UTC')::date and r.trained_on + interval '24 months' > (now() at time zone 'UTC')::date))));
create policy file_not_frozen on confidential.file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and not exists (select from confidential.key_request k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.kind = 'emergency'
        and (k.asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or k.approved_by = (select nullif(current_setting('app.account', true), '')::uuid))
        and k.approved_at <= now() - interval '72 hours' and (k.reviewed_at is null or k.reviewed_at > now())));
create policy file_open on confidential.file for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and opened_by = (select nullif(current_setting('app.account', true), '')::uuid) and (exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection'
        and c.standing = 'held' and c.ended_at is null and c.since_on <= (now() at time zone 'UTC')::date and (c.until_on is null or c.until_on >= (now() at time zone 'UTC')::date))
      or (not exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection' and c.ended_why is distinct from 'mistaken')
        and exists (select from network.held_role r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and r.role = 'protection_officer'
          and r.revoked_at is null and not r.waits and r.trained_on <= (now() at time zone 'UTC')::date and r.trained_on + interval '24 months' > (now() at time zone 'UTC')::date))) and not exists (select from confidential.key_request k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.kind = 'emergency'
        and (k.asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or k.approved_by = (select nullif(current_setting('app.account', true), '')::uuid))
        and k.approved_at <= now() - interval '72 hours' and (k.reviewed_at is null or k.reviewed_at > now())));
create policy file_close on confidential.file for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)));

create policy counted_file_read on confidential.counted_file for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or exists (select from confidential.file f where f.network_id = counted_file.network_id and f.id = counted_file.file_id offset 0)));
create policy counted_file_excluded on confidential.counted_file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.mark from confidential.exclusion x where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id = (select nullif(current_setting('app.person', true), '')::uuid)) and x.ended_at is null));
create policy counted_file_add on confidential.counted_file for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy counted_file_close on confidential.counted_file for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)));

-- What stands in a file opens with the file, asked row by row so that one sheet never reads through the hub's other files; writing asks for a grant to write, which an emergency never is.
create policy entry_read on confidential.entry for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and exists (select from confidential.file f where f.network_id = entry.network_id and f.id = entry.file_id offset 0));
create policy entry_write on confidential.entry for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and written_by = (select nullif(current_setting('app.account', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions))
    and exists (select from confidential.file f where f.network_id = entry.network_id and f.id = entry.file_id and f.closed_at is null offset 0));

create policy file_grant_read on confidential.file_grant for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or granted_by = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy file_grant_give on confidential.file_grant for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (granted_by = (select nullif(current_setting('app.account', true), '')::uuid) or (account_id = (select nullif(current_setting('app.account', true), '')::uuid) and basis in ('opened', 'handover') and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]))));
create policy file_grant_end on confidential.file_grant for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or granted_by = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and revoked_by = (select nullif(current_setting('app.account', true), '')::uuid));

create policy key_request_read on confidential.key_request for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or approved_by = (select nullif(current_setting('app.account', true), '')::uuid) or declined_by = (select nullif(current_setting('app.account', true), '')::uuid)
      or (not voided and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}' and (exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection'
        and c.standing = 'held' and c.ended_at is null and c.since_on <= (now() at time zone 'UTC')::date and (c.until_on is null or c.until_on >= (now() at time zone 'UTC')::date))
      or (not exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection' and c.ended_why is distinct from 'mistaken')
        and exists (select from network.held_role r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and r.role = 'protection_officer'
          and r.revoked_at is null and not r.waits and r.trained_on <= (now() at time zone 'UTC')::date and r.trained_on + interval '24 months' > (now() at time zone 'UTC')::date))) and approved_at is null and declined_at is null and lapses_at > now()
        and (hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) or exists (select from confidential.on_call o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and o.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and o.ended_at is null and o.from_at <= now() and o.until_at > now())))
      or (not voided and kind = 'emergency' and approved_at is not null and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])))));
create policy key_request_excluded on confidential.key_request as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or approved_by = (select nullif(current_setting('app.account', true), '')::uuid) or mark not in (select x.mark from confidential.exclusion x where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id = (select nullif(current_setting('app.person', true), '')::uuid)) and x.ended_at is null)));
-- Whoever is kept from her may ask like anybody; the request must be marked so that it reaches nobody.
create policy key_request_ask on confidential.key_request for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and asked_by = (select nullif(current_setting('app.account', true), '')::uuid) and approved_by is null and declined_by is null and reviewed_by is null
    and voided = (mark in (select x.mark from confidential.exclusion x where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id = (select nullif(current_setting('app.person', true), '')::uuid)) and x.ended_at is null)));
create policy key_request_answer on confidential.key_request for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and not voided
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid)
      or (approved_by = (select nullif(current_setting('app.account', true), '')::uuid) and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}' and (exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection'
        and c.standing = 'held' and c.ended_at is null and c.since_on <= (now() at time zone 'UTC')::date and (c.until_on is null or c.until_on >= (now() at time zone 'UTC')::date))
      or (not exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection' and c.ended_why is distinct from 'mistaken')
        and exists (select from network.held_role r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and r.role = 'protection_officer'
          and r.revoked_at is null and not r.waits and r.trained_on <= (now() at time zone 'UTC')::date and r.trained_on + interval '24 months' > (now() at time zone 'UTC')::date))))
      or (declined_by = (select nullif(current_setting('app.account', true), '')::uuid) and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}')
      or (reviewed_by = (select nullif(current_setting('app.account', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])))));

create policy on_call_read on confidential.on_call for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}'));
create policy on_call_begin on confidential.on_call for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy on_call_end on confidential.on_call for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));

-- Her own connection must read the rows about herself, for the policies above to work; no page and no action shows them.
create policy exclusion_read on confidential.exclusion for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or person_id = (select nullif(current_setting('app.person', true), '')::uuid) or file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now())));
create policy exclusion_add on confidential.exclusion for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and added_by = (select nullif(current_setting('app.account', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)));
create policy exclusion_end on confidential.exclusion for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)) and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ended_by = (select nullif(current_setting('app.account', true), '')::uuid));

create policy conflict_own on people.conflict for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy conflict_declare on people.conflict for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid) and ended_at is null);
create policy conflict_protected on people.conflict for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}'));
create policy conflict_add on people.conflict for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}' and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy conflict_end on people.conflict for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}' and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}' and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid));

-- 6. What was there before: hand-overs of whoever keeps her out, events and looks of files she may not open.
create policy handover_excluded on confidential.handover as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.handover_mark from confidential.exclusion x where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id = (select nullif(current_setting('app.person', true), '')::uuid)) and x.ended_at is null and x.handover_mark is not null));
create policy handover_trained on confidential.handover as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection'
        and c.standing = 'held' and c.ended_at is null and c.since_on <= (now() at time zone 'UTC')::date and (c.until_on is null or c.until_on >= (now() at time zone 'UTC')::date))
      or (not exists (select from network.competence c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and c.kind = 'protection' and c.ended_why is distinct from 'mistaken')
        and exists (select from network.held_role r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and r.role = 'protection_officer'
          and r.revoked_at is null and not r.waits and r.trained_on <= (now() at time zone 'UTC')::date and r.trained_on + interval '24 months' > (now() at time zone 'UTC')::date))));
create policy handover_not_frozen on confidential.handover as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and not exists (select from confidential.key_request k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.kind = 'emergency'
        and (k.asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or k.approved_by = (select nullif(current_setting('app.account', true), '')::uuid))
        and k.approved_at <= now() - interval '72 hours' and (k.reviewed_at is null or k.reviewed_at > now())));
create index handover_mark on confidential.handover (network_id, mark);

drop policy event_read on confidential.event;
create policy event_read on confidential.event for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or exists (select from confidential.file f where f.network_id = event.network_id and f.id = event.subject_id offset 0)));
create policy event_write_by_auditor on confidential.event for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]));
create index event_of_subject on confidential.event (network_id, subject_id, at desc);
create index event_of_account on confidential.event (network_id, account_id);
drop policy look_read on confidential.look;
create policy look_read on confidential.look for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or exists (select from confidential.file f where f.network_id = look.network_id and f.id = look.person_id offset 0)));
create index look_of_account on confidential.look (network_id, account_id, at desc);
comment on column confidential.look.person_id is 'Whose fields: the person or visit a hand-over points to, or the protected file';

-- 7. Nobody turns her own second key, whatever a program writes; a grant comes from somebody who may give it.
create function confidential.guard_key_request() returns trigger language plpgsql set search_path = pg_catalog as $$
declare me uuid := nullif(current_setting('app.account', true), '')::uuid;
begin
  if new.approved_by is distinct from old.approved_by or new.declined_by is distinct from old.declined_by then
    if old.approved_by is not null or old.declined_by is not null or old.voided or old.lapses_at <= now() then
      raise exception 'this request waits for no key' using errcode = '42501';
    end if;
    if coalesce(new.approved_by, new.declined_by) is distinct from me then
      raise exception 'a key is turned by whoever holds it' using errcode = '42501';
    end if;
  end if;
  if new.approved_by is distinct from old.approved_by then
    if new.approved_at not between now() - interval '1 second' and now() + interval '1 second' then
      raise exception 'a key is turned now' using errcode = '42501';
    end if;
    if exists (select from confidential.key_request k where k.network_id = new.network_id and k.kind = 'emergency'
        and (k.asked_by = me or k.approved_by = me) and k.approved_at <= now() - interval '72 hours' and (k.reviewed_at is null or k.reviewed_at > now())) then
      raise exception 'an emergency of hers was not looked at in time' using errcode = '42501';
    end if;
  end if;
  if new.ended_at is distinct from old.ended_at and old.asked_by is distinct from me then
    raise exception 'only she who asked ends it' using errcode = '42501';
  end if;
  if new.reviewed_by is distinct from old.reviewed_by and (old.reviewed_by is not null or new.reviewed_by is distinct from me) then
    raise exception 'a review is written once, by whoever made it' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function confidential.guard_key_request is 'Two keys are two people: each column is written by the one it names, once, now';
create trigger guard before update on confidential.key_request for each row
  when (new.approved_by is distinct from old.approved_by or new.declined_by is distinct from old.declined_by
    or (new.ended_at is distinct from old.ended_at and old.ended_at is null) or new.reviewed_by is distinct from old.reviewed_by)
  execute function confidential.guard_key_request();

create function confidential.guard_file_grant() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.basis = 'handover' and not exists (select from confidential.handover h where h.network_id = new.network_id
      and h.given_by = new.granted_by and h.taken_by = new.account_id) then
    raise exception 'no hand-over stands behind this grant' using errcode = '42501';
  end if;
  if new.basis = 'colleague' and not exists (select from confidential.file_grant g where g.network_id = new.network_id and g.file_id = new.file_id
      and g.account_id = new.granted_by and g.revoked_at is null and g.from_at <= now() and g.until_at > now() and 'write' = any (g.actions)) then
    raise exception 'who gives a grant holds the file' using errcode = '42501';
  end if;
  if new.basis = 'second_key' and not exists (select from confidential.key_request k where k.network_id = new.network_id and k.kind = 'renewal'
      and k.file_id = new.file_id and k.mark = new.mark and k.asked_by = new.account_id and k.approved_by = new.granted_by and k.approved_at = new.from_at) then
    raise exception 'no second key stands behind this grant' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function confidential.guard_file_grant is 'A grant comes from the hand-over, from a colleague who holds the file, or from a second key';
create trigger guard before insert on confidential.file_grant for each row execute function confidential.guard_file_grant();

create index appointment_of_person on desk.appointment (network_id, person_id) where person_id is not null;

-- 8. To a colleague kept apart from her, a person is absent everywhere her ordinary rows are read.
create policy conflict on people.person as restrictive for select to hadina_app, hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and id not in (select k.person_id from people.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and k.ended_at is null));
do $$
declare t regclass;
begin
  for t in
    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('people', 'desk', 'documents', 'accompaniment', 'messages') and c.relkind = 'r' and c.relrowsecurity
      and c.oid <> 'people.conflict'::regclass
      and has_table_privilege('hadina_app', c.oid, 'select')
      and exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = c.oid and a.attname = 'person_id')
    order by n.nspname, c.relname
  loop
    execute format($f$create policy conflict on %s as restrictive for select to hadina_app, hadina_protected
      using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (person_id is null
        or person_id not in (select k.person_id from people.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and k.ended_at is null)))$f$, t);
  end loop;
end $$;

grant select (code) on people.person to hadina_protected;
create or replace view confidential.known_person with (security_invoker = true) as select network_id, id, name, name_other, code from people.person;
comment on column confidential.known_person.code is 'Her file code at the ordinary desk';
grant select on confidential.known_person to hadina_protected;

create view confidential.officer with (security_invoker = true) as
  select network_id, account_id, hub_id from network.held_role
  where role = 'protection_officer' and revoked_at is null and not waits and from_at <= now() and until_at > now();
comment on view confidential.officer is 'Protection officers in function, to give a grant to';
comment on column confidential.officer.network_id is 'The network';
comment on column confidential.officer.account_id is 'The account';
comment on column confidential.officer.hub_id is 'Her hub';
grant select on confidential.officer to hadina_protected;
create view confidential.staff with (security_invoker = true) as
  select r.network_id, r.account_id, r.hub_id, a.name, a.closed_at from network.held_role r
  join network.account a on a.network_id = r.network_id and a.id = r.account_id where r.revoked_at is null and r.until_at > now();
comment on view confidential.staff is 'Colleagues of a hub, to name who must be kept out';
comment on column confidential.staff.network_id is 'The network';
comment on column confidential.staff.account_id is 'The account';
comment on column confidential.staff.hub_id is 'The hub; empty for roles over the network';
comment on column confidential.staff.name is 'Name';
comment on column confidential.staff.closed_at is 'When the account was closed';
grant select on confidential.staff to hadina_protected;

grant select, insert on confidential.file, confidential.counted_file, confidential.entry, confidential.file_grant, confidential.key_request,
  confidential.on_call, confidential.exclusion to hadina_protected;
grant update (closed_at, closed_why) on confidential.file to hadina_protected;
grant update (closed_at) on confidential.counted_file to hadina_protected;
grant update (revoked_at, revoked_by) on confidential.file_grant to hadina_protected;
grant update (approved_by, approved_at, until_at, declined_by, declined_at, ended_at, reviewed_by, reviewed_at, review) on confidential.key_request to hadina_protected;
grant update (ended_at) on confidential.on_call to hadina_protected;
grant update (ended_at, ended_by) on confidential.exclusion to hadina_protected;
grant select on people.conflict to hadina_app, hadina_protected;
grant insert on people.conflict to hadina_app, hadina_protected;
grant update (since, ended_at) on people.conflict to hadina_protected;
