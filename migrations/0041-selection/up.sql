-- Who judges a call, what each juror gave, the order that follows, who asked for the decision and who took it. Two different persons, by
-- the database and not by the program; what was put before a decision is never changed.
create table incubation.jury_member (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  account_id uuid not null,
  named_by uuid,
  from_at timestamptz not null,
  checked_at timestamptz,
  left_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, named_by) references network.account (network_id, id)
);
comment on table incubation.jury_member is 'A juror of a call, from when until when';
comment on column incubation.jury_member.network_id is 'The network; first in every key';
comment on column incubation.jury_member.id is 'UUIDv7';
comment on column incubation.jury_member.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.jury_member.call_id is 'The call';
comment on column incubation.jury_member.account_id is 'Who';
comment on column incubation.jury_member.named_by is 'Who named her; empty when a program did';
comment on column incubation.jury_member.from_at is 'Since when';
comment on column incubation.jury_member.checked_at is 'When her links with applicants were looked for after the closing; before that she sees nothing';
comment on column incubation.jury_member.left_at is 'When she left';
create unique index jury_member_once on incubation.jury_member (network_id, call_id, account_id) where left_at is null;
create index jury_member_of_account on incubation.jury_member (network_id, account_id) where left_at is null;
create index jury_member_of_hub on incubation.jury_member (network_id, hub_id);
alter table incubation.jury_member enable row level security;
alter table incubation.jury_member force row level security;
create policy jury_member_read on incubation.jury_member for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy jury_member_name on incubation.jury_member for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy jury_member_change on incubation.jury_member for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
grant select, insert on incubation.jury_member to hadina_app;
grant update (checked_at, left_at) on incubation.jury_member to hadina_app;

create table incubation.conflict (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('own', 'kin', 'past_link', 'accompanied', 'typed')),
  declared_at timestamptz not null,
  primary key (network_id, application_id, account_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
comment on table incubation.conflict is 'Somebody who may not judge or decide on an application, because of a link; it is never taken back';
comment on column incubation.conflict.network_id is 'The network; first in every key';
comment on column incubation.conflict.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.conflict.call_id is 'The call';
comment on column incubation.conflict.application_id is 'The application';
comment on column incubation.conflict.account_id is 'Who is kept from it';
comment on column incubation.conflict.kind is 'own, kin, past_link: said by herself; accompanied, typed: found by the house';
comment on column incubation.conflict.declared_at is 'Since when';
create index conflict_of_account on incubation.conflict (network_id, account_id, call_id);
create index conflict_of_call on incubation.conflict (network_id, call_id);
create index conflict_of_hub on incubation.conflict (network_id, hub_id);
alter table incubation.conflict enable row level security;
alter table incubation.conflict force row level security;
create policy conflict_read on incubation.conflict for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy conflict_declare on incubation.conflict for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or (account_id = (select nullif(current_setting('app.account', true), '')::uuid) and call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid)))));
grant select, insert on incubation.conflict to hadina_app;

-- A juror reads applications of her calls by number: after the closing, when her links were looked for, never where she has one.
create policy application_judged on incubation.application for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state in ('applied', 'pre_evaluated', 'selected', 'waitlisted', 'rejected') and call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and j.left_at is null and j.checked_at is not null)
    and id not in (select k.application_id from incubation.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    and person_id not in (select a.person_id from people.kept_apart a));
create policy answer_judged on incubation.answer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and application_id in (select a.id from incubation.application a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.state in ('applied', 'pre_evaluated', 'selected', 'waitlisted', 'rejected') and a.call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and j.left_at is null and j.checked_at is not null))
    and application_id not in (select k.application_id from incubation.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid)));

