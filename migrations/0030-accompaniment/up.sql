-- Files of whom a hub accompanies: who accompanies her, the plan, sessions with sealed notes, acts, follow-ups, approvals.
-- Three lists say who reads (src/core/policy/reach.ts): app.case_hubs reads the whole case work of a hub, app.assigned_hubs lets
-- a worker read what is assigned to her, app.life_hubs stands before notes (C1b), which open to assigned workers or by a grant.
create schema accompaniment;
comment on schema accompaniment is 'Case files: assignment, plan, sessions, acts, follow-ups, approvals, outcomes';
grant usage on schema accompaniment to hadina_app;

create table accompaniment.case_file (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('project', 'work', 'daily_life', 'organization')),
  person_id uuid,
  organization_id uuid,
  acting_person_id uuid,
  key_owner_id uuid not null,
  opened_from text not null check (opened_from in ('orientation', 'need', 'visit', 'file')),
  ticket_id uuid,
  opened_at timestamptz not null,
  opened_by uuid,
  state text not null check (state in ('oriented', 'in_accompaniment', 'graduated', 'dropped_out', 'referred_out', 'transferred', 'closed')),
  state_at timestamptz not null,
  plan_version integer not null default 0 check (plan_version >= 0),
  approved_version integer check (approved_version between 1 and plan_version),
  next_on date,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, acting_person_id) references people.person (network_id, id),
  foreign key (network_id, key_owner_id) references people.person (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check (num_nonnulls(person_id, organization_id) = 1),
  check ((organization_id is not null) = (kind = 'organization')),
  check ((organization_id is not null) = (acting_person_id is not null)),
  check (key_owner_id = coalesce(person_id, acting_person_id)),
  check (ticket_id is not null or opened_from = 'file')
);
comment on table accompaniment.case_file is 'One client accompanied by one hub towards one end (SM-PERSON-CASE from orientation on)';
comment on column accompaniment.case_file.network_id is 'The network; first in every key';
comment on column accompaniment.case_file.id is 'UUIDv7';
comment on column accompaniment.case_file.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.case_file.kind is 'What she is accompanied towards: a project of her own, work, daily life; organization for a body';
comment on column accompaniment.case_file.person_id is 'The client, when she is a person';
comment on column accompaniment.case_file.organization_id is 'The client, when it is a body';
comment on column accompaniment.case_file.acting_person_id is 'The member who acts for the body';
comment on column accompaniment.case_file.key_owner_id is 'Under whose key the notes are sealed: the client, or the member who acts';
comment on column accompaniment.case_file.opened_from is 'What it grew out of';
comment on column accompaniment.case_file.ticket_id is 'The visit it grew out of';
comment on column accompaniment.case_file.opened_at is 'When it was opened';
comment on column accompaniment.case_file.opened_by is 'Who opened it';
comment on column accompaniment.case_file.state is 'Where she is on the path';
comment on column accompaniment.case_file.state_at is 'Since when';
comment on column accompaniment.case_file.plan_version is 'How often the plan was submitted';
comment on column accompaniment.case_file.approved_version is 'The version of the plan that was approved last';
comment on column accompaniment.case_file.next_on is 'The earliest day on which something open is due: step, session, follow-up';
create index case_file_newest on accompaniment.case_file (network_id, hub_id, opened_at desc, id desc);
create index case_file_by_state on accompaniment.case_file (network_id, hub_id, state, opened_at desc, id desc);
create index case_file_by_day on accompaniment.case_file (network_id, hub_id, next_on, id) where state in ('oriented', 'in_accompaniment');
create index case_file_of_person on accompaniment.case_file (network_id, person_id, hub_id);
create index case_file_of_body on accompaniment.case_file (network_id, organization_id, hub_id) where organization_id is not null;
create unique index case_file_one_open on accompaniment.case_file (network_id, hub_id, coalesce(person_id, organization_id), kind) where state in ('oriented', 'in_accompaniment');
alter table accompaniment.case_file enable row level security;
alter table accompaniment.case_file force row level security;

