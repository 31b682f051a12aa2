-- What would help her, which services fit and why, and the slip she takes home.

create table desk.form (
  network_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  scales jsonb not null default '[]' check (jsonb_typeof(scales) = 'array'),
  active_from date not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, code, version)
);
comment on table desk.form is 'A version of a questionnaire; once published it never changes, a new version takes its place';
comment on column desk.form.network_id is 'The network';
comment on column desk.form.id is 'UUIDv7 of the version';
comment on column desk.form.code is 'What the questionnaire is, the same in every version: needs';
comment on column desk.form.version is '1, 2, 3 …';
comment on column desk.form.names is 'Its name by language';
comment on column desk.form.scales is 'Scored scales with their names and thresholds';
comment on column desk.form.active_from is 'The day from which new visits use it';
comment on column desk.form.published_by is 'The account that published it';
comment on column desk.form.published_at is 'When';
create table desk.form_question (
  network_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  position smallint not null,
  code text not null,
  kind text not null check (kind in ('yes-no', 'choice', 'choices', 'number', 'text', 'scale')),
  labels jsonb not null check (jsonb_typeof(labels) = 'object' and labels <> '{}'),
  help jsonb not null default '{}' check (jsonb_typeof(help) = 'object'),
  icon text,
  required boolean not null,
  sealed boolean not null,
  choices jsonb not null default '[]' check (jsonb_typeof(choices) = 'array'),
  show_if jsonb,
  scale text,
  lowest integer,
  highest integer,
  tells text check (tells in ('stage', 'legal-form', 'situation', 'childcare')),
  primary key (network_id, id),
  unique (network_id, form_id, position),
  unique (network_id, form_id, code),
  foreign key (network_id, form_id) references desk.form (network_id, id),
  check (kind <> 'text' or sealed)
);
comment on table desk.form_question is 'One question of a form version, with its words, its answers and when it is asked';
comment on column desk.form_question.network_id is 'The network';
comment on column desk.form_question.id is 'UUIDv7 of the question, also the subject of its spoken versions';
comment on column desk.form_question.form_id is 'The form version';
comment on column desk.form_question.position is 'Its place in the form';
comment on column desk.form_question.code is 'Its name inside the form, used by answers and by conditions';
comment on column desk.form_question.kind is 'yes-no, choice, choices, number, text or scale (1 to 5)';
comment on column desk.form_question.labels is 'The question by language';
comment on column desk.form_question.help is 'A sentence of help by language';
comment on column desk.form_question.icon is 'Its pictogram';
comment on column desk.form_question.required is 'Must be answered before the assessment is done';
comment on column desk.form_question.sealed is 'Its answer is sealed (C1b); free text always is';
comment on column desk.form_question.choices is 'The answers offered: words, points, kinds of service they call for';
comment on column desk.form_question.show_if is 'When it is asked, as an expression over earlier answers; always when empty';
comment on column desk.form_question.scale is 'The scored scale its points count in';
comment on column desk.form_question.lowest is 'Lowest number';
comment on column desk.form_question.highest is 'Highest number';
comment on column desk.form_question.tells is 'What orientation learns from it';
create table desk.needs_assessment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  form_id uuid not null,
  person_id uuid not null,
  organization_id uuid,
  state text not null check (state in ('draft', 'done')),
  started_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (network_id, id),
  unique (network_id, ticket_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, form_id) references desk.form (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  check ((state = 'done') = (done_at is not null))
);
comment on table desk.needs_assessment is 'The questionnaire of one visit: a draft, then done';
comment on column desk.needs_assessment.network_id is 'The network';
comment on column desk.needs_assessment.id is 'UUIDv7 of the assessment';
comment on column desk.needs_assessment.hub_id is 'The hub';
comment on column desk.needs_assessment.ticket_id is 'The visit';
comment on column desk.needs_assessment.form_id is 'The form version it was asked with';
comment on column desk.needs_assessment.person_id is 'The person spoken to; her key seals the sealed answers';
comment on column desk.needs_assessment.organization_id is 'The organization, when the client is one';
comment on column desk.needs_assessment.state is 'draft or done';
comment on column desk.needs_assessment.started_at is 'When the first answer was kept';
comment on column desk.needs_assessment.done_at is 'When it was finished';
comment on column desk.needs_assessment.done_by is 'The account that finished it';
create index needs_assessment_of_hub on desk.needs_assessment (network_id, hub_id);
create table desk.needs_answer (
  network_id uuid not null,
  hub_id uuid not null,
  assessment_id uuid not null,
  question text not null,
  value jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (network_id, assessment_id, question),
  foreign key (network_id, assessment_id) references desk.needs_assessment (network_id, id)
);
comment on table desk.needs_answer is 'A harmless answer of an assessment (C0): a choice, a number';
comment on column desk.needs_answer.network_id is 'The network';
comment on column desk.needs_answer.hub_id is 'The hub';
comment on column desk.needs_answer.assessment_id is 'The assessment';
comment on column desk.needs_answer.question is 'Code of the question';
comment on column desk.needs_answer.value is 'The answer: a code, codes, or a number';
comment on column desk.needs_answer.changed_by is 'The account that wrote it last';
comment on column desk.needs_answer.changed_at is 'When';
create index needs_answer_of_hub on desk.needs_answer (network_id, hub_id);
create table desk.needs_sealed_answer (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  assessment_id uuid not null,
  question text not null,
  account_id uuid not null,
  key_owner_id uuid not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, assessment_id, question, account_id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, assessment_id) references desk.needs_assessment (network_id, id)
);
comment on table desk.needs_sealed_answer is 'An answer about her life, sealed (C1b); only the officer who wrote it opens it, while the visit is open';
comment on column desk.needs_sealed_answer.network_id is 'The network';
comment on column desk.needs_sealed_answer.id is 'UUIDv7 of the answer, bound to its seal';
comment on column desk.needs_sealed_answer.hub_id is 'The hub';
comment on column desk.needs_sealed_answer.ticket_id is 'The visit';
comment on column desk.needs_sealed_answer.assessment_id is 'The assessment';
comment on column desk.needs_sealed_answer.question is 'Code of the question';
comment on column desk.needs_sealed_answer.account_id is 'The officer who wrote it';
comment on column desk.needs_sealed_answer.key_owner_id is 'The person whose key seals it';
comment on column desk.needs_sealed_answer.sealed is 'AES-256-GCM';
comment on column desk.needs_sealed_answer.changed_at is 'When';
create index needs_sealed_answer_of_account on desk.needs_sealed_answer (network_id, hub_id, account_id);
create index needs_sealed_answer_of_ticket on desk.needs_sealed_answer (network_id, ticket_id);
create table desk.orientation (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  revision integer not null check (revision > 0),
  person_id uuid not null,
  organization_id uuid,
  fitting integer not null check (fitting >= 0),
  weighed integer not null check (weighed >= 0),
  losses_told boolean not null,
  at timestamptz not null,
  account_id uuid,
  primary key (network_id, id),
  unique (network_id, ticket_id, revision),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id)
);
comment on table desk.orientation is 'The services named to her in a visit; a later revision takes the place of an earlier one';
comment on column desk.orientation.network_id is 'The network';
comment on column desk.orientation.id is 'UUIDv7 of the orientation';
comment on column desk.orientation.hub_id is 'The hub';
comment on column desk.orientation.ticket_id is 'The visit';
comment on column desk.orientation.revision is '1, 2 …; two officers cannot both write the same one';
comment on column desk.orientation.person_id is 'The person spoken to';
comment on column desk.orientation.organization_id is 'The organization, when the client is one';
comment on column desk.orientation.fitting is 'How many services fitted when it was decided';
comment on column desk.orientation.weighed is 'How many services were weighed';
comment on column desk.orientation.losses_told is 'She was told what may be lost by accepting';
comment on column desk.orientation.at is 'When';
comment on column desk.orientation.account_id is 'The officer';
create index orientation_of_hub on desk.orientation (network_id, hub_id);
create table desk.orientation_choice (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  orientation_id uuid not null,
  service_id uuid not null,
  service_type text not null,
  position smallint not null check (position between 1 and 5),
  standing text not null check (standing in ('fits', 'ask', 'no')),
  failed text[] not null default '{}',
  override_reason text check (override_reason in ('provider-agreed', 'rule-changes-soon', 'papers-coming', 'entry-wrong', 'only-help')),
  primary key (network_id, id),
  unique (network_id, orientation_id, position),
  unique (network_id, orientation_id, service_id),
  foreign key (network_id, orientation_id) references desk.orientation (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id),
  check ((standing = 'no') = (override_reason is not null))
);
comment on table desk.orientation_choice is 'One service of an orientation, in the order she prefers';
comment on column desk.orientation_choice.network_id is 'The network';
comment on column desk.orientation_choice.id is 'UUIDv7 of the choice';
comment on column desk.orientation_choice.hub_id is 'The hub';
comment on column desk.orientation_choice.orientation_id is 'The orientation';
comment on column desk.orientation_choice.service_id is 'The service';
comment on column desk.orientation_choice.service_type is 'Its main kind when it was chosen';
comment on column desk.orientation_choice.position is '1 is her first choice';
comment on column desk.orientation_choice.standing is 'Whether its rules were met: fits, ask (something is not known), no';
comment on column desk.orientation_choice.failed is 'What its failed rules look at';
comment on column desk.orientation_choice.override_reason is 'Why it was chosen although a rule failed';
create index orientation_choice_of_hub on desk.orientation_choice (network_id, hub_id);
create index orientation_choice_of_service on desk.orientation_choice (network_id, service_id);
create table desk.slip (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  orientation_id uuid not null,
  code text not null,
  door bytea not null check (octet_length(door) = 32),
  lang text not null check (lang in ('ar', 'fr', 'en')),
  service_id uuid,
  location_id uuid,
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, id),
  unique (network_id, code),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, orientation_id) references desk.orientation (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id)
);
comment on table desk.slip is 'The paper she takes home; with its code and her spoken word she reads where she stands';
comment on column desk.slip.network_id is 'The network';
comment on column desk.slip.id is 'UUIDv7 of the slip';
comment on column desk.slip.hub_id is 'The hub';
comment on column desk.slip.ticket_id is 'The visit';
comment on column desk.slip.orientation_id is 'The orientation it prints';
comment on column desk.slip.code is 'Printed on the slip: eight letters and digits that cannot be confused';
comment on column desk.slip.door is 'Keyed hash of code and spoken word; the word itself is nowhere';
comment on column desk.slip.lang is 'The language of the slip';
comment on column desk.slip.service_id is 'The next step; empty when naming it could expose her';
comment on column desk.slip.location_id is 'Where';
comment on column desk.slip.made_at is 'When';
comment on column desk.slip.made_by is 'The officer';
create index slip_of_ticket on desk.slip (network_id, ticket_id);
create index slip_of_hub on desk.slip (network_id, hub_id);
create index slip_door on desk.slip (network_id, door);
create table desk.slip_opening (
  network_id uuid not null,
  pass bytea not null check (octet_length(pass) = 32),
  slip_id uuid not null,
  until_at timestamptz not null,
  primary key (network_id, pass),
  foreign key (network_id, slip_id) references desk.slip (network_id, id)
);
comment on table desk.slip_opening is 'A slip opened with its word: for fifteen minutes its status may be read with this pass';
comment on column desk.slip_opening.network_id is 'The network';
comment on column desk.slip_opening.pass is 'Hash of the pass';
comment on column desk.slip_opening.slip_id is 'The slip';
comment on column desk.slip_opening.until_at is 'When the pass ends';
create table desk.slip_step (
  network_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  step text not null check (step in ('received', 'oriented', 'sent', 'accepted', 'declined', 'served', 'closed')),
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id)
);
comment on table desk.slip_step is 'How far a visit has come, in neutral steps: all that a slip ever shows';
comment on column desk.slip_step.network_id is 'The network';
comment on column desk.slip_step.id is 'UUIDv7 of the step';
comment on column desk.slip_step.ticket_id is 'The visit';
comment on column desk.slip_step.step is 'received, oriented, sent, accepted, declined, served or closed';
comment on column desk.slip_step.at is 'When';
create index slip_step_of_ticket on desk.slip_step (network_id, ticket_id, at);