create table incubation.rubric_score (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  criterion text not null,
  account_id uuid not null,
  points smallint not null check (points >= 0),
  reason text check (length(reason) <= 300),
  scored_at timestamptz not null,
  primary key (network_id, application_id, criterion, account_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, call_id, criterion) references incubation.criterion (network_id, call_id, code),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
comment on table incubation.rubric_score is 'What one juror gave one application for one criterion';
comment on column incubation.rubric_score.network_id is 'The network; first in every key';
comment on column incubation.rubric_score.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.rubric_score.call_id is 'The call';
comment on column incubation.rubric_score.application_id is 'The application';
comment on column incubation.rubric_score.criterion is 'The criterion';
comment on column incubation.rubric_score.account_id is 'The juror';
comment on column incubation.rubric_score.points is 'Whole points';
comment on column incubation.rubric_score.reason is 'Why, in her words; about the project, never about a person';
comment on column incubation.rubric_score.scored_at is 'When, last';
create index rubric_score_of_call on incubation.rubric_score (network_id, call_id, account_id);
create index rubric_score_of_hub on incubation.rubric_score (network_id, hub_id);
alter table incubation.rubric_score enable row level security;
alter table incubation.rubric_score force row level security;
create policy rubric_score_read on incubation.rubric_score for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy rubric_score_give on incubation.rubric_score for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid) and call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and j.left_at is null and j.checked_at is not null)
    and application_id not in (select k.application_id from incubation.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy rubric_score_again on incubation.rubric_score for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid) and call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and j.left_at is null and j.checked_at is not null)
    and application_id not in (select k.application_id from incubation.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid) and call_id in (select j.call_id from incubation.jury_member j where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and j.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and j.left_at is null and j.checked_at is not null)
    and application_id not in (select k.application_id from incubation.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
grant select, insert on incubation.rubric_score to hadina_app;
grant update (points, reason, scored_at) on incubation.rubric_score to hadina_app;

-- Points are given while the call is closed and not scored yet, never more than the criterion has, and only where a jury gives them. Each juror
-- holds her own place while she writes; whoever ends the scoring waits for all of them, so that no point follows the ranking.
create function incubation.keep_scores() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform from incubation.jury_member j where j.network_id = new.network_id and j.call_id = new.call_id and j.account_id = new.account_id and j.left_at is null for share;
  if not exists (select from incubation.call c where c.network_id = new.network_id and c.id = new.call_id and c.state = 'closed') then
    raise exception 'scores are given after the closing and before the scoring ends' using errcode = 'check_violation', constraint = 'rubric_score_time';
  end if;
  if not exists (select from incubation.criterion c where c.network_id = new.network_id and c.call_id = new.call_id and c.code = new.criterion and c.kind = 'jury' and new.points <= c.most) then
    raise exception 'more points than the criterion has' using errcode = 'check_violation', constraint = 'rubric_score_most';
  end if;
  return new;
end $$;
comment on function incubation.keep_scores is 'A score belongs to its time and its criterion';
create trigger keep_scores before insert or update on incubation.rubric_score for each row execute function incubation.keep_scores();
create function incubation.wait_for_jurors() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform from incubation.jury_member j where j.network_id = new.network_id and j.call_id = new.id and j.left_at is null order by j.id for update;
  return new;
end $$;
comment on function incubation.wait_for_jurors is 'Whoever ends the scoring waits for jurors who are writing';
create trigger wait_for_jurors before update of state on incubation.call for each row when (old.state = 'closed' and new.state = 'scored')
  execute function incubation.wait_for_jurors();

create table incubation.selection (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  version integer not null check (version > 0),
  made_by uuid,
  made_at timestamptz not null,
  formula jsonb not null,
  quotas jsonb not null,
  applications integer not null,
  progress integer not null default 0,
  primary key (network_id, id),
  unique (network_id, call_id, version),
  unique (network_id, call_id, id),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table incubation.selection is 'One ranking of a call: the rules as they stood, and what became of the quotas';
comment on column incubation.selection.network_id is 'The network; first in every key';
comment on column incubation.selection.id is 'UUIDv7';
comment on column incubation.selection.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.selection.call_id is 'The call';
comment on column incubation.selection.version is 'Its number in the call';
comment on column incubation.selection.made_by is 'Who asked for it';
comment on column incubation.selection.made_at is 'When';
comment on column incubation.selection.formula is 'Criteria with weight and most, quotas, places, waiting list and tie-break, as they were used';
comment on column incubation.selection.quotas is 'For each quota how many were taken of how many there are';
comment on column incubation.selection.applications is 'How many were ranked';
comment on column incubation.selection.progress is 'How many of them are written';
create index selection_of_hub on incubation.selection (network_id, hub_id);
alter table incubation.selection enable row level security;
alter table incubation.selection force row level security;
create policy selection_read on incubation.selection for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy selection_make on incubation.selection for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy selection_go_on on incubation.selection for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.selection to hadina_app;
grant update (progress, quotas) on incubation.selection to hadina_app;

create table incubation.standing (
  network_id uuid not null,
  hub_id uuid not null,
  selection_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  receipt text not null,
  raw integer not null,
  adjusted integer not null,
  rank integer not null check (rank > 0),
  outcome text not null check (outcome in ('selected', 'waitlisted', 'rejected')),
  why text not null check (why in ('by_score', 'by_quota', 'quota_full', 'kept_for_quota', 'below')),
  quota_id uuid,
  points jsonb not null,
  disagree boolean not null,
  tie text,
  primary key (network_id, selection_id, application_id),
  unique (network_id, selection_id, rank),
  foreign key (network_id, call_id, selection_id) references incubation.selection (network_id, call_id, id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id)
);
comment on table incubation.standing is 'Where one application stands in one ranking, and why';
comment on column incubation.standing.network_id is 'The network; first in every key';
comment on column incubation.standing.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.standing.selection_id is 'The ranking';
comment on column incubation.standing.call_id is 'The call';
comment on column incubation.standing.application_id is 'The application';
comment on column incubation.standing.receipt is 'Its number';
comment on column incubation.standing.raw is 'Score in thousandths, with jurors as they are';
comment on column incubation.standing.adjusted is 'Score in thousandths, with jurors made comparable; it decides';
comment on column incubation.standing.rank is 'Its place';
comment on column incubation.standing.outcome is 'What follows';
comment on column incubation.standing.why is 'Why';
comment on column incubation.standing.quota_id is 'Which quota made the difference';
comment on column incubation.standing.points is 'For each criterion the points in thousandths, raw and adjusted';
comment on column incubation.standing.disagree is 'Jurors lie far apart';
comment on column incubation.standing.tie is 'What told it from an equal one above';
create index standing_of_application on incubation.standing (network_id, application_id);
create index standing_list on incubation.standing (network_id, selection_id, outcome, rank);
create index standing_of_hub on incubation.standing (network_id, hub_id);
alter table incubation.standing enable row level security;
alter table incubation.standing force row level security;
create policy standing_read on incubation.standing for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy standing_write on incubation.standing for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.standing to hadina_app;

create table incubation.decision (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  selection_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  present uuid[] not null,
  quorum smallint not null check (quorum >= 0),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'returned')),
  words text check (length(words) <= 500),
  published_at timestamptz,
  appeals_until timestamptz,
  primary key (network_id, id),
  unique (network_id, selection_id),
  foreign key (network_id, call_id, selection_id) references incubation.selection (network_id, call_id, id),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  constraint decision_four_eyes check (decided_by <> asked_by),
  constraint decision_quorum check (cardinality(present) >= quorum),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decision is null)),
  check (published_at is null or decision = 'approved'),
  check ((published_at is null) = (appeals_until is null))
);
comment on table incubation.decision is 'A ranking put before somebody else: asked by one, decided by another, with a quorum of jurors';
comment on column incubation.decision.network_id is 'The network; first in every key';
comment on column incubation.decision.id is 'UUIDv7';
comment on column incubation.decision.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.decision.call_id is 'The call';
comment on column incubation.decision.selection_id is 'The ranking it is about';
comment on column incubation.decision.asked_by is 'Who puts it forward';
comment on column incubation.decision.asked_at is 'When';
comment on column incubation.decision.present is 'The jurors who sat';
comment on column incubation.decision.quorum is 'How many must sit: more than half of the jury; none where nothing is judged';
comment on column incubation.decision.decided_by is 'Who decides; never the one who asked';
comment on column incubation.decision.decided_at is 'When';
comment on column incubation.decision.decision is 'Approved, or given back to be done again';
comment on column incubation.decision.words is 'Why it was given back';
comment on column incubation.decision.published_at is 'When the results were published';
comment on column incubation.decision.appeals_until is 'Until when an appeal is taken';
create unique index decision_one_open on incubation.decision (network_id, call_id) where decision is null;
create unique index decision_one_approved on incubation.decision (network_id, call_id) where decision = 'approved';
create index decision_of_hub on incubation.decision (network_id, hub_id);
alter table incubation.decision enable row level security;
alter table incubation.decision force row level security;
create policy decision_read on incubation.decision for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy decision_ask on incubation.decision for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and asked_by = (select nullif(current_setting('app.account', true), '')::uuid) and decided_by is null and published_at is null and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy decision_take on incubation.decision for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.decision to hadina_app;
grant update (decided_by, decided_at, decision, words, published_at, appeals_until) on incubation.decision to hadina_app;