create table accompaniment.assignment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  account_id uuid not null,
  part text not null check (part in ('main', 'with')),
  state text not null check (state in ('proposed', 'accepted', 'declined', 'ended')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  answered_at timestamptz,
  decline_reason text check (decline_reason in ('too_many', 'knows_her', 'away', 'not_my_field')),
  until_at timestamptz,
  ended_at timestamptz,
  successor_id uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, proposed_by) references network.account (network_id, id),
  foreign key (network_id, successor_id) references network.account (network_id, id),
  check ((decline_reason is not null) = (state = 'declined')),
  check ((ended_at is not null) = (state = 'ended')),
  check (state = 'proposed' or state = 'ended' or answered_at is not null)
);
comment on table accompaniment.assignment is 'Who accompanies: proposed, accepted by herself or declined, until it ends';
comment on column accompaniment.assignment.network_id is 'The network; first in every key';
comment on column accompaniment.assignment.id is 'UUIDv7';
comment on column accompaniment.assignment.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.assignment.case_id is 'The file it belongs to';
comment on column accompaniment.assignment.person_id is 'The client, when she is a person: so that her row opens to who accompanies her';
comment on column accompaniment.assignment.account_id is 'The worker';
comment on column accompaniment.assignment.part is 'main: answers for the file; with: works beside';
comment on column accompaniment.assignment.state is 'proposed, accepted, declined or ended';
comment on column accompaniment.assignment.proposed_by is 'Who proposed it';
comment on column accompaniment.assignment.proposed_at is 'When';
comment on column accompaniment.assignment.answered_at is 'When the worker answered';
comment on column accompaniment.assignment.decline_reason is 'Why she declined';
comment on column accompaniment.assignment.until_at is 'It ends by itself at this moment';
comment on column accompaniment.assignment.ended_at is 'When it ended';
comment on column accompaniment.assignment.successor_id is 'Who was asked to follow her: with her yes this one ends, so that there is neither a gap nor two';
create index assignment_followed on accompaniment.assignment (network_id, successor_id) where successor_id is not null;
create unique index assignment_one_main on accompaniment.assignment (network_id, case_id) where part = 'main' and state = 'accepted';
create unique index assignment_once on accompaniment.assignment (network_id, case_id, account_id) where state in ('proposed', 'accepted');
create index assignment_of_worker on accompaniment.assignment (network_id, account_id, state, hub_id, case_id, person_id);
create index assignment_of_hub on accompaniment.assignment (network_id, hub_id, state, part, account_id, case_id);
create index assignment_of_case on accompaniment.assignment (network_id, case_id);
alter table accompaniment.assignment enable row level security;
alter table accompaniment.assignment force row level security;

create table accompaniment.life_grant (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('supervision', 'cover', 'approval', 'complaint')),
  granted_by uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  revoked_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, granted_by) references network.account (network_id, id),
  check (granted_by <> account_id),
  check (until_at > from_at and until_at <= from_at + interval '90 days')
);
comment on table accompaniment.life_grant is 'Why a colleague who does not accompany her may read notes (C1b), for at most 90 days; never given to oneself';
comment on column accompaniment.life_grant.network_id is 'The network; first in every key';
comment on column accompaniment.life_grant.id is 'UUIDv7';
comment on column accompaniment.life_grant.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.life_grant.case_id is 'The file it belongs to';
comment on column accompaniment.life_grant.account_id is 'Who may read';
comment on column accompaniment.life_grant.purpose is 'What for';
comment on column accompaniment.life_grant.granted_by is 'Who gave it; never the reader';
comment on column accompaniment.life_grant.from_at is 'From';
comment on column accompaniment.life_grant.until_at is 'Until; the databases clock decides';
comment on column accompaniment.life_grant.revoked_at is 'Taken back';
create index life_grant_live on accompaniment.life_grant (network_id, account_id, case_id) where revoked_at is null;
create index life_grant_of_case on accompaniment.life_grant (network_id, hub_id, case_id);
alter table accompaniment.life_grant enable row level security;
alter table accompaniment.life_grant force row level security;

create table accompaniment.goal (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  area text not null,
  words text not null,
  state text not null check (state in ('open', 'reached', 'left')),
  added_by uuid,
  added_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, id),
  unique (network_id, case_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  check ((closed_at is not null) = (state <> 'open'))
);
comment on table accompaniment.goal is 'What is to be reached, in words she understands';
comment on column accompaniment.goal.network_id is 'The network; first in every key';
comment on column accompaniment.goal.id is 'UUIDv7';
comment on column accompaniment.goal.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.goal.case_id is 'The file it belongs to';
comment on column accompaniment.goal.area is 'The field it belongs to: an area of a person or a domain of a diagnosis';
comment on column accompaniment.goal.words is 'The goal, without anything that must stay sealed';
comment on column accompaniment.goal.state is 'open, reached or left aside';
comment on column accompaniment.goal.added_by is 'Who wrote it';
comment on column accompaniment.goal.added_at is 'When';
comment on column accompaniment.goal.closed_at is 'When it was reached or left aside';
create index goal_of on accompaniment.goal (network_id, case_id);
create index goal_of_hub on accompaniment.goal (network_id, hub_id);
alter table accompaniment.goal enable row level security;
alter table accompaniment.goal force row level security;

