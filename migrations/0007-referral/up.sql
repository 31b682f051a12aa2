-- Referrals whose loop closes, what each discloses, links that partners answer by, faces, complaints, unmet needs.
create table desk.referral (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  person_id uuid,
  client_organization_id uuid,
  spoken_to_id uuid not null,
  about jsonb not null,
  service_id uuid not null,
  service_type text not null,
  organization_id uuid not null,
  agreement_id uuid,
  agreement_version integer,
  after_id uuid,
  state text not null check (state in ('sent', 'accepted', 'declined', 'served', 'closed', 'returned')),
  sent_at timestamptz not null,
  sent_by uuid,
  due_at timestamptz not null,
  reminded_at timestamptz,
  escalated_at timestamptz,
  answered_at timestamptz,
  answered_via text check (answered_via in ('account', 'link', 'desk')),
  answered_by uuid,
  decline_reason text check (decline_reason in ('full', 'not-eligible', 'too-far', 'no-longer-offered', 'client-declined', 'other')),
  decline_words bytea,
  next_service_id uuid,
  served_at timestamptz,
  service_outcome text check (service_outcome in ('full', 'partial', 'referred-on')),
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'partly', 'unsolved', 'did-not-come', 'client-withdrew')),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, client_organization_id) references network.organization (network_id, id),
  foreign key (network_id, spoken_to_id) references people.person (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, next_service_id) references directory.service (network_id, id),
  foreign key (network_id, after_id) references desk.referral (network_id, id),
  unique (network_id, after_id),
  check (num_nonnulls(person_id, client_organization_id) = 1),
  check ((agreement_id is null) = (agreement_version is null)),
  check (person_id is null or person_id = spoken_to_id),
  check (due_at > sent_at),
  check ((answered_at is null) = (answered_via is null)),
  check (state not in ('accepted', 'declined', 'served') or answered_at is not null),
  check (state <> 'declined' or decline_reason is not null),
  check ((served_at is null) = (service_outcome is null)),
  check (state <> 'served' or served_at is not null),
  check ((closed_at is not null) = (state in ('closed', 'returned'))),
  check ((outcome is not null) = (state = 'closed'))
);
comment on table desk.referral is 'One client sent to one service of another body, until its outcome is known';
comment on column desk.referral.network_id is 'The network; first in every key';
comment on column desk.referral.id is 'UUIDv7 of the referral';
comment on column desk.referral.hub_id is 'The hub that sends';
comment on column desk.referral.ticket_id is 'The visit it was decided in';
comment on column desk.referral.person_id is 'The client, when it is a person';
comment on column desk.referral.client_organization_id is 'The client, when it is an organization';
comment on column desk.referral.spoken_to_id is 'The person who agreed: the client herself, or the member who acts for the organization';
comment on column desk.referral.about is 'The client as figures know her, fixed when it was sent: sex, age band, territory, kind';
comment on column desk.referral.service_id is 'The service she is sent to';
comment on column desk.referral.service_type is 'Its main kind then, for the figures';
comment on column desk.referral.organization_id is 'The body that gives the service and answers';
comment on column desk.referral.agreement_id is 'The agreement that opens this body to referrals, when it works under one';
comment on column desk.referral.agreement_version is 'The version of that agreement seen in the preview';
comment on column desk.referral.after_id is 'The referral that this one follows as another choice';
comment on column desk.referral.state is 'sent, accepted, declined (back in the senders list), served, closed with an outcome, returned (taken back)';
comment on column desk.referral.sent_at is 'When it was sent';
comment on column desk.referral.sent_by is 'The account that sent it';
comment on column desk.referral.due_at is 'When an answer is due';
comment on column desk.referral.reminded_at is 'When the sender was reminded';
comment on column desk.referral.escalated_at is 'When it was put before the manager of the hub';
comment on column desk.referral.answered_at is 'When the body answered';
comment on column desk.referral.answered_via is 'By account, by link, or told to the desk, which typed it';
comment on column desk.referral.answered_by is 'The account that typed the answer; empty by link';
comment on column desk.referral.decline_reason is 'Why it was declined';
comment on column desk.referral.decline_words is 'What the body added, sealed under the persons key';
comment on column desk.referral.next_service_id is 'Another service proposed to the sender after a refusal or a long silence';
comment on column desk.referral.served_at is 'When she was received there';
comment on column desk.referral.service_outcome is 'What she received there';
comment on column desk.referral.closed_at is 'When the loop was closed, or the referral taken back';
comment on column desk.referral.outcome is 'What came of it for her, as she says';
create unique index referral_once on desk.referral (network_id, ticket_id, service_id) where state in ('sent', 'accepted', 'served');
create index referral_of_hub on desk.referral (network_id, hub_id, state, due_at);
create index referral_of_organization on desk.referral (network_id, organization_id, state);
create index referral_of_ticket on desk.referral (network_id, ticket_id);
create index referral_of_person on desk.referral (network_id, spoken_to_id);