-- Nobody decides for another, on an application of her own or of her kin, or twice; and an answer stays.
create function incubation.keep_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
declare me uuid := nullif(current_setting('app.account', true), '')::uuid; jurors uuid[];
begin
  if tg_op = 'INSERT' then
    jurors := array(select j.account_id from incubation.jury_member j where j.network_id = new.network_id and j.call_id = new.call_id and j.left_at is null);
    if (select count(distinct sat) from unnest(new.present) sat) < cardinality(new.present) or not new.present <@ jurors
      or (exists (select from incubation.criterion c where c.network_id = new.network_id and c.call_id = new.call_id and c.kind = 'jury') and 2 * new.quorum <= cardinality(jurors)) then
      raise exception 'more than half of the living jury sits, each juror once' using errcode = 'check_violation', constraint = 'decision_quorum';
    end if;
  end if;
  if (tg_op = 'INSERT' or old.decided_by is null and new.decided_by is not null) and exists (select from incubation.application a where a.network_id = new.network_id and a.call_id = new.call_id
    and a.submitted_at is not null and a.person_id in (select k.person_id from people.kept_apart k)) then
    raise exception 'somebody else puts forward or decides' using errcode = 'check_violation', constraint = 'decision_conflict';
  end if;
  if tg_op = 'UPDATE' and (new.asked_by, new.asked_at, new.selection_id, new.present, new.quorum) is distinct from (old.asked_by, old.asked_at, old.selection_id, old.present, old.quorum) then
    raise exception 'what was put forward stays' using errcode = 'check_violation', constraint = 'decision_kept';
  end if;
  if tg_op = 'UPDATE' and old.decided_by is not null and (new.decided_by, new.decided_at, new.decision, new.words) is distinct from (old.decided_by, old.decided_at, old.decision, old.words) then
    raise exception 'a decision stays' using errcode = 'check_violation', constraint = 'decision_kept';
  end if;
  if tg_op = 'UPDATE' and old.published_at is not null and (new.published_at, new.appeals_until) is distinct from (old.published_at, old.appeals_until) then
    raise exception 'results are published once' using errcode = 'check_violation', constraint = 'decision_kept';
  end if;
  if tg_op = 'UPDATE' and old.decided_by is null and new.decided_by is distinct from me then
    raise exception 'nobody decides for another' using errcode = 'check_violation', constraint = 'decision_by_another';
  end if;
  if exists (select from incubation.conflict k where k.network_id = new.network_id and k.call_id = new.call_id and k.kind in ('own', 'kin', 'past_link') and k.account_id in (new.asked_by, new.decided_by)) then
    raise exception 'somebody with a link to an applicant puts forward or decides' using errcode = 'check_violation', constraint = 'decision_conflict';
  end if;
  return new;