create table accompaniment.step (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  goal_id uuid not null,
  words text not null,
  who text not null check (who in ('she', 'worker', 'partner')),
  partner_id uuid,
  due_on date,
  done_at timestamptz,
  done_by uuid,
  added_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, case_id, goal_id) references accompaniment.goal (network_id, case_id, id),
  foreign key (network_id, partner_id) references network.organization (network_id, id),
  foreign key (network_id, done_by) references network.account (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  check (partner_id is null or who = 'partner')
);
comment on table accompaniment.step is 'One step towards a goal: who does it and until when';
comment on column accompaniment.step.network_id is 'The network; first in every key';
comment on column accompaniment.step.id is 'UUIDv7';
comment on column accompaniment.step.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.step.case_id is 'The file it belongs to';
comment on column accompaniment.step.goal_id is 'The goal';
comment on column accompaniment.step.words is 'What is to be done';
comment on column accompaniment.step.who is 'Who does it';
comment on column accompaniment.step.partner_id is 'The body that does it';
comment on column accompaniment.step.due_on is 'Until which day';
comment on column accompaniment.step.done_at is 'When it was done';
comment on column accompaniment.step.done_by is 'Who said so';
comment on column accompaniment.step.added_by is 'Who wrote it';
comment on column accompaniment.step.added_at is 'When';
create index step_of on accompaniment.step (network_id, case_id);
create index step_due on accompaniment.step (network_id, hub_id, due_on, case_id) where done_at is null;
alter table accompaniment.step enable row level security;
alter table accompaniment.step force row level security;

create table accompaniment.session (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  account_id uuid,
  place text not null check (place in ('hub', 'home', 'phone', 'outside')),
  planned_at timestamptz not null,
  state text not null check (state in ('planned', 'held', 'missed', 'cancelled')),
  act text,
  minutes integer check (minutes between 1 and 600),
  ended_at timestamptz,
  added_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, case_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  check ((ended_at is not null) = (state <> 'planned')),
  check (state <> 'held' or (minutes is not null and act is not null))
);
comment on table accompaniment.session is 'A meeting of worker and client: planned, held, missed or cancelled';
comment on column accompaniment.session.network_id is 'The network; first in every key';
comment on column accompaniment.session.id is 'UUIDv7';
comment on column accompaniment.session.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.session.case_id is 'The file it belongs to';
comment on column accompaniment.session.account_id is 'The worker';
comment on column accompaniment.session.place is 'Where';
comment on column accompaniment.session.planned_at is 'For when';
comment on column accompaniment.session.state is 'planned, held, missed or cancelled';
comment on column accompaniment.session.act is 'What kind of act it was';
comment on column accompaniment.session.minutes is 'How long it took';
comment on column accompaniment.session.ended_at is 'When it was said to be held, missed or cancelled';
comment on column accompaniment.session.added_at is 'When it was planned';
create index session_of on accompaniment.session (network_id, case_id, planned_at);
create index session_due on accompaniment.session (network_id, hub_id, planned_at, case_id) where state = 'planned';
alter table accompaniment.session enable row level security;
alter table accompaniment.session force row level security;

create table accompaniment.session_note (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  session_id uuid not null,
  field text not null check (field in ('heard', 'agreed', 'observed')),
  copy smallint not null check (copy >= 0),
  key_owner_id uuid not null,
  sealed bytea not null,
  written_by uuid not null,
  changed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, session_id, field, copy),
  foreign key (network_id, hub_id, case_id, session_id) references accompaniment.session (network_id, hub_id, case_id, id),
  foreign key (network_id, key_owner_id) references people.person (network_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id)
);
comment on table accompaniment.session_note is 'What was said and agreed (C1b), sealed, one row for each field, kept while it is typed';
comment on column accompaniment.session_note.network_id is 'The network; first in every key';
comment on column accompaniment.session_note.id is 'UUIDv7';
comment on column accompaniment.session_note.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.session_note.case_id is 'The file it belongs to';
comment on column accompaniment.session_note.session_id is 'The session';
comment on column accompaniment.session_note.field is 'What she said, what was agreed, what the worker observed';
comment on column accompaniment.session_note.copy is '0 is the text; others are texts written meanwhile in another window, kept until somebody chooses';
comment on column accompaniment.session_note.key_owner_id is 'Under whose key it is sealed';
comment on column accompaniment.session_note.sealed is 'The text, sealed for this row';
comment on column accompaniment.session_note.written_by is 'Who wrote it last';
comment on column accompaniment.session_note.changed_at is 'When';
create index session_note_of on accompaniment.session_note (network_id, hub_id, case_id);
create index session_note_by on accompaniment.session_note (network_id, written_by);
alter table accompaniment.session_note enable row level security;
alter table accompaniment.session_note force row level security;

