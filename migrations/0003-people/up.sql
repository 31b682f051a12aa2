-- Persons known to a network, each with the hubs where she is enrolled; what must stay sealed lies apart from her name.
-- Row-level security stands before every index: only leakproof comparisons (equality and order of text, uuid, bytea) reach one,
-- so names are searched through a table of words, not through tsvector or trigram operators, which would read every row.
create schema people;
comment on schema people is 'Persons, households, consents, identity matching, contact that opens only by a live grant';
grant usage on schema people to hadina_app;

create table people.person (
  network_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  name_other text,
  birth_year smallint check (birth_year between 1890 and 2200),
  birth_year_about boolean not null default false,
  sex text check (sex in ('female', 'male', 'unknown')),
  territory_code text references network.territory (code),
  languages text[] not null default '{}',
  reading text check (reading in ('well', 'little', 'not')),
  invented boolean not null default false,
  norm_version smallint not null,
  since timestamptz not null,
  primary key (network_id, id),
  unique (network_id, code)
);
comment on table people.person is 'One person of the network, counted once however many hubs receive her (domain.md rule 3)';
comment on column people.person.network_id is 'The network; first in every key';
comment on column people.person.id is 'UUIDv7';
comment on column people.person.code is 'Her file code, eight letters and digits that say nothing of a hub; she may tell it at another hub';
comment on column people.person.name is 'Her name as she writes it, in her own script';
comment on column people.person.name_other is 'The same name in the other script, when known';
comment on column people.person.birth_year is 'Year of birth; the day and month are sealed in person_contact';
comment on column people.person.birth_year_about is 'The year is her best guess';
comment on column people.person.sex is 'female, male or unknown; empty when not asked';
comment on column people.person.territory_code is 'Where she lives: governorate, province or commune (ISO 3166-2)';
comment on column people.person.languages is 'Languages she speaks, codes of spoken-language.ts';
comment on column people.person.reading is 'Whether she reads, so that the desk speaks instead';
comment on column people.person.invented is 'An invented person of a demo network';
comment on column people.person.norm_version is 'Version of the rules that made her search words; another version means indexing again';
comment on column people.person.since is 'When she was first registered in the network';
create index person_territory on people.person (territory_code);
alter table people.person enable row level security;
alter table people.person force row level security;

create table people.enrolment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  via text not null check (via in ('registered', 'told')),
  since timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, person_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table people.enrolment is 'A person received at a hub: one identity, as many enrolments as hubs (domain.md 3.7)';
comment on column people.enrolment.network_id is 'The network; first in every key';
comment on column people.enrolment.id is 'UUIDv7';
comment on column people.enrolment.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.enrolment.person_id is 'The person';
comment on column people.enrolment.via is 'registered here, or known elsewhere and linked because she told her file code';
comment on column people.enrolment.since is 'When this hub first received her';
create index enrolment_newest on people.enrolment (network_id, hub_id, since desc, person_id desc);
create index enrolment_of_person on people.enrolment (network_id, person_id, hub_id);
alter table people.enrolment enable row level security;
alter table people.enrolment force row level security;

-- She is seen where she is enrolled, and by herself. `offset 0` keeps the planner from hashing every enrolment of the hub for a
-- page of fifty persons (84 ms against 1 ms at 100,000); asked per person it is one index look-up.
create policy person_read on people.person for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (id = (select nullif(current_setting('app.person', true), '')::uuid)
      or exists (select from people.enrolment e where e.network_id = person.network_id and e.person_id = person.id
      and e.hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) offset 0)));
create policy person_write on people.person for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
create policy person_correct on people.person for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and exists (select from people.enrolment e where e.network_id = person.network_id and e.person_id = person.id
      and e.hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) offset 0))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
create policy enrolment_read on people.enrolment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy enrolment_write on people.enrolment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert, update on people.person to hadina_app;
grant select, insert on people.enrolment to hadina_app;

