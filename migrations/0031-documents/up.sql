-- What colleagues are trained and accredited for, until when; and the papers of persons, sealed in pieces.
create table network.competence (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  hub_id uuid,
  kind text not null check (kind ~ '^[a-z_]{3,40}$'),
  standing text not null check (standing in ('held', 'not_applicable')),
  number text check (length(number) between 1 and 60),
  issuer text check (length(issuer) between 1 and 200),
  since_on date,
  until_on date,
  why text check (why in ('civil_servant', 'not_her_work')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('replaced', 'withdrawn', 'mistaken')),
  ended_by uuid,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  check (recorded_by is distinct from account_id),
  check ((standing = 'held') = (since_on is not null)),
  check ((standing = 'not_applicable') = (why is not null)),
  check (standing = 'held' or (number is null and until_on is null)),
  check (until_on >= since_on),
  check ((ended_at is null) = (ended_why is null)),
  check (ended_by is null or ended_at is not null)
);
comment on table network.competence is 'What a colleague is trained or accredited for, seen on paper by another, and until when (domain.md 1.3; law 45-18 in Morocco)';
comment on column network.competence.network_id is 'Its network';
comment on column network.competence.id is 'UUIDv7';
comment on column network.competence.account_id is 'The colleague';
comment on column network.competence.hub_id is 'The hub that looks after her account; empty when the network''s administrators do';
comment on column network.competence.kind is 'Code of competence-kinds.ts';
comment on column network.competence.standing is 'held, or not_applicable: the law that asks for it does not concern her';
comment on column network.competence.number is 'Number of the certificate or accreditation';
comment on column network.competence.issuer is 'Who gave it';
comment on column network.competence.since_on is 'Its date';
comment on column network.competence.until_on is 'Its last day; empty when it has no end';
comment on column network.competence.why is 'Why it does not concern her: civil_servant or not_her_work';
comment on column network.competence.recorded_by is 'Who saw the paper; never herself; empty for the console';
comment on column network.competence.recorded_at is 'When it was recorded';
comment on column network.competence.ended_at is 'When it stopped counting before its end';
comment on column network.competence.ended_why is 'replaced by a newer paper, withdrawn by its issuer, or mistaken: then it never counted';
comment on column network.competence.ended_by is 'Who ended it';
create unique index competence_live on network.competence (network_id, account_id, kind) where ended_at is null;
create index competence_of on network.competence (network_id, account_id, kind);
create index competence_ending on network.competence (network_id, hub_id, until_on) where ended_at is null;
alter table network.competence enable row level security;
alter table network.competence force row level security;
-- Who may do protected work is asked before a grant opens anything, by whichever hub; the pages show it to its keepers and to herself.
create policy competence_read on network.competence for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy competence_record on network.competence for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy competence_end on network.competence for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on network.competence to hadina_app;
grant update (ended_at, ended_why, ended_by) on network.competence to hadina_app;
grant select (network_id, account_id, kind, standing, since_on, until_on, ended_at, ended_why) on network.competence to hadina_protected;

create schema documents;
comment on schema documents is 'Papers, pictures and sounds of persons: looked into, written anew where that can be done, and sealed';
revoke all on schema documents from public;
grant usage on schema documents to hadina_app;

create table documents.document (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  parent_kind text not null check (parent_kind in ('person', 'identity', 'consent', 'case', 'enterprise')),
  parent_id uuid not null,
  compartment text not null check (compartment in ('C0', 'C1a', 'C1b')),
  paper text not null check (paper ~ '^[a-z_]{3,40}$'),
  sealed_title bytea,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/aac', 'audio/flac', 'audio/webm')),
  bytes integer not null check (bytes between 1 and 6291456),
  pieces smallint not null check (pieces between 1 and 24),
  added_by uuid,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text check (withdrawn_why in ('mistaken', 'replaced', 'her_wish', 'no_longer_needed')),
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  foreign key (network_id, withdrawn_by) references network.account (network_id, id),
  check (compartment = case parent_kind when 'case' then 'C1b' when 'enterprise' then 'C0' else 'C1a' end),
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  check (withdrawn_at is null or sealed_title is null)
);
comment on table documents.document is 'A paper, picture or sound of a person; it inherits the compartment of what it belongs to (trust.md 2.2)';
comment on column documents.document.network_id is 'The network; first in every key';
comment on column documents.document.id is 'UUIDv7; its address on the web';
comment on column documents.document.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column documents.document.person_id is 'The person; her key seals it';
comment on column documents.document.parent_kind is 'What it belongs to: person, identity, consent, case or enterprise';
comment on column documents.document.parent_id is 'The row it belongs to: the person herself where there is no narrower one';
comment on column documents.document.compartment is 'C0, C1a or C1b, fixed by what it belongs to';
comment on column documents.document.paper is 'What kind of paper it is, code of paper-kinds.ts';
comment on column documents.document.sealed_title is 'What the desk calls it, sealed for this row; empty when it has no name or was withdrawn';
comment on column documents.document.media_type is 'What its content was found to be, never what its name said';
comment on column documents.document.bytes is 'Its size, unsealed';
comment on column documents.document.pieces is 'In how many sealed pieces it lies';
comment on column documents.document.added_by is 'Who added it';
comment on column documents.document.added_at is 'When';
comment on column documents.document.withdrawn_at is 'When it was withdrawn: its pieces are gone, this row stays';
comment on column documents.document.withdrawn_by is 'Who withdrew it';
comment on column documents.document.withdrawn_why is 'mistaken, replaced, her_wish or no_longer_needed';
create index document_of_person on documents.document (network_id, person_id, hub_id, added_at desc);
create index document_of_parent on documents.document (network_id, parent_kind, parent_id, hub_id);
create index document_of_hub on documents.document (network_id, hub_id, compartment);
alter table documents.document enable row level security;
alter table documents.document force row level security;

