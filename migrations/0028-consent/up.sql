-- Consent per purpose: to whom, which fields, until when; the notice she was told; questions she answers by herself; who answers for data.

-- 1. The notice of a purpose, as a hub publishes it. A version is never changed: an answer cites the one she was told.
create table people.notice (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  purpose text not null check (purpose in ('service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research')),
  version integer not null check (version > 0),
  texts jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, purpose, version),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, published_by) references network.account (network_id, id),
  check (texts ?& array['ar', 'fr'])
);
comment on table people.notice is 'What a hub tells when it asks for consent: one text per purpose and version; old versions stay readable';
comment on column people.notice.network_id is 'The network; first in every key';
comment on column people.notice.id is 'UUIDv7';
comment on column people.notice.hub_id is 'The hub that tells it';
comment on column people.notice.purpose is 'What is asked for';
comment on column people.notice.version is 'Counted from 1 for each purpose of a hub; the newest is told';
comment on column people.notice.texts is 'The words by language: Arabic and French always';
comment on column people.notice.published_at is 'When it was published';
comment on column people.notice.published_by is 'The account that published it';
alter table people.notice enable row level security;
alter table people.notice force row level security;
create policy notice_read on people.notice for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy notice_publish on people.notice for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create index notice_hub on people.notice (hub_id);
grant select, insert on people.notice to hadina_app;

create table people.consent_length (
  network_id uuid not null,
  purpose text not null check (purpose in ('service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research')),
  days integer not null check (days between 1 and 3650),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, purpose),
  foreign key (network_id, set_by) references network.account (network_id, id)
);
comment on table people.consent_length is 'How long a yes to a purpose lasts in this network, unless a shorter or longer time was agreed';
comment on column people.consent_length.network_id is 'The network; first in every key';
comment on column people.consent_length.purpose is 'What is asked for';
comment on column people.consent_length.days is 'Days from the answer to its end';
comment on column people.consent_length.set_at is 'When it was set';
comment on column people.consent_length.set_by is 'The account that set it';
alter table people.consent_length enable row level security;
alter table people.consent_length force row level security;
create policy consent_length_read on people.consent_length for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy consent_length_set on people.consent_length for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy consent_length_change on people.consent_length for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert, update on people.consent_length to hadina_app;

create table people.alert_duty (
  network_id uuid not null,
  id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  decision text not null check (decision in ('applies', 'does-not-apply', 'undecided')),
  reason text not null check (length(reason) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id)
);
comment on table people.alert_duty is 'Whether staff must alert an authority about a child in danger, as a human of the network decided for a country; the newest row counts';
comment on column people.alert_duty.network_id is 'The network; first in every key';
comment on column people.alert_duty.id is 'UUIDv7';
comment on column people.alert_duty.country is 'ISO 3166-1 alpha-2';
comment on column people.alert_duty.decision is 'applies, does not apply, or undecided again';
comment on column people.alert_duty.reason is 'The law or advice it rests on, in the words of whoever decided';
comment on column people.alert_duty.decided_at is 'When';
comment on column people.alert_duty.decided_by is 'The account that decided; software never does';
create index alert_duty_newest on people.alert_duty (network_id, country, decided_at desc);
alter table people.alert_duty enable row level security;
alter table people.alert_duty force row level security;
create policy alert_duty_read on people.alert_duty for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy alert_duty_decide on people.alert_duty for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on people.alert_duty to hadina_app;

-- 2. A question left with her: she answers by herself, by a link of her own, or later at the desk.
create table people.consent_ask (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research')),
  recipient_id uuid,
  fields text[],
  until_at timestamptz not null,
  notice_id uuid,
  notice_version text not null,
  language text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  hash bytea not null check (octet_length(hash) = 32),
  expires_at timestamptz not null,
  answered_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hash),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, recipient_id) references network.organization (network_id, id),
  foreign key (network_id, notice_id) references people.notice (network_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  check ((purpose = 'sharing') = (recipient_id is not null)),
  check ((purpose = 'sharing') = (fields is not null)),
  check (expires_at > asked_at)
);
comment on table people.consent_ask is 'A question of consent left with a person, to be answered by herself through a link that works once';
comment on column people.consent_ask.network_id is 'The network; first in every key';
comment on column people.consent_ask.id is 'UUIDv7';
comment on column people.consent_ask.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.consent_ask.person_id is 'The person';
comment on column people.consent_ask.purpose is 'What is asked for';
comment on column people.consent_ask.recipient_id is 'The partner that would receive, for sharing';
comment on column people.consent_ask.fields is 'What would be shared, for sharing';
comment on column people.consent_ask.until_at is 'Until when a yes would last';
comment on column people.consent_ask.notice_id is 'The hubs own notice, when it has one';
comment on column people.consent_ask.notice_version is 'Version of the notice';
comment on column people.consent_ask.language is 'Language it is told in';
comment on column people.consent_ask.asked_at is 'When it was asked';
comment on column people.consent_ask.asked_by is 'The account that asked';
comment on column people.consent_ask.hash is 'SHA-256 of the token of her link; the token itself is kept nowhere';
comment on column people.consent_ask.expires_at is 'Until when the link answers';
comment on column people.consent_ask.answered_at is 'When she answered';
create index consent_ask_of on people.consent_ask (network_id, person_id, hub_id);
create index consent_ask_hub on people.consent_ask (network_id, hub_id);
alter table people.consent_ask enable row level security;
alter table people.consent_ask force row level security;
create policy consent_ask_read on people.consent_ask for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy consent_ask_write on people.consent_ask for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy consent_ask_close on people.consent_ask for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
grant select, insert on people.consent_ask to hadina_app;
grant update (answered_at) on people.consent_ask to hadina_app;