create table desk.referral_link (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  referral_id uuid not null,
  kind text not null check (kind in ('answer', 'outcome')),
  hash bytea not null check (octet_length(hash) = 32),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  after_hash bytea,
  primary key (network_id, id),
  unique (network_id, hash),
  unique (network_id, hash, referral_id),
  foreign key (network_id, after_hash, referral_id) references desk.referral_link (network_id, hash, referral_id),
  foreign key (network_id, referral_id) references desk.referral (network_id, id),
  check (expires_at > issued_at)
);
comment on table desk.referral_link is 'The signed link by which a body without account answers; the answer uses it up, opening it does not';
comment on column desk.referral_link.network_id is 'The network; first in every key';
comment on column desk.referral_link.id is 'UUIDv7 of the link';
comment on column desk.referral_link.hub_id is 'The hub that sends';
comment on column desk.referral_link.referral_id is 'The referral it opens';
comment on column desk.referral_link.kind is 'answer: accept or decline; outcome: say later that she was received';
comment on column desk.referral_link.hash is 'SHA-256 of the token; the token itself is kept nowhere';
comment on column desk.referral_link.issued_at is 'When it was made';
comment on column desk.referral_link.expires_at is 'Until when it answers: 30 days, or the end of the agreement';
comment on column desk.referral_link.used_at is 'When an answer was given by it';
comment on column desk.referral_link.revoked_at is 'When the sender took it back, or a newer link took its place';
comment on column desk.referral_link.after_hash is 'The link by whose answer this one was made, of the same referral; empty when the sender made it';
create index referral_link_of_referral on desk.referral_link (network_id, referral_id);
create index referral_link_of_hub on desk.referral_link (network_id, hub_id);

create table desk.disclosure (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  referral_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  purpose text not null check (purpose = 'referral'),
  fields text[] not null check (cardinality(fields) > 0),
  consent_id uuid not null,
  sealed bytea not null,
  disclosed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, referral_id),
  foreign key (network_id, referral_id) references desk.referral (network_id, id),
  foreign key (network_id, consent_id) references people.consent (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id)
);
comment on table desk.disclosure is 'Which fields of whom went to which body, for what, by which consent; the values are sealed as they were previewed';
comment on column desk.disclosure.network_id is 'The network; first in every key';
comment on column desk.disclosure.id is 'UUIDv7 of the disclosure';
comment on column desk.disclosure.hub_id is 'The hub that sends';
comment on column desk.disclosure.referral_id is 'The referral that carries it';
comment on column desk.disclosure.person_id is 'Whose values, and whose key seals them';
comment on column desk.disclosure.organization_id is 'The body that receives them';
comment on column desk.disclosure.purpose is 'What for';
comment on column desk.disclosure.fields is 'Which fields, by code';
comment on column desk.disclosure.consent_id is 'The consent it rests on';
comment on column desk.disclosure.sealed is 'The values, exactly as previewed, AES-256-GCM, C1a';
comment on column desk.disclosure.disclosed_at is 'When';
create index disclosure_of_hub on desk.disclosure (network_id, hub_id);
create index disclosure_of_organization on desk.disclosure (network_id, organization_id);
create index disclosure_of_person on desk.disclosure (network_id, person_id);

create table desk.assessment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  referral_id uuid,
  service_id uuid,
  faces smallint not null check (faces between 1 and 5),
  via text not null check (via in ('desk', 'slip')),
  said_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, referral_id) references desk.referral (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id),
  check ((referral_id is null) = (service_id is null))
);
comment on table desk.assessment is 'How it was, by five faces, said by the user herself';
comment on column desk.assessment.network_id is 'The network; first in every key';
comment on column desk.assessment.id is 'UUIDv7 of the assessment';
comment on column desk.assessment.hub_id is 'The hub';
comment on column desk.assessment.ticket_id is 'The visit it is about';
comment on column desk.assessment.referral_id is 'The referral, when it is about the service she was sent to';
comment on column desk.assessment.service_id is 'That service';
comment on column desk.assessment.faces is '1 very bad to 5 very good';
comment on column desk.assessment.via is 'On the screen turned to her, or later with her slip';
comment on column desk.assessment.said_at is 'When';
create unique index assessment_once on desk.assessment (network_id, ticket_id, coalesce(referral_id, ticket_id));
create index assessment_of_hub on desk.assessment (network_id, hub_id, said_at);