create table people.name_word (
  network_id uuid not null,
  hub_id uuid not null,
  word text collate "C" not null,
  person_id uuid not null,
  primary key (network_id, hub_id, word, person_id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id)
);
comment on table people.name_word is 'What a hub finds a person by: words of her names, how they sound, and fingerprints of name and birth year';
comment on column people.name_word.network_id is 'The network; first in every key';
comment on column people.name_word.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.name_word.word is 'A folded word; ~ and its consonants; or = and a keyed fingerprint of name and birth year';
comment on column people.name_word.person_id is 'The person';
create index name_word_of_person on people.name_word (network_id, person_id);
alter table people.name_word enable row level security;
alter table people.name_word force row level security;

create policy name_word_own on people.name_word for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert, delete on people.name_word to hadina_app;

create table people.known_name (
  network_id uuid not null,
  blind bytea not null check (octet_length(blind) = 32),
  known integer not null default 0 check (known >= 0),
  primary key (network_id, blind)
);
comment on table people.known_name is 'Keyed fingerprints of name and birth year in the whole network: answers only that somebody may be known, never who or where';
comment on column people.known_name.network_id is 'The network; first in every key';
comment on column people.known_name.blind is 'Fingerprint; its row lock lets one desk at a time register such a name';
comment on column people.known_name.known is 'How many persons of the network have it; shown to nobody, compared with the hubs own';
alter table people.known_name enable row level security;
alter table people.known_name force row level security;

create policy known_name_read on people.known_name for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
create policy known_name_write on people.known_name for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
create policy known_name_count on people.known_name for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
grant select, insert, update on people.known_name to hadina_app;

create table people.told_code (
  network_id uuid not null,
  blind bytea not null check (octet_length(blind) = 32),
  sealed_person bytea not null,
  primary key (network_id, blind)
);
comment on table people.told_code is 'Opens to a persons id only for whoever was told her file code and birth year: without both the row says nothing';
comment on column people.told_code.network_id is 'The network; first in every key';
comment on column people.told_code.blind is 'Fingerprint of file code and birth year';
comment on column people.told_code.sealed_person is 'Her id, sealed under a key made of the code and the year';
alter table people.told_code enable row level security;
alter table people.told_code force row level security;

create policy told_code_all on people.told_code for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')) <> '{}');
grant select, insert, delete on people.told_code to hadina_app;

create table people.access_grant (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  basis text not null check (basis in ('ticket', 'need', 'referral')),
  basis_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  revoked_at timestamptz,
  granted_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, granted_by) references network.account (network_id, id),
  check (until_at > from_at)
);
comment on table people.access_grant is 'Why a desk may open somebodys contact and identity (C1a), and until when; the databases clock decides';
comment on column people.access_grant.network_id is 'The network; first in every key';
comment on column people.access_grant.id is 'UUIDv7';
comment on column people.access_grant.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.access_grant.person_id is 'The person';
comment on column people.access_grant.basis is 'What is open at this desk for her';
comment on column people.access_grant.basis_id is 'The ticket, need or referral';
comment on column people.access_grant.from_at is 'From';
comment on column people.access_grant.until_at is 'Until; past it the row opens nothing, whoever forgot to close it';
comment on column people.access_grant.revoked_at is 'Closed before its time';
comment on column people.access_grant.granted_by is 'The account whose act opened it';
create unique index access_grant_live on people.access_grant (network_id, hub_id, basis, basis_id, person_id) where revoked_at is null;
create index access_grant_person on people.access_grant (network_id, hub_id, person_id) where revoked_at is null;
alter table people.access_grant enable row level security;
alter table people.access_grant force row level security;

create policy access_grant_read on people.access_grant for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy access_grant_open on people.access_grant for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy access_grant_close on people.access_grant for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.access_grant to hadina_app;
grant update (revoked_at) on people.access_grant to hadina_app;