create policy document_ordinary on documents.document for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C0' and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy document_contact on documents.document for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select g.person_id from people.access_grant g
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
create policy document_contact_of_identity on documents.document for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select other.person_id from people.access_grant g
      join core.same_person one on one.network_id = g.network_id and one.person_id = g.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
create policy document_life on documents.document for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (parent_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
      or parent_id = any (array(select g.case_id from accompaniment.life_grant g
        where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
-- Adding needs no grant: what she brings to the desk may be kept, opening it again needs a reason. To a file adds who accompanies her.
create policy document_ordinary_add on documents.document for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C0' and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and exists (select from people.enrolment e where e.network_id = document.network_id and e.person_id = document.person_id and e.hub_id = document.hub_id offset 0));
create policy document_contact_add on documents.document for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and exists (select from people.enrolment e where e.network_id = document.network_id and e.person_id = document.person_id and e.hub_id = document.hub_id offset 0));
create policy document_life_add on documents.document for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and parent_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy document_ordinary_change on documents.document for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C0' and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C0' and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy document_contact_change on documents.document for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select g.person_id from people.access_grant g
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy document_contact_of_identity_change on documents.document for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select other.person_id from people.access_grant g
      join core.same_person one on one.network_id = g.network_id and one.person_id = g.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
        and g.revoked_at is null and g.from_at <= now()
        and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1a' and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy document_life_change on documents.document for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and parent_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and compartment = 'C1b' and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and parent_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on documents.document to hadina_app;
grant update (sealed_title, withdrawn_at, withdrawn_by, withdrawn_why) on documents.document to hadina_app;

create view documents.accompanied_case with (security_invoker = true) as
  select f.network_id, f.hub_id, f.id, f.key_owner_id as person_id from accompaniment.case_file f
  where f.id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')));
comment on view documents.accompanied_case is 'The files whose papers the reader may add to: she accompanies them';
comment on column documents.accompanied_case.network_id is 'The network';
comment on column documents.accompanied_case.hub_id is 'The hub';
comment on column documents.accompanied_case.id is 'The file';
comment on column documents.accompanied_case.person_id is 'The person under whose key its papers are sealed';
grant select on documents.accompanied_case to hadina_app;

create table documents.piece (
  network_id uuid not null,
  hub_id uuid not null,
  document_id uuid not null,
  n smallint not null check (n between 0 and 23),
  sealed bytea not null check (octet_length(sealed) between 30 and 263000),
  primary key (network_id, document_id, n),
  foreign key (network_id, hub_id, document_id) references documents.document (network_id, hub_id, id)
);
comment on table documents.piece is 'The bytes of a document in sealed pieces of at most 256 KB: each opens only in its own place';
comment on column documents.piece.network_id is 'The network; first in every key';
comment on column documents.piece.hub_id is 'The hub, as on the document';
comment on column documents.piece.document_id is 'The document';
comment on column documents.piece.n is 'Its place, from 0';
comment on column documents.piece.sealed is 'The piece, sealed under the person''s key for this document, place and number of pieces';
alter table documents.piece enable row level security;
alter table documents.piece force row level security;
-- A piece is read by whoever reads its document: the sub-query stands under the document's own policies.
create policy piece_read on documents.piece for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and document_id in (select d.id from documents.document d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy piece_add on documents.piece for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy piece_destroy on documents.piece for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and document_id in (select d.id from documents.document d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.withdrawn_at is not null));
grant select, insert, delete on documents.piece to hadina_app;

create table documents.shelf (
  network_id uuid not null,
  hub_id uuid not null,
  bytes bigint not null check (bytes >= 0),
  documents integer not null check (documents >= 0),
  primary key (network_id, hub_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table documents.shelf is 'How much room the documents of a hub take, so that it has an end';
comment on column documents.shelf.network_id is 'The network; first in every key';
comment on column documents.shelf.hub_id is 'The hub';
comment on column documents.shelf.bytes is 'Bytes of all documents that were not withdrawn';
comment on column documents.shelf.documents is 'How many they are';
alter table documents.shelf enable row level security;
alter table documents.shelf force row level security;
create policy shelf_own on documents.shelf for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert, update on documents.shelf to hadina_app;