alter table desk.form enable row level security;
alter table desk.form force row level security;
alter table desk.form_question enable row level security;
alter table desk.form_question force row level security;
alter table desk.needs_assessment enable row level security;
alter table desk.needs_assessment force row level security;
alter table desk.needs_answer enable row level security;
alter table desk.needs_answer force row level security;
alter table desk.needs_sealed_answer enable row level security;
alter table desk.needs_sealed_answer force row level security;
alter table desk.orientation enable row level security;
alter table desk.orientation force row level security;
alter table desk.orientation_choice enable row level security;
alter table desk.orientation_choice force row level security;
alter table desk.slip enable row level security;
alter table desk.slip force row level security;
alter table desk.slip_opening enable row level security;
alter table desk.slip_opening force row level security;
alter table desk.slip_step enable row level security;
alter table desk.slip_step force row level security;

create policy form_read on desk.form for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy form_write on desk.form for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy form_question_read on desk.form_question for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy form_question_write on desk.form_question for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy needs_assessment_read on desk.needs_assessment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_assessment_write on desk.needs_assessment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_assessment_change on desk.needs_assessment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_answer_read on desk.needs_answer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_answer_write on desk.needs_answer for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_answer_change on desk.needs_answer for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy needs_answer_erase on desk.needs_answer for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
-- trust.md 2.1: an officer reads what she typed herself, until the ticket closes. Nobody else, no manager.
create policy needs_sealed_answer_read on desk.needs_sealed_answer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.state in ('called', 'in-progress')));
create policy needs_sealed_answer_write on desk.needs_sealed_answer for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.state in ('called', 'in-progress')));
create policy needs_sealed_answer_change on desk.needs_sealed_answer for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.state in ('called', 'in-progress')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.state in ('called', 'in-progress')));
create policy needs_sealed_answer_erase on desk.needs_sealed_answer for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.state in ('called', 'in-progress')));
create policy orientation_read on desk.orientation for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy orientation_write on desk.orientation for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy orientation_choice_read on desk.orientation_choice for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy orientation_choice_write on desk.orientation_choice for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy slip_read on desk.slip for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy slip_write on desk.slip for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
-- Without an account: only the row whose keyed hash, or whose live pass, the request itself brought.
create policy slip_opening_read on desk.slip_opening for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and pass = (select decode(nullif(current_setting('app.link', true), ''), 'hex')));
create policy slip_opening_write on desk.slip_opening for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy slip_by_word on desk.slip for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and door = (select decode(nullif(current_setting('app.link', true), ''), 'hex')));
create policy slip_by_pass on desk.slip for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select o.slip_id from desk.slip_opening o where o.until_at > now()));
create policy slip_step_read on desk.slip_step for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (ticket_id in (select t.id from desk.ticket t) or ticket_id in (select s.ticket_id from desk.slip s)));
create policy slip_step_write on desk.slip_step for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on desk.form, desk.form_question, desk.orientation, desk.orientation_choice, desk.slip, desk.slip_opening, desk.slip_step to hadina_app;
grant select, insert, update on desk.needs_assessment to hadina_app;
grant select, insert, update, delete on desk.needs_answer, desk.needs_sealed_answer to hadina_app;