-- 3. An answer: to whom, which fields, until when, told by which notice, proved by what.
alter table people.consent drop constraint consent_purpose_check;
alter table people.consent drop constraint consent_channel_check;
alter table people.consent drop constraint consent_check;
alter table people.consent
  add constraint consent_purpose_check check (purpose in ('service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research')),
  add constraint consent_channel_check check (channel in ('written', 'oral-witness', 'thumbprint', 'click')),
  add column recipient_id uuid,
  add column recipient_hub_id uuid,
  add column fields text[],
  add column until_at timestamptz,
  add column notice_id uuid,
  add column proof_id uuid,
  add column asked_id uuid,
  add column ended_at timestamptz,
  add constraint consent_heard check (channel in ('written', 'click') or answer = 'refused' or witness_id is not null or companion_witness),
  add constraint consent_by_herself check ((channel = 'click') = (asked_id is not null)),
  add constraint consent_named check (until_at is null or purpose <> 'sharing' or num_nonnulls(recipient_id, recipient_hub_id) = 1),
  add constraint consent_fields check (fields is null or cardinality(fields) > 0),
  add constraint consent_until check (until_at is null or until_at > answered_at),
  add foreign key (network_id, recipient_id) references network.organization (network_id, id),
  add foreign key (network_id, recipient_hub_id) references network.hub (network_id, id),
  add foreign key (network_id, notice_id) references people.notice (network_id, id),
  add foreign key (network_id, asked_id) references people.consent_ask (network_id, id),
  add unique (network_id, asked_id);
comment on column people.consent.recipient_id is 'For sharing: the partner she named; empty on a no to all, and on answers older than named partners';
comment on column people.consent.recipient_hub_id is 'For sharing: another hub she named, when she moves there';
comment on column people.consent.fields is 'For sharing: what may be told, by code; empty on older answers, which named none';
comment on column people.consent.until_at is 'Until when a yes holds; the databases clock decides. Empty on a no and on older answers';
comment on column people.consent.notice_id is 'The hubs own notice she was told; empty when it was the built-in one';
comment on column people.consent.proof_id is 'The document that proves it, when one is kept';
comment on column people.consent.asked_id is 'The question she answered by herself';
comment on column people.consent.ended_at is 'When the house noted that its time was over';
grant update (ended_at) on people.consent to hadina_app;
create index consent_ending on people.consent (network_id, hub_id, until_at) where answer = 'given' and withdrawn_at is null;
create policy consent_by_link on people.consent for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and channel = 'click' and recorded_by is null
    and asked_id in (select a.id from people.consent_ask a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and a.answered_at is null and a.expires_at > now()));

-- 4. What was shared lives as long as the consent behind it.
alter table desk.referral add column until_at timestamptz,
  add column shut_why text check (shut_why in ('withdrawn', 'refused', 'fewer-fields', 'expired'));
comment on column desk.referral.until_at is 'Until when she agreed that the body reads it; past it the body opens nothing, whoever forgot to close it';
comment on column desk.referral.shut_why is 'Why the body opens nothing of it any more: consent taken back, a later no, fewer fields, or its time over';
alter table desk.disclosure add column until_at timestamptz;
comment on column desk.disclosure.until_at is 'Until when she agreed that the body reads the values';
grant update (until_at, shut_why) on desk.referral to hadina_app;
grant update (until_at) on desk.disclosure to hadina_app;
create policy disclosure_prolong on desk.disclosure for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));

-- Runs with the rights of whoever writes the consent: the hub that asked is the hub that sent. The newest answer about a partner
-- decides: a no or a yes taken back shuts; a yes to fewer fields shuts what told more; a yes again prolongs the rest.
create or replace function desk.shut_referrals() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  over boolean := new.answer = 'refused' or new.withdrawn_at is not null;
  moment timestamptz := coalesce(new.withdrawn_at, new.answered_at);
  shut uuid[];
  -- Files that were merged are one identity: an answer under one of them speaks for all.
  files uuid[];