create table people.person_contact (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('phone', 'address', 'birth-date', 'id-number')),
  sealed bytea not null,
  owner text check (owner in ('self', 'household', 'relative', 'neighbour', 'other')),
  shared boolean not null default false,
  id_kind text check (id_kind in ('tn-cin', 'ma-cnie', 'es-dni', 'national-card', 'passport', 'unhcr')),
  country text,
  set_at timestamptz not null,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  check ((kind = 'phone') = (owner is not null)),
  check ((kind = 'id-number') = (id_kind is not null))
);
comment on table people.person_contact is 'Identity and contact (C1a), each value sealed under the persons key; read only under a live grant';
comment on column people.person_contact.network_id is 'The network; first in every key';
comment on column people.person_contact.id is 'UUIDv7';
comment on column people.person_contact.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.person_contact.person_id is 'The person';
comment on column people.person_contact.kind is 'What the value is';
comment on column people.person_contact.sealed is 'The value, sealed for this row';
comment on column people.person_contact.owner is 'Whose phone it is (domain.md rule 2)';
comment on column people.person_contact.shared is 'Others pick this phone up';
comment on column people.person_contact.id_kind is 'Which paper the number stands on';
comment on column people.person_contact.country is 'Country of the paper (ISO 3166-1 alpha-2)';
comment on column people.person_contact.set_at is 'When it was told';
comment on column people.person_contact.ended_at is 'When it stopped being right';
create index person_contact_live on people.person_contact (network_id, person_id, hub_id) where ended_at is null;
create unique index person_contact_one on people.person_contact (network_id, hub_id, person_id, kind) where ended_at is null and kind <> 'phone';
alter table people.person_contact enable row level security;
alter table people.person_contact force row level security;

create policy person_contact_read on people.person_contact for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select g.person_id from people.access_grant g
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
-- Writing needs no grant: what she says at the desk may be noted, reading it again needs a reason.
create policy person_contact_write on people.person_contact for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy person_contact_end on people.person_contact for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select g.person_id from people.access_grant g
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.person_contact to hadina_app;
grant update (ended_at) on people.person_contact to hadina_app;

create table people.contact_mark (
  network_id uuid not null,
  hub_id uuid not null,
  blind bytea not null check (octet_length(blind) = 32),
  person_id uuid not null,
  contact_id uuid not null,
  primary key (network_id, hub_id, blind, person_id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, contact_id) references people.person_contact (network_id, id)
);
comment on table people.contact_mark is 'Keyed fingerprints of phones, ID numbers and birth dates of a hub, so that a double shows without opening anything';
comment on column people.contact_mark.network_id is 'The network; first in every key';
comment on column people.contact_mark.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.contact_mark.blind is 'Fingerprint of the kind and the value; a phone may belong to several persons';
comment on column people.contact_mark.person_id is 'The person';
comment on column people.contact_mark.contact_id is 'The sealed value it was made from';
create index contact_mark_of_person on people.contact_mark (network_id, hub_id, person_id);
alter table people.contact_mark enable row level security;
alter table people.contact_mark force row level security;

create policy contact_mark_own on people.contact_mark for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert, delete on people.contact_mark to hadina_app;

create table people.person_life (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('household', 'situation')),
  sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, written_by) references network.account (network_id, id)
);
comment on table people.person_life is 'Notes on her life (C1b), sealed; read again only by who wrote them, while a grant is open';
comment on column people.person_life.network_id is 'The network; first in every key';
comment on column people.person_life.id is 'UUIDv7';
comment on column people.person_life.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.person_life.person_id is 'The person';
comment on column people.person_life.kind is 'What the note is about';
comment on column people.person_life.sealed is 'The note, sealed for this row';
comment on column people.person_life.written_by is 'The account that wrote it';
comment on column people.person_life.written_at is 'When';
create index person_life_of on people.person_life (network_id, person_id, hub_id, written_by);
alter table people.person_life enable row level security;
alter table people.person_life force row level security;