create table accompaniment.special_need (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  key_owner_id uuid not null,
  sealed bytea not null,
  written_by uuid not null,
  changed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, case_id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, key_owner_id) references people.person (network_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id)
);
comment on table accompaniment.special_need is 'What she needs in order to come (C1b): sign language, somebody who comes along, a visit at home; sealed';
comment on column accompaniment.special_need.network_id is 'The network; first in every key';
comment on column accompaniment.special_need.id is 'UUIDv7';
comment on column accompaniment.special_need.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.special_need.case_id is 'The file it belongs to';
comment on column accompaniment.special_need.key_owner_id is 'Under whose key it is sealed';
comment on column accompaniment.special_need.sealed is 'The needs, sealed for this row';
comment on column accompaniment.special_need.written_by is 'Who wrote it last';
comment on column accompaniment.special_need.changed_at is 'When';
create index special_need_of on accompaniment.special_need (network_id, hub_id, case_id);
create index special_need_by on accompaniment.special_need (network_id, written_by);
alter table accompaniment.special_need enable row level security;
alter table accompaniment.special_need force row level security;

create table accompaniment.act (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  act text not null,
  minutes integer not null check (minutes between 1 and 600),
  on_day date not null,
  account_id uuid,
  session_id uuid,
  recorded_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, session_id) references accompaniment.session (network_id, id),
  unique (network_id, session_id),
  check (act in ('orientation', 'accompaniment', 'follow_up', 'entrepreneurship', 'incubation', 'skills', 'legal', 'marketing', 'training', 'finance'))
);
comment on table accompaniment.act is 'One typed act with its minutes (domain.md 1.12)';
comment on column accompaniment.act.network_id is 'The network; first in every key';
comment on column accompaniment.act.id is 'UUIDv7';
comment on column accompaniment.act.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.act.case_id is 'The file it belongs to';
comment on column accompaniment.act.act is 'What kind of act';
comment on column accompaniment.act.minutes is 'How long it took';
comment on column accompaniment.act.on_day is 'The day it was done, as the hub counts days';
comment on column accompaniment.act.account_id is 'Who did it';
comment on column accompaniment.act.session_id is 'The session it was, if it was one';
comment on column accompaniment.act.recorded_at is 'When it was written down';
create index act_of on accompaniment.act (network_id, case_id, on_day);
create index act_of_hub on accompaniment.act (network_id, hub_id, on_day);
alter table accompaniment.act enable row level security;
alter table accompaniment.act force row level security;

create table accompaniment.follow_up (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  what text not null check (what in ('call', 'home_visit', 'papers', 'partner', 'm3', 'm6', 'm12')),
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  found text check (found in ('well', 'needs_help', 'not_reached')),
  added_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, done_by) references network.account (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  check ((found is not null) = (done_at is not null))
);
comment on table accompaniment.follow_up is 'Something to come back to on a day';
comment on column accompaniment.follow_up.network_id is 'The network; first in every key';
comment on column accompaniment.follow_up.id is 'UUIDv7';
comment on column accompaniment.follow_up.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.follow_up.case_id is 'The file it belongs to';
comment on column accompaniment.follow_up.what is 'What is to be done: a call, a visit, papers, asking a partner, or the look after 3, 6, 12 months';
comment on column accompaniment.follow_up.due_on is 'On which day';
comment on column accompaniment.follow_up.done_at is 'When it was done';
comment on column accompaniment.follow_up.done_by is 'Who did it';
comment on column accompaniment.follow_up.found is 'How it went';
comment on column accompaniment.follow_up.added_by is 'Who wrote it';
comment on column accompaniment.follow_up.added_at is 'When';
create index follow_up_of on accompaniment.follow_up (network_id, case_id);
create index follow_up_due on accompaniment.follow_up (network_id, hub_id, due_on, what, case_id) where done_at is null;
alter table accompaniment.follow_up enable row level security;
alter table accompaniment.follow_up force row level security;