end $$;
comment on function incubation.keep_decision is 'Four eyes: asked, then decided by somebody else without a link; nothing else';
create trigger keep_decision before insert or update on incubation.decision for each row execute function incubation.keep_decision();

-- What lies before a decision is what was decided: nothing of a ranking is added or changed once it was put forward.
create function incubation.keep_standing() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from incubation.decision d where d.network_id = new.network_id and d.selection_id = case tg_table_name when 'standing' then (to_jsonb(new) ->> 'selection_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end) then
    raise exception 'a ranking that was put forward stays' using errcode = 'check_violation', constraint = 'standing_kept';
  end if;
  return new;
end $$;
comment on function incubation.keep_standing is 'A ranking that was put forward stays';
create trigger keep_standing before update on incubation.standing for each row execute function incubation.keep_standing();
-- A ranking is written thousands of rows at a time: each statement is looked at once.
create function incubation.keep_standings() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from incubation.decision d where (d.network_id, d.selection_id) in (select n.network_id, n.selection_id from added n)) then
    raise exception 'a ranking that was put forward stays' using errcode = 'check_violation', constraint = 'standing_kept';
  end if;
  return null;
end $$;
comment on function incubation.keep_standings is 'To a ranking that was put forward no line is added';
create trigger keep_standings after insert on incubation.standing referencing new table as added for each statement execute function incubation.keep_standings();
create trigger keep_standing before update on incubation.selection for each row execute function incubation.keep_standing();