create policy person_life_read on people.person_life for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and person_id in (select g.person_id from people.access_grant g
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
create policy person_life_write on people.person_life for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on people.person_life to hadina_app;

create table people.consent (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('service', 'known-elsewhere', 'sharing', 'contact', 'image', 'story', 'research')),
  answer text not null check (answer in ('given', 'refused')),
  channel text not null check (channel in ('written', 'oral-witness', 'thumbprint')),
  witness_id uuid,
  companion_witness boolean not null default false,
  guardian text check (guardian in ('guardian', 'guardian-and-judge')),
  notice_version text not null,
  language text not null,
  answered_at timestamptz not null,
  recorded_by uuid,
  withdrawn_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, witness_id) references network.account (network_id, id),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  check (channel = 'written' or answer = 'refused' or witness_id is not null or companion_witness),
  check (withdrawn_at is null or answer = 'given'),
  check (witness_id is distinct from recorded_by or witness_id is null)
);
comment on table people.consent is 'What she was asked to agree to, what she answered, how, and who witnessed it; one row per answer (domain.md rule 5)';
comment on column people.consent.network_id is 'The network; first in every key';
comment on column people.consent.id is 'UUIDv7';
comment on column people.consent.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.consent.person_id is 'The person';
comment on column people.consent.purpose is 'What for; each purpose is asked apart';
comment on column people.consent.answer is 'Her answer; refusing never costs the service';
comment on column people.consent.channel is 'How she answered';
comment on column people.consent.witness_id is 'The account that heard her, for an answer not written by herself';
comment on column people.consent.companion_witness is 'Somebody who came with her heard it';
comment on column people.consent.guardian is 'Who agreed for a minor';
comment on column people.consent.notice_version is 'Version of the notice she was told';
comment on column people.consent.language is 'Language it was told in';
comment on column people.consent.answered_at is 'When she answered';
comment on column people.consent.recorded_by is 'The account that wrote it down';
comment on column people.consent.withdrawn_at is 'When she took it back: at once and from then on';
create index consent_of on people.consent (network_id, person_id, hub_id, purpose, answered_at desc);
alter table people.consent enable row level security;
alter table people.consent force row level security;

create policy consent_read on people.consent for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy consent_write on people.consent for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy consent_withdraw on people.consent for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.consent to hadina_app;
grant update (withdrawn_at) on people.consent to hadina_app;

create table people.household (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  since timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table people.household is 'People who share a home and a purse, as one hub knows them (domain.md 0.16)';
comment on column people.household.network_id is 'The network; first in every key';
comment on column people.household.id is 'UUIDv7';
comment on column people.household.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.household.since is 'When the hub wrote it down';
alter table people.household enable row level security;
alter table people.household force row level security;

create table people.household_member (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  tie text not null check (tie in ('self', 'spouse', 'child', 'parent', 'sibling', 'relative', 'other')),
  head boolean not null default false,
  since timestamptz not null,
  until timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, household_id) references people.household (network_id, hub_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id)
);
comment on table people.household_member is 'Who lives in a household, and who carries the home';
comment on column people.household_member.network_id is 'The network; first in every key';
comment on column people.household_member.id is 'UUIDv7';
comment on column people.household_member.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.household_member.household_id is 'The household';
comment on column people.household_member.person_id is 'The person';
comment on column people.household_member.tie is 'What she is to the one who came first';
comment on column people.household_member.head is 'Head of household';
comment on column people.household_member.since is 'From';
comment on column people.household_member.until is 'No longer lives there since';
create unique index household_member_one_home on people.household_member (network_id, hub_id, person_id) where until is null;
create unique index household_member_one_head on people.household_member (network_id, household_id) where head and until is null;
create index household_member_of on people.household_member (network_id, household_id) where until is null;
alter table people.household_member enable row level security;
alter table people.household_member force row level security;

create policy household_read on people.household for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy household_write on people.household for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy household_member_read on people.household_member for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy household_member_write on people.household_member for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy household_member_change on people.household_member for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.household to hadina_app;
grant select, insert on people.household_member to hadina_app;
grant update (head, until) on people.household_member to hadina_app;