create table accompaniment.approval (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  about text not null check (about in ('plan', 'closure')),
  version integer,
  content jsonb,
  outcome text check (outcome in ('graduated', 'referred_out', 'closed')),
  reason text,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text check (decision in ('approved', 'returned')),
  decided_by uuid,
  decided_at timestamptz,
  words text,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  check (decided_by <> asked_by),
  check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
  check ((about = 'plan') = (version is not null and content is not null)),
  check ((about = 'closure') = (outcome is not null and reason is not null))
);
comment on table accompaniment.approval is 'A plan or the end of a file before somebody else than its author';
comment on column accompaniment.approval.network_id is 'The network; first in every key';
comment on column accompaniment.approval.id is 'UUIDv7';
comment on column accompaniment.approval.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.approval.case_id is 'The file it belongs to';
comment on column accompaniment.approval.about is 'The plan or the end of the file';
comment on column accompaniment.approval.version is 'Which version of the plan';
comment on column accompaniment.approval.content is 'The plan as it was submitted: goals and steps';
comment on column accompaniment.approval.outcome is 'How the file is to end';
comment on column accompaniment.approval.reason is 'Why';
comment on column accompaniment.approval.asked_by is 'The author';
comment on column accompaniment.approval.asked_at is 'When she asked';
comment on column accompaniment.approval.decision is 'approved or returned';
comment on column accompaniment.approval.decided_by is 'Who decided; never the author';
comment on column accompaniment.approval.decided_at is 'When';
comment on column accompaniment.approval.words is 'What to change, when it is returned';
create unique index approval_one_open on accompaniment.approval (network_id, case_id, about) where decision is null;
create unique index approval_version on accompaniment.approval (network_id, case_id, version) where about = 'plan';
create index approval_waiting on accompaniment.approval (network_id, hub_id, asked_at) where decision is null;
alter table accompaniment.approval enable row level security;
alter table accompaniment.approval force row level security;

create table accompaniment.outcome (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  outcome text not null check (outcome in ('graduated', 'dropped_out', 'referred_out', 'transferred', 'closed', 'reopened')),
  reason text not null,
  by_account uuid,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, by_account) references network.account (network_id, id)
);
comment on table accompaniment.outcome is 'Each end of a file, and each time it was opened again';
comment on column accompaniment.outcome.network_id is 'The network; first in every key';
comment on column accompaniment.outcome.id is 'UUIDv7';
comment on column accompaniment.outcome.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.outcome.case_id is 'The file it belongs to';
comment on column accompaniment.outcome.outcome is 'How it ended, or that it was opened again';
comment on column accompaniment.outcome.reason is 'Why';
comment on column accompaniment.outcome.by_account is 'Who said so';
comment on column accompaniment.outcome.at is 'When';
create index outcome_of on accompaniment.outcome (network_id, case_id, at);
create index outcome_of_hub on accompaniment.outcome (network_id, hub_id);
alter table accompaniment.outcome enable row level security;
alter table accompaniment.outcome force row level security;

create table accompaniment.diagnosis (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  case_id uuid not null,
  scores jsonb not null check (jsonb_typeof(scores) = 'object'),
  made_by uuid,
  made_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, case_id) references accompaniment.case_file (network_id, hub_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table accompaniment.diagnosis is 'How strong a body is in each domain, as its members and the worker see it together';
comment on column accompaniment.diagnosis.network_id is 'The network; first in every key';
comment on column accompaniment.diagnosis.id is 'UUIDv7';
comment on column accompaniment.diagnosis.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column accompaniment.diagnosis.case_id is 'The file it belongs to';
comment on column accompaniment.diagnosis.scores is 'Domain to a score from 1, nothing yet, to 5, others learn from it';
comment on column accompaniment.diagnosis.made_by is 'Who wrote it down';
comment on column accompaniment.diagnosis.made_at is 'When';
create index diagnosis_of on accompaniment.diagnosis (network_id, case_id, made_at);
create index diagnosis_of_hub on accompaniment.diagnosis (network_id, hub_id);
alter table accompaniment.diagnosis enable row level security;
alter table accompaniment.diagnosis force row level security;

-- That a file exists is ordinary (C0) for who reads persons at the hub; a proposed or accepted worker reads it too.
create policy case_file_read on accompaniment.case_file for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state in ('proposed', 'accepted') and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy case_file_open on accompaniment.case_file for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy case_file_change on accompaniment.case_file for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.case_file to hadina_app;
grant update (state, state_at, plan_version, approved_version, next_on) on accompaniment.case_file to hadina_app;

create policy assignment_read on accompaniment.assignment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or ((account_id = (select nullif(current_setting('app.account', true), '')::uuid) or successor_id = (select nullif(current_setting('app.account', true), '')::uuid)) and hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[]))));
create policy assignment_propose on accompaniment.assignment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy assignment_answer on accompaniment.assignment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or ((account_id = (select nullif(current_setting('app.account', true), '')::uuid) or successor_id = (select nullif(current_setting('app.account', true), '')::uuid)) and hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[]))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or ((account_id = (select nullif(current_setting('app.account', true), '')::uuid) or successor_id = (select nullif(current_setting('app.account', true), '')::uuid)) and hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[]))));
grant select, insert on accompaniment.assignment to hadina_app;
grant update (state, answered_at, decline_reason, until_at, ended_at, successor_id) on accompaniment.assignment to hadina_app;

