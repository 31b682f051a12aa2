-- Two files of one woman become one identity without a row being moved: who decided it stands in people.merge, which files belong
-- together in core.same_person. Ending the merge leaves everything as it was.

create table people.merge (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  survivor_id uuid not null,
  absorbed_id uuid not null,
  reason text not null check (reason in ('said-so', 'same-paper', 'registered-twice', 'other-spelling', 'was-unnamed', 'other')),
  words text not null check (char_length(words) between 1 and 500),
  warnings text[] not null default '{}',
  state text not null check (state in ('proposed', 'merged', 'declined', 'undone')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  alone boolean not null default false,
  undone_by uuid,
  undone_at timestamptz,
  undone_why text check (char_length(undone_why) between 1 and 500),
  primary key (network_id, id),
  foreign key (network_id, hub_id, survivor_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, hub_id, absorbed_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, proposed_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  foreign key (network_id, undone_by) references network.account (network_id, id),
  check (survivor_id <> absorbed_id),
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state = 'undone') = (undone_at is not null) and (undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_why is null)),
  check (state not in ('merged', 'undone') or alone or decided_by <> proposed_by)
);
comment on table people.merge is 'That two files are one person: who proposed it and why, who else decided it, and whether it was undone (domain.md rule 4)';
comment on column people.merge.network_id is 'The network; first in every key';
comment on column people.merge.id is 'UUIDv7';
comment on column people.merge.hub_id is 'The hub that knows both files and decides; no other hub reads the row';
comment on column people.merge.survivor_id is 'The file that stands for both from now on';
comment on column people.merge.absorbed_id is 'The file that leads to the other one';
comment on column people.merge.reason is 'Why they are one, as a choice';
comment on column people.merge.words is 'Why, in the proposers own words; nothing about her life belongs here';
comment on column people.merge.warnings is 'What the page warned of and the proposer looked at: twins, another birth date, one number for two names';
comment on column people.merge.state is 'proposed, merged, declined, or undone after it was merged';
comment on column people.merge.proposed_by is 'The account that proposed it';
comment on column people.merge.proposed_at is 'When';
comment on column people.merge.decided_by is 'The account that merged or declined; another one than the proposer, unless she works alone';
comment on column people.merge.decided_at is 'When';
comment on column people.merge.alone is 'Decided by the proposer herself, because nobody else works at this hub';
comment on column people.merge.undone_by is 'The account that undid it';
comment on column people.merge.undone_at is 'When';
comment on column people.merge.undone_why is 'Why it was undone, in her words';
create unique index merge_proposed_once on people.merge (network_id, hub_id, least(survivor_id, absorbed_id), greatest(survivor_id, absorbed_id)) where state = 'proposed';
create unique index merge_absorbed_once on people.merge (network_id, absorbed_id) where state = 'merged';
create index merge_of_hub on people.merge (network_id, hub_id, state, proposed_at desc);
create index merge_of_survivor on people.merge (network_id, survivor_id);
create index merge_of_absorbed on people.merge (network_id, absorbed_id);
alter table people.merge enable row level security;
alter table people.merge force row level security;

create policy merge_read on people.merge for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy merge_propose on people.merge for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and proposed_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy merge_decide on people.merge for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (select nullif(current_setting('app.account', true), '')::uuid) in (decided_by, undone_by));
grant select, insert on people.merge to hadina_app;
grant update (state, decided_by, decided_at, alone, undone_by, undone_at, undone_why) on people.merge to hadina_app;

-- It lies beside the events, whose persons it joins: the login of figures counts a woman once and reads nothing of schema people.
-- Three identifiers that say nothing of a name, a hub or a day; every desk of the network may follow them, and finds at the other
-- end only whom it receives.
create table core.same_person (
  network_id uuid not null,
  person_id uuid not null,
  survivor_id uuid not null,
  into_id uuid,
  merge_id uuid,
  primary key (network_id, person_id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, survivor_id) references core.same_person (network_id, person_id),
  foreign key (network_id, into_id) references core.same_person (network_id, person_id),
  foreign key (network_id, merge_id) references people.merge (network_id, id),
  check ((into_id is null) = (person_id = survivor_id)),
  check ((into_id is null) = (merge_id is null)),
  check (into_id <> person_id)
);
comment on table core.same_person is 'Files that are one identity; a person of whom there is no row is an identity by herself';
comment on column core.same_person.network_id is 'The network; first in every key';
comment on column core.same_person.person_id is 'One file of the identity, the surviving one too';
comment on column core.same_person.survivor_id is 'The file that stands for the identity';
comment on column core.same_person.into_id is 'The file it was merged into; when that was merged in its turn, the survivor is another one. Empty for the survivor';
comment on column core.same_person.merge_id is 'The decision; empty for the survivor';
create index same_person_of_survivor on core.same_person (network_id, survivor_id);
create index same_person_into on core.same_person (network_id, into_id);
create index same_person_by_merge on core.same_person (network_id, merge_id);
alter table core.same_person enable row level security;
alter table core.same_person force row level security;