begin
  if new.purpose <> 'sharing' or new.recipient_hub_id is not null then return null; end if;
  select array_agg(f.id) into files from (select new.person_id as id union select other.person_id from core.same_person one
    join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
    where one.network_id = new.network_id and one.person_id = new.person_id) f;
  select array_agg(r.id) into shut from desk.referral r join desk.disclosure d on d.network_id = r.network_id and d.referral_id = r.id
    where r.network_id = new.network_id and r.hub_id = new.hub_id and r.spoken_to_id = any (files)
      and (new.recipient_id is null or r.organization_id = new.recipient_id)
      and r.shut_at is null and r.state in ('sent', 'accepted', 'declined', 'served')
      and (over or not coalesce(array_remove(d.fields, 'need') <@ new.fields, true));
  if not over then
    update desk.disclosure d set until_at = new.until_at from desk.referral r
      where d.network_id = new.network_id and r.network_id = d.network_id and r.id = d.referral_id and r.hub_id = new.hub_id
        and r.spoken_to_id = any (files) and (new.recipient_id is null or r.organization_id = new.recipient_id) and r.shut_at is null
        and r.state in ('sent', 'accepted', 'declined', 'served') and r.id <> all (coalesce(shut, '{}'));
    update desk.referral r set until_at = new.until_at
      where r.network_id = new.network_id and r.hub_id = new.hub_id and r.spoken_to_id = any (files)
        and (new.recipient_id is null or r.organization_id = new.recipient_id) and r.shut_at is null
        and r.state in ('sent', 'accepted', 'declined', 'served') and r.id <> all (coalesce(shut, '{}'));
  end if;
  if shut is null then return null; end if;
  update desk.referral_link l set revoked_at = moment
    where l.network_id = new.network_id and l.referral_id = any (shut) and l.used_at is null and l.revoked_at is null;
  update people.access_grant g set revoked_at = moment
    where g.network_id = new.network_id and g.hub_id = new.hub_id and g.basis = 'referral' and g.basis_id = any (shut) and g.revoked_at is null
      and exists (select from desk.referral r where r.network_id = g.network_id and r.id = g.basis_id and r.state in ('sent', 'accepted', 'declined'));
  update desk.referral r set shut_at = moment,
      shut_why = case when new.withdrawn_at is not null then 'withdrawn' when new.answer = 'refused' then 'refused' else 'fewer-fields' end
    where r.network_id = new.network_id and r.id = any (shut);
  return null;
end $$;

drop policy referral_read on desk.referral;
create policy referral_read on desk.referral for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
        and state in ('sent', 'accepted', 'declined', 'served') and shut_at is null
        and (until_at is null or until_at > now() or (select current_setting('app.demo', true)) = 'yes'))
      or id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));
drop policy disclosure_read on desk.disclosure;
create policy disclosure_read on desk.disclosure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or ((until_at is null or until_at > now() or (select current_setting('app.demo', true)) = 'yes')
        and (referral_id in (select r.id from desk.referral r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
          and r.organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
          and r.state in ('sent', 'accepted', 'served') and r.shut_at is null)
        or referral_id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
          and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and l.used_at is null and l.revoked_at is null
          and (l.expires_at > now() or (select current_setting('app.demo', true)) = 'yes'))))));

-- 5. Who answers for personal data at a hub: each member organization says so apart, since their duties differ (domain.md rule 6).
create table network.controller (
  network_id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  names jsonb not null,
  regime text not null check (regime in ('public-body', 'association', 'company')),
  legal_basis text not null check (legal_basis in ('consent', 'public-task', 'contract', 'legal-duty')),
  retention_months integer not null check (retention_months between 1 and 600),
  hosting_country text not null check (hosting_country ~ '^[A-Z]{2}$'),
  declaration text not null check (declaration in ('not-made', 'pending', 'received', 'authorised', 'refused', 'not-needed')),
  declaration_number text,
  declared_on date,
  contact text,
  version integer not null check (version > 0),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, hub_id, organization_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (declaration not in ('received', 'authorised') or declaration_number is not null)
);
comment on table network.controller is 'Which member organization answers for personal data at a hub, on which legal basis, how long, where it is kept, and what it declared';
comment on column network.controller.network_id is 'The network; first in every key';
comment on column network.controller.hub_id is 'The hub this row belongs to';
comment on column network.controller.organization_id is 'The member organization';
comment on column network.controller.names is 'Its names as the public notice shows them, copied when this was set';
comment on column network.controller.regime is 'A public body and an association do not have the same duties';
comment on column network.controller.legal_basis is 'On what it relies to keep data';
comment on column network.controller.retention_months is 'How many months after the last visit a file is kept';
comment on column network.controller.hosting_country is 'Country where the data are kept (ISO 3166-1 alpha-2)';
comment on column network.controller.declaration is 'Where its declaration to the authority stands; not made and pending are states like others';
comment on column network.controller.declaration_number is 'The number the authority gave';
comment on column network.controller.declared_on is 'The day it was declared';
comment on column network.controller.contact is 'How to reach it about data: an office, never a private phone';
comment on column network.controller.version is 'Raised by each change, so that two tabs do not overwrite one another';
comment on column network.controller.set_at is 'When it was last set';
comment on column network.controller.set_by is 'The account that set it';
alter table network.controller enable row level security;
alter table network.controller force row level security;
create policy controller_read on network.controller for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy controller_set on network.controller for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy controller_change on network.controller for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create index controller_hub on network.controller (hub_id);
grant select, insert, update on network.controller to hadina_app;