create table incubation.result (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  receipt text not null,
  outcome text not null check (outcome in ('selected', 'waitlisted', 'rejected')),
  why text not null check (why in ('by_score', 'by_quota', 'quota_full', 'kept_for_quota', 'below', 'promoted', 'appeal')),
  quota_id uuid,
  waits_at integer,
  at timestamptz not null,
  primary key (network_id, call_id, receipt),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id)
);
comment on table incubation.result is 'What is published of a call: by receipt, without a name';
comment on column incubation.result.network_id is 'The network; first in every key';
comment on column incubation.result.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.result.call_id is 'The call';
comment on column incubation.result.receipt is 'The number on her slip';
comment on column incubation.result.outcome is 'What follows';
comment on column incubation.result.why is 'Why';
comment on column incubation.result.quota_id is 'Which quota made the difference';
comment on column incubation.result.waits_at is 'Her place on the waiting list when it was published';
comment on column incubation.result.at is 'Since when';
create index result_of_hub on incubation.result (network_id, hub_id);
create index result_list on incubation.result (network_id, call_id, outcome, receipt);
alter table incubation.result enable row level security;
alter table incubation.result force row level security;
create policy result_read on incubation.result for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy result_publish on incubation.result for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy result_move on incubation.result for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.result to hadina_app;
grant update (outcome, why, quota_id, at) on incubation.result to hadina_app;

create table incubation.appeal (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  person_id uuid,
  filed_at timestamptz not null,
  filed_by uuid,
  until_at timestamptz not null,
  ground text not null check (ground in ('points', 'facts', 'rules', 'conflict', 'other')),
  sealed bytea,
  answered_by uuid,
  answered_at timestamptz,
  outcome text check (outcome in ('upheld', 'declined')),
  words text check (length(words) <= 500),
  primary key (network_id, id),
  unique (network_id, application_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, filed_by) references network.account (network_id, id),
  foreign key (network_id, answered_by) references network.account (network_id, id),
  constraint appeal_in_time check (filed_at <= until_at),
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (outcome is null))
);
comment on table incubation.appeal is 'She asks that it be looked at again, within the days the call gives';
comment on column incubation.appeal.network_id is 'The network; first in every key';
comment on column incubation.appeal.id is 'UUIDv7';
comment on column incubation.appeal.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.appeal.call_id is 'The call';
comment on column incubation.appeal.application_id is 'The application';
comment on column incubation.appeal.person_id is 'Who applied; written by the database from the application';
comment on column incubation.appeal.filed_at is 'When';
comment on column incubation.appeal.filed_by is 'Who typed it for her';
comment on column incubation.appeal.until_at is 'Until when it could be filed';
comment on column incubation.appeal.ground is 'What it is about';
comment on column incubation.appeal.sealed is 'In her words, sealed under her key';
comment on column incubation.appeal.answered_by is 'Who answers; nobody who put forward or decided';
comment on column incubation.appeal.answered_at is 'When';
comment on column incubation.appeal.outcome is 'upheld: she stands on the waiting list at the place of her score';
comment on column incubation.appeal.words is 'The answer in words';
create index appeal_of_call on incubation.appeal (network_id, call_id, filed_at);
create index appeal_of_hub on incubation.appeal (network_id, hub_id);
alter table incubation.appeal enable row level security;
alter table incubation.appeal force row level security;
create policy appeal_read on incubation.appeal for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy appeal_file on incubation.appeal for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and answered_by is null and filed_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy appeal_answer on incubation.appeal for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.appeal to hadina_app;
grant update (answered_by, answered_at, outcome, words) on incubation.appeal to hadina_app;

-- An appeal is filed while appeals are taken, and answered by somebody who neither put forward nor decided, in her own name. Her words are
-- taken out of it when she is forgotten, answered or not.
create function incubation.keep_appeal() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' and not exists (select from incubation.decision d where d.network_id = new.network_id and d.call_id = new.call_id and d.appeals_until = new.until_at) then
    raise exception 'no appeal is taken before the results' using errcode = 'check_violation', constraint = 'appeal_in_time';
  end if;
  if tg_op = 'UPDATE' and (new.answered_by, new.answered_at, new.outcome, new.words) is not distinct from (old.answered_by, old.answered_at, old.outcome, old.words) then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.answered_by is not null then
    raise exception 'an answer stays' using errcode = 'check_violation', constraint = 'appeal_kept';
  end if;
  if tg_op = 'UPDATE' and new.answered_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody answers for another' using errcode = 'check_violation', constraint = 'appeal_by_another';
  end if;
  if tg_op = 'UPDATE' and (exists (select from incubation.decision d where d.network_id = new.network_id and d.call_id = new.call_id and d.decision = 'approved' and new.answered_by in (d.asked_by, d.decided_by))
    or exists (select from incubation.conflict k where k.network_id = new.network_id and k.application_id = new.application_id and k.account_id = new.answered_by)) then
    raise exception 'whoever decided, or has a link, answers no appeal' using errcode = 'check_violation', constraint = 'appeal_other_eyes';
  end if;
  return new;