create table desk.complaint (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('complaint', 'suggestion')),
  person_id uuid,
  key_owner_id uuid not null,
  sealed bytea not null,
  received_at timestamptz not null,
  due_on date not null,
  state text not null check (state in ('open', 'answered')),
  answer bytea,
  answered_at timestamptz,
  answered_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, answered_by) references network.account (network_id, id),
  check ((state = 'answered') = (answer is not null)),
  check ((answer is null) = (answered_at is null))
);
comment on table desk.complaint is 'A complaint or a suggestion; only the manager of the hub opens it, and an answer is due';
comment on column desk.complaint.network_id is 'The network; first in every key';
comment on column desk.complaint.id is 'UUIDv7 of the complaint';
comment on column desk.complaint.hub_id is 'The hub';
comment on column desk.complaint.kind is 'complaint or suggestion';
comment on column desk.complaint.person_id is 'Who said it, when she gave her name to be answered';
comment on column desk.complaint.key_owner_id is 'Whose key seals it: hers, or that of the complaint itself, under the hubs, when she gave no name';
comment on column desk.complaint.sealed is 'What she said, AES-256-GCM, C1b';
comment on column desk.complaint.received_at is 'When';
comment on column desk.complaint.due_on is 'The day by which an answer is due';
comment on column desk.complaint.state is 'open or answered';
comment on column desk.complaint.answer is 'The answer, sealed under the same key';
comment on column desk.complaint.answered_at is 'When it was answered';
comment on column desk.complaint.answered_by is 'The account that answered';
create index complaint_of_hub on desk.complaint (network_id, hub_id, state, due_on);

create table desk.unmet_need (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  day date not null,
  cause text not null check (cause in ('no-service', 'not-eligible', 'full', 'too-far', 'declined-by-provider', 'declined-by-client', 'other')),
  service_type text,
  territory_code text references network.territory (code),
  ticket_id uuid not null,
  referral_id uuid,
  service_id uuid,
  about jsonb not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, referral_id) references desk.referral (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id)
);
comment on table desk.unmet_need is 'One need that nothing answered: why, which kind of service, where. Names nobody';
comment on column desk.unmet_need.network_id is 'The network; first in every key';
comment on column desk.unmet_need.id is 'UUIDv7';
comment on column desk.unmet_need.hub_id is 'The hub that heard it';
comment on column desk.unmet_need.day is 'The day, in universal time';
comment on column desk.unmet_need.cause is 'Why it stays unmet';
comment on column desk.unmet_need.service_type is 'The kind of service that was needed';
comment on column desk.unmet_need.territory_code is 'Where the client lives';
comment on column desk.unmet_need.ticket_id is 'The visit it was heard in';
comment on column desk.unmet_need.referral_id is 'The referral that failed';
comment on column desk.unmet_need.service_id is 'The service that could not be had';
comment on column desk.unmet_need.about is 'The client as figures know her: sex, age band, territory, kind';
create index unmet_need_of_hub on desk.unmet_need (network_id, hub_id, day);
create unique index unmet_need_of_referral on desk.unmet_need (network_id, referral_id) where referral_id is not null;

alter table desk.referral enable row level security;
alter table desk.referral force row level security;
alter table desk.referral_link enable row level security;
alter table desk.referral_link force row level security;
alter table desk.disclosure enable row level security;
alter table desk.disclosure force row level security;
alter table desk.assessment enable row level security;
alter table desk.assessment force row level security;
alter table desk.complaint enable row level security;
alter table desk.complaint force row level security;
alter table desk.unmet_need enable row level security;
alter table desk.unmet_need force row level security;

-- A link reaches one referral: the one whose token hashes to app.link. A body reaches those addressed to it.
create policy referral_link_read on desk.referral_link for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy referral_link_add on desk.referral_link for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or after_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy referral_link_change on desk.referral_link for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy referral_read on desk.referral for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
      or id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));
create policy referral_write on desk.referral for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy referral_change on desk.referral for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
      or id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
      or id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));
create policy disclosure_read on desk.disclosure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
      or referral_id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and l.used_at is null and l.revoked_at is null
      and (l.expires_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy disclosure_write on desk.disclosure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy assessment_read on desk.assessment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy assessment_write on desk.assessment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
-- A complaint may be about the officer herself: whoever takes it down does not read it again; the manager alone does.
create policy complaint_read on desk.complaint for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy complaint_write on desk.complaint for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy complaint_change on desk.complaint for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy unmet_need_read on desk.unmet_need for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy unmet_need_write on desk.unmet_need for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or referral_id in (select r.id from desk.referral r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid))));
create policy referral_figures on desk.referral for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy assessment_figures on desk.assessment for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy complaint_figures on desk.complaint for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy unmet_need_figures on desk.unmet_need for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on desk.referral, desk.referral_link, desk.disclosure, desk.assessment, desk.complaint, desk.unmet_need to hadina_app;
grant update (state, due_at, reminded_at, escalated_at, answered_at, answered_via, answered_by, decline_reason, decline_words,
  next_service_id, served_at, service_outcome, closed_at, outcome) on desk.referral to hadina_app;
grant update (used_at, revoked_at) on desk.referral_link to hadina_app;
grant update (state, answer, answered_at, answered_by) on desk.complaint to hadina_app;
grant select (network_id, id, hub_id, ticket_id, about, service_id, service_type, organization_id, state, sent_at, due_at, answered_at,
  decline_reason, served_at, service_outcome, closed_at, outcome) on desk.referral to hadina_report;
grant select on desk.assessment to hadina_report;
grant select (network_id, id, hub_id, kind, received_at, due_on, state, answered_at) on desk.complaint to hadina_report;
grant select on desk.unmet_need to hadina_report;