create policy life_grant_read on accompaniment.life_grant for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy life_grant_give on accompaniment.life_grant for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and granted_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy life_grant_end on accompaniment.life_grant for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.life_grant to hadina_app;
grant update (revoked_at) on accompaniment.life_grant to hadina_app;

-- The work itself: the team of the hub, and who is assigned.
create policy goal_read on accompaniment.goal for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy goal_write on accompaniment.goal for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy goal_change on accompaniment.goal for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.goal to hadina_app;
grant update (area, words, state, closed_at) on accompaniment.goal to hadina_app;

create policy step_read on accompaniment.step for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy step_write on accompaniment.step for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy step_change on accompaniment.step for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.step to hadina_app;
grant update (words, who, partner_id, due_on, done_at, done_by) on accompaniment.step to hadina_app;

create policy session_read on accompaniment.session for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy session_write on accompaniment.session for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy session_change on accompaniment.session for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.session to hadina_app;
grant update (place, planned_at, state, act, minutes, ended_at, account_id) on accompaniment.session to hadina_app;

create policy act_read on accompaniment.act for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy act_write on accompaniment.act for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.act to hadina_app;

create policy follow_up_read on accompaniment.follow_up for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy follow_up_write on accompaniment.follow_up for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy follow_up_change on accompaniment.follow_up for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.follow_up to hadina_app;
grant update (due_on, done_at, done_by, found) on accompaniment.follow_up to hadina_app;

create policy approval_read on accompaniment.approval for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy approval_write on accompaniment.approval for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy approval_change on accompaniment.approval for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.approval to hadina_app;
grant update (decision, decided_by, decided_at, words) on accompaniment.approval to hadina_app;

create policy outcome_read on accompaniment.outcome for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy outcome_write on accompaniment.outcome for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.outcome to hadina_app;

create policy diagnosis_read on accompaniment.diagnosis for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy diagnosis_write on accompaniment.diagnosis for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
      or case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
grant select, insert on accompaniment.diagnosis to hadina_app;

-- Life (C1b): read by who accompanies her or holds a live grant, written by who accompanies her.
create policy session_note_read on accompaniment.session_note for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
      or case_id = any (array(select g.case_id from accompaniment.life_grant g
        where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and g.revoked_at is null and g.from_at <= now() and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy session_note_write on accompaniment.session_note for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy session_note_change on accompaniment.session_note for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on accompaniment.session_note to hadina_app;
grant update (sealed, written_by, changed_at) on accompaniment.session_note to hadina_app;

create policy special_need_read on accompaniment.special_need for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))
      or case_id = any (array(select g.case_id from accompaniment.life_grant g
        where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and g.revoked_at is null and g.from_at <= now() and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy special_need_write on accompaniment.special_need for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy special_need_change on accompaniment.special_need for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]) and written_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on accompaniment.special_need to hadina_app;
grant update (sealed, written_by, changed_at) on accompaniment.special_need to hadina_app;

create policy session_note_settle on accompaniment.session_note for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]) and copy > 0
    and case_id = any (array(select a.case_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state = 'accepted' and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant delete on accompaniment.session_note to hadina_app;

-- Her ordinary row (C0) and her enrolment open to who accompanies her, or is asked to. An array made once, before the rows: the
-- lists of the desk stay as quick as they were (0003).
create policy person_accompanied on people.person for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id = any (array(select a.person_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state in ('proposed', 'accepted') and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy enrolment_accompanied on people.enrolment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id = any (array(select a.person_id from accompaniment.assignment a
        where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and a.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and a.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
          and a.state in ('proposed', 'accepted') and (a.until_at is null or a.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