create policy same_person_read on core.same_person for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}'
      or person_id = (select nullif(current_setting('app.person', true), '')::uuid)
      or survivor_id = (select nullif(current_setting('app.person', true), '')::uuid)));
create policy same_person_figures on core.same_person for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy same_person_join on core.same_person for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}');
create policy same_person_follow on core.same_person for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}');
create policy same_person_part on core.same_person for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}');
grant select, insert, delete on core.same_person to hadina_app;
grant update (survivor_id, into_id, merge_id) on core.same_person to hadina_app;
grant select (network_id, person_id, survivor_id) on core.same_person to hadina_report;

-- What is open for one file of an identity at a desk opens the contact and the notes of all its files there. The rules that stand
-- already say it for the file itself; these add the others. With the end of the merge they add nothing any more.
create policy contact_of_identity on people.person_contact for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select other.person_id from people.access_grant g
      join core.same_person one on one.network_id = g.network_id and one.person_id = g.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
create policy contact_end_of_identity on people.person_contact for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select other.person_id from people.access_grant g
      join core.same_person one on one.network_id = g.network_id and one.person_id = g.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy life_of_identity on people.person_life for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and person_id in (select other.person_id from people.access_grant g
      join core.same_person one on one.network_id = g.network_id and one.person_id = g.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));

-- Two files are compared by fingerprint: of which kind a fingerprint is must be known without opening the value.
alter table people.contact_mark add column kind text check (kind in ('phone', 'email', 'id-number', 'other-paper', 'birth-date'));
comment on column people.contact_mark.kind is 'What was fingerprinted: id-number is one for life, other-paper may be renewed; the value itself stays sealed';
alter table people.contact_mark no force row level security;
alter table people.person_contact no force row level security;
update people.contact_mark m set kind = case when c.kind = 'id-number' and c.id_kind in ('passport', 'unhcr') then 'other-paper' else c.kind end from people.person_contact c
  where c.network_id = m.network_id and c.id = m.contact_id and c.kind in ('phone', 'id-number', 'birth-date');
alter table people.person_contact force row level security;
alter table people.contact_mark force row level security;

-- Papers: Moroccos civil and social identifier, and "none" and "not shown" as answers, sealed like a number. Several papers may stand.
alter table people.person_contact drop constraint person_contact_id_kind_check;
alter table people.person_contact add constraint person_contact_id_kind_check
  check (id_kind in ('tn-cin', 'ma-cnie', 'ma-idcs', 'es-dni', 'national-card', 'passport', 'unhcr', 'not-shown', 'none'));
drop index people.person_contact_one;
create unique index person_contact_one on people.person_contact (network_id, hub_id, person_id, kind, coalesce(id_kind, '')) where ended_at is null and kind <> 'phone';
alter table people.person_contact
  add column seen_by uuid,
  add column seen_at timestamptz,
  add constraint person_contact_seen_by foreign key (network_id, seen_by) references network.account (network_id, id),
  add constraint person_contact_seen check ((seen_by is null) = (seen_at is null) and (seen_at is null or kind = 'id-number'));
comment on column people.person_contact.seen_by is 'The account that saw the paper and read the number on it; empty while nobody did';
comment on column people.person_contact.seen_at is 'When the paper was seen';
grant update (seen_by, seen_at) on people.person_contact to hadina_app;

-- Somebody who gives no name is received under another one, and keeps her history when she gives it.
alter table people.person add column alias boolean not null default false;
comment on column people.person.alias is 'The name is no name: what she wishes to be called until she claims her file by code and word';

-- A home changes over time: members come and leave on a day that is told, and who carries it may change.
alter table people.household_member add constraint household_member_in_order check (until is null or until >= since);
comment on column people.household_member.since is 'Lives there since, as told';