end $$;
comment on function incubation.keep_appeal is 'Other eyes than those that decided';
create trigger keep_appeal before insert or update on incubation.appeal for each row execute function incubation.keep_appeal();

create table incubation.promotion (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  in_place_of_id uuid not null,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, application_id),
  unique (network_id, in_place_of_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, call_id, in_place_of_id) references incubation.application (network_id, call_id, id)
);
comment on table incubation.promotion is 'Somebody moved up from the waiting list into a place that became free';
comment on column incubation.promotion.network_id is 'The network; first in every key';
comment on column incubation.promotion.id is 'UUIDv7';
comment on column incubation.promotion.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.promotion.call_id is 'The call';
comment on column incubation.promotion.application_id is 'Who moved up';
comment on column incubation.promotion.in_place_of_id is 'Whose place became free';
comment on column incubation.promotion.at is 'When';
create index promotion_of_hub on incubation.promotion (network_id, hub_id);
alter table incubation.promotion enable row level security;
alter table incubation.promotion force row level security;
create policy promotion_read on incubation.promotion for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy promotion_make on incubation.promotion for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.promotion to hadina_app;

-- What a jury reads of a sealed answer, the questionnaire says: her project in her own words, never her life.
alter table desk.form_question add column jury boolean not null default false;
comment on column desk.form_question.jury is 'Asked in a call: a jury reads the answer without knowing whose it is, sealed or not';

-- Whose answers they are stands in the row itself, filled from the application, so that no program can forget it.
alter table incubation.answer add column person_id uuid;
comment on column incubation.answer.person_id is 'Who applied; written by the database from the application';
create function incubation.name_person() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.person_id := (select a.person_id from incubation.application a where a.network_id = new.network_id and a.id = new.application_id);
  return new;
end $$;
comment on function incubation.name_person is 'Writes who applied into what belongs to an application';
alter table incubation.answer no force row level security;
alter table incubation.application no force row level security;
update incubation.answer x set person_id = a.person_id from incubation.application a where a.network_id = x.network_id and a.id = x.application_id;
alter table incubation.application force row level security;
alter table incubation.answer force row level security;
-- A file of thousands names them itself: the function is called where nobody did, four fifths of the time of an answer otherwise.
create trigger name_person before insert on incubation.answer for each row when (new.person_id is null) execute function incubation.name_person();
create trigger name_person before insert on incubation.appeal for each row when (new.person_id is null) execute function incubation.name_person();
create index answer_of_person on incubation.answer (network_id, person_id);
create index appeal_of_person on incubation.appeal (network_id, person_id);

-- Who is kept apart from her finds nothing of it. Whoever leads a call counts all applications of it all the same, by number: a ranking that
-- left one out in silence would wrong her. What she answered and what she appeals against no ranking reads: there is no exception. The login of rights reads what her hub keeps of her, and clears it when she is forgotten.
grant usage on schema incubation to hadina_rights;
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  leads constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['application', 'applicant', 'answer', 'appeal'] loop
    execute format('create policy conflict on incubation.%I as restrictive for select to hadina_app using (%s and (%s or person_id not in (select k.person_id from people.kept_apart k)))', t, net,
      case when t in ('application', 'applicant') then leads else 'false' end);
    execute format('create policy rights_read on incubation.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('create policy rights_erase on incubation.%I for update to hadina_rights using (%s and %s) with check (%s)', t, net, everywhere, net);
    execute format('grant select on incubation.%I to hadina_rights', t);
  end loop;
end $$;
grant update (said, sealed) on incubation.answer to hadina_rights;
grant update (sealed) on incubation.appeal to hadina_rights;
create policy points_rights on incubation.points for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and application_id in (select a.id from incubation.application a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
grant select on incubation.points to hadina_rights;

-- When she is forgotten her answers go; that she applied and what followed is counted on without them.
create function incubation.forget_answers() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update incubation.answer set said = null, sealed = null where network_id = new.network_id and person_id = new.id;
  update incubation.appeal set sealed = null where network_id = new.network_id and person_id = new.id and sealed is not null;
  return null;
end $$;
comment on function incubation.forget_answers is 'Takes the answers out of the applications of somebody who was erased';
create trigger answers_of_erased after update of erased_at on people.person for each row when (old.erased_at is null and new.erased_at is not null)
  execute function incubation.forget_answers();
