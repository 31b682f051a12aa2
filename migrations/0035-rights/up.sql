-- What a person may ask: what is kept of her, that it be put right, that it be erased. A login of its own (hadina_rights) reads what is kept
-- of those who asked and of nobody else; the web's own login gains no right by it.
create schema rights;
grant usage on schema rights to hadina_app, hadina_rights;
alter table people.person add column erased_at timestamptz;
create index person_erased on people.person (network_id, id) where erased_at is not null;
comment on column people.person.erased_at is 'When everything that told who she is was erased; what is left counts and names nobody';

create table rights.request (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('access', 'correct', 'erase')),
  basis text not null check (basis in ('asked', 'retention')),
  identified_by text[] not null check (identified_by <@ array['paper', 'card', 'birth_date', 'phone', 'address', 'known']),
  wish bytea,
  asked_at timestamptz not null,
  asked_by uuid not null,
  due_on date not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  until_at timestamptz,
  state text not null check (state in ('open', 'done', 'refused', 'decided', 'erased', 'withdrawn')),
  reason text check (reason in ('law', 'money', 'not_proved', 'not_wrong', 'others_rights', 'in_use')),
  answer bytea,
  answered_at timestamptz,
  answered_by uuid,
  answered_as text check (answered_as in ('dpo', 'hub_manager')),
  for_dpo boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, confirmed_by) references network.account (network_id, id),
  foreign key (network_id, answered_by) references network.account (network_id, id),
  check (basis = 'retention' or cardinality(identified_by) >= 2),
  check ((state = 'open') = (answered_at is null)),
  check ((state = 'refused') = (reason is not null)),
  check (kind <> 'erase' or state in ('open', 'withdrawn') or answered_by <> asked_by),
  check (kind <> 'erase' or state in ('open', 'withdrawn') or answered_as is not null),
  check (not for_dpo or kind = 'erase'),
  check (confirmed_at is null or kind = 'access'),
  check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (until_at is null)),
  check (confirmed_by <> asked_by)
);
comment on table rights.request is 'What a person asked of what is kept of her, until when it is to be answered, and the answer';
comment on column rights.request.network_id is 'The network; first in every key';
comment on column rights.request.id is 'Identifier';
comment on column rights.request.hub_id is 'The hub she asked';
comment on column rights.request.person_id is 'Who asked';
comment on column rights.request.kind is 'access: what is kept of her; correct: put it right; erase: erase it';
comment on column rights.request.basis is 'asked: she asked; retention: the time for which it may be kept is over';
comment on column rights.request.identified_by is 'By what the officer knew that it is she: two things at least';
comment on column rights.request.wish is 'What is wrong or why, in her words: sealed under her key';
comment on column rights.request.asked_at is 'When she asked';
comment on column rights.request.asked_by is 'The officer who wrote it down';
comment on column rights.request.due_on is 'When an answer is due, by the law of the country';
comment on column rights.request.confirmed_at is 'When a second colleague confirmed that it is she who asks: only then what is kept of her opens';
comment on column rights.request.confirmed_by is 'Who; never whoever wrote the request down';
comment on column rights.request.until_at is 'Until when the sheet of what is kept of her may be made again';
comment on column rights.request.state is 'open, done, refused, decided (an erasure that is being carried out), erased, withdrawn';
comment on column rights.request.reason is 'Why it was refused';
comment on column rights.request.answer is 'What she was answered: sealed under her key';
comment on column rights.request.answered_at is 'When';
comment on column rights.request.answered_by is 'Who answered; never whoever asked for an erasure';
comment on column rights.request.answered_as is 'An erasure: by which role whoever decided it did so';
comment on column rights.request.for_dpo is 'An erasure that the auditor alone decides: other hubs receive her too';
create index request_newest on rights.request (network_id, hub_id, asked_at desc) include (for_dpo);
create index request_of_person on rights.request (network_id, person_id);
create unique index request_one_erasure on rights.request (network_id, person_id) where kind = 'erase' and state in ('open', 'decided');

create table rights.subject (
  network_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  hub_id uuid not null,
  reach text not null check (reach in ('hub', 'everywhere')),
  until_at timestamptz not null,
  primary key (network_id, request_id, person_id),
  foreign key (network_id, request_id) references rights.request (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table rights.subject is 'Whose rows the login of rights reaches now, and for which request';
comment on column rights.subject.network_id is 'The network; first in every key';
comment on column rights.subject.request_id is 'The request';
comment on column rights.subject.person_id is 'A file of hers: her own, and those that were merged with it';
comment on column rights.subject.hub_id is 'The hub she asked';
comment on column rights.subject.reach is 'hub: what this hub keeps; everywhere: all of it, for an erasure that two people decided';
comment on column rights.subject.until_at is 'Afterwards the login reaches nothing of hers any more';
create index subject_of_person on rights.subject (network_id, person_id);
create index subject_of_hub on rights.subject (hub_id);

create table rights.hold (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  why text not null check (why in ('law', 'money')),
  until_on date not null,
  set_at timestamptz not null,
  set_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table rights.hold is 'Why what is kept of somebody may not be erased yet';
comment on column rights.hold.network_id is 'The network; first in every key';
comment on column rights.hold.id is 'Identifier';
comment on column rights.hold.hub_id is 'The hub';
comment on column rights.hold.person_id is 'Whose';
comment on column rights.hold.why is 'law: a court or an authority asks for it; money: it was paid out and has to be shown';
comment on column rights.hold.until_on is 'The last day';
comment on column rights.hold.set_at is 'Since when';
comment on column rights.hold.set_by is 'Who said so';
comment on column rights.hold.ended_at is 'When it was lifted before its day';
comment on column rights.hold.ended_by is 'By whom';
create index hold_of_person on rights.hold (network_id, person_id) where ended_at is null;
create index hold_of_hub on rights.hold (hub_id);

create table rights.certificate (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  body text not null,
  signature bytea not null check (octet_length(signature) = 64),
  made_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, id) references rights.request (network_id, id)
);
comment on table rights.certificate is 'That somebody''s key was destroyed and her data erased, signed by the house';
comment on column rights.certificate.network_id is 'The network; first in every key';
comment on column rights.certificate.id is 'The request it answers';
comment on column rights.certificate.hub_id is 'The hub';
comment on column rights.certificate.body is 'What is certified, as JSON, exactly as it was signed';
comment on column rights.certificate.signature is 'Ed25519 over the body';
comment on column rights.certificate.made_at is 'When it was signed';
create index certificate_of_hub on rights.certificate (hub_id);

create table rights.incident (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('lost_device', 'wrong_recipient', 'seen_by_other', 'break_in', 'lost_data', 'other')),
  data text[] not null check (data <@ array['identity', 'contact', 'life', 'protected', 'accounts'] and cardinality(data) > 0),
  persons integer not null check (persons >= 0),
  happened_at timestamptz not null,
  known_at timestamptz not null,
  due_at timestamptz not null,
  risk text not null check (risk in ('none', 'some', 'high')),
  recorded_by uuid not null,
  told_authority_at timestamptz,
  told_authority_by uuid,
  told_people_at timestamptz,
  told_people_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  foreign key (network_id, told_authority_by) references network.account (network_id, id),
  foreign key (network_id, told_people_by) references network.account (network_id, id),
  foreign key (network_id, closed_by) references network.account (network_id, id),
  check (known_at >= happened_at),
  check (due_at = known_at + interval '72 hours'),
  check ((told_authority_at is null) = (told_authority_by is null)),
  check ((told_people_at is null) = (told_people_by is null)),
  check ((closed_at is null) = (closed_by is null))
);
comment on table rights.incident is 'Data that were lost or seen by somebody they were not meant for, with the clock that runs since it is known';
comment on column rights.incident.network_id is 'The network; first in every key';
comment on column rights.incident.id is 'Identifier';
comment on column rights.incident.hub_id is 'The hub';
comment on column rights.incident.kind is 'What happened, as a code';
comment on column rights.incident.data is 'What kind of data';
comment on column rights.incident.persons is 'How many people it concerns, as far as is known';
comment on column rights.incident.happened_at is 'When it happened';
comment on column rights.incident.known_at is 'When somebody of the hub knew: the clock begins';
comment on column rights.incident.due_at is 'Seventy-two hours later';
comment on column rights.incident.risk is 'The danger for those concerned';
comment on column rights.incident.recorded_by is 'Who wrote it down';
comment on column rights.incident.told_authority_at is 'When the authority was told';
comment on column rights.incident.told_authority_by is 'Who told it';
comment on column rights.incident.told_people_at is 'When those concerned were told';
comment on column rights.incident.told_people_by is 'Who told them';
comment on column rights.incident.closed_at is 'When nothing was left to do';
comment on column rights.incident.closed_by is 'Who said so';
create index incident_newest on rights.incident (network_id, hub_id, known_at desc);

alter table rights.request enable row level security;
alter table rights.request force row level security;
alter table rights.subject enable row level security;
alter table rights.subject force row level security;
alter table rights.hold enable row level security;
alter table rights.hold force row level security;
alter table rights.certificate enable row level security;
alter table rights.certificate force row level security;
alter table rights.incident enable row level security;
alter table rights.incident force row level security;

create policy request_read on rights.request for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy request_ask on rights.request for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])) and asked_by = (select nullif(current_setting('app.account', true), '')::uuid) and state = 'open' and confirmed_at is null);
-- An erasure is decided where it was asked, by whoever answers for the data or runs the hub, in her own name and once; by the auditor alone when other hubs receive her too.
create policy request_answer on rights.request for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (kind <> 'erase' or state = 'open') and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (((kind <> 'erase' or state in ('open', 'withdrawn')) and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
      or (kind = 'erase' and state in ('decided', 'refused') and answered_by = (select nullif(current_setting('app.account', true), '')::uuid)
        and ((answered_as = 'dpo' and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])) or (answered_as = 'hub_manager' and not for_dpo and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))))));
create policy request_rights on rights.request for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) or (kind = 'erase' and (state in ('decided', 'erased', 'refused') or for_dpo))));
create policy request_carried_out on rights.request for update to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and state = 'decided')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (state in ('erased', 'refused') or (state = 'open' and for_dpo and answered_by is null)));
create policy subject_read on rights.subject for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy subject_ask on rights.subject for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])) and until_at <= now() + interval '24 hours'
    and (request_id, hub_id, reach) in (select r.id, r.hub_id, 'hub' from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and r.kind = 'access' and r.state = 'open' and r.confirmed_by = (select nullif(current_setting('app.account', true), '')::uuid))
    and (request_id, person_id) in (select r.id, r.person_id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      union all select r.id, other.person_id from rights.request r join core.same_person one on one.network_id = r.network_id and one.person_id = r.person_id
        join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy subject_over on rights.subject for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and until_at <= now()
    and request_id in (select r.id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.state in ('refused', 'withdrawn')));
create policy subject_rights on rights.subject for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
-- While an erasure is carried out, and for an hour at most, the files of her whose erasure was decided, and nobody else's.
create policy subject_group on rights.subject for insert to hadina_rights
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and until_at <= now() + interval '1 hour' and (request_id, person_id) in (
      select r.id, r.person_id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'decided'
      union all select r.id, other.person_id from rights.request r
        join core.same_person one on one.network_id = r.network_id and one.person_id = r.person_id
        join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
        where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'decided'));
create policy subject_again on rights.subject for update to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and reach = 'everywhere' and until_at <= now() + interval '1 hour' and (request_id, person_id) in (
      select r.id, r.person_id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'decided'
      union all select r.id, other.person_id from rights.request r
        join core.same_person one on one.network_id = r.network_id and one.person_id = r.person_id
        join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
        where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'decided'));
create policy subject_end on rights.subject for update to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and until_at <= now());
create policy hold_read on rights.hold for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
    or person_id in (select r.person_id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'open')
    or person_id in (select other.person_id from rights.request r
      join core.same_person one on one.network_id = r.network_id and one.person_id = r.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
      where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase' and r.state = 'open')));
create policy hold_rights on rights.hold for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now()));
create policy hold_set on rights.hold for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy hold_end on rights.hold for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy certificate_read on rights.certificate for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy certificate_rights on rights.certificate for all to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and id in (select r.id from rights.request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.kind = 'erase'));
create policy incident_read on rights.incident for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy incident_record on rights.incident for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])) and recorded_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy incident_follow on rights.incident for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on rights.request, rights.subject, rights.hold, rights.incident to hadina_app;
grant update (state, reason, answer, answered_at, answered_by, answered_as, confirmed_at, confirmed_by, until_at) on rights.request to hadina_app;
grant update (until_at) on rights.subject to hadina_app;
grant update (ended_at, ended_by) on rights.hold to hadina_app;
grant update (told_authority_at, told_authority_by, told_people_at, told_people_by, closed_at, closed_by) on rights.incident to hadina_app;
grant select on rights.certificate to hadina_app;
grant select on rights.request to hadina_rights;
grant update (state, reason, answered_at, answered_by, answered_as, for_dpo) on rights.request to hadina_rights;
grant select on rights.hold to hadina_rights;
grant select, insert on rights.subject, rights.certificate to hadina_rights;
grant update (until_at) on rights.subject to hadina_rights;

-- Whoever is kept apart from her asks for nothing in her name and reads nothing of it.
do $$
declare t text;
begin
  foreach t in array array['request', 'subject', 'hold'] loop
    execute format($f$create policy conflict on rights.%I as restrictive for select to hadina_app, hadina_rights
      using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and person_id not in (select k.person_id from people.kept_apart k))$f$, t);
  end loop;
end $$;
create policy conflict_rights on people.conflict for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
grant select on people.conflict, people.kept_apart to hadina_rights;

-- The login of rights: it stands in the same schemas as the web's own, but every row it meets belongs to somebody who asked.
grant usage on schema core, network, people, desk, accompaniment, documents, messages, exchange, confidential to hadina_rights;
grant select (network_id, id, name) on network.account to hadina_rights;
grant select on network.hub, network.hub_terms, network.hub_hours, network.network, network.territory, network.organization, network.controller, network.membership to hadina_rights;
create policy controller_rights on network.controller for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select on core.same_person to hadina_rights;
grant select (network_id, import_id, withdrawn_at) on exchange.publication to hadina_rights;
create policy same_person_rights on core.same_person for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert on core.event, core.look to hadina_rights;
grant execute on function core.enqueue to hadina_rights;
create policy event_rights on core.event for insert to hadina_rights
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and name like 'rights.%');
create policy look_rights on core.look for insert to hadina_rights with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

-- Which rows are hers: a column that names her, or a parent that is hers. `h` where the table knows its hub.
do $$
declare
  t record;
  here constant text := $s$(select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now())$s$;
  everywhere constant text := $s$(select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
  mine text;
  all_mine text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  hub constant text := $s$hub_id = (select nullif(current_setting('app.hub', true), '')::uuid)$s$;
begin
  for t in select * from (values
    ('people.person', 'id', null, null, false), ('people.enrolment', 'person_id', null, null, true), ('people.name_word', 'person_id', null, null, true),
    ('people.access_grant', 'person_id', null, null, true), ('people.person_contact', 'person_id', null, null, true), ('people.contact_mark', 'person_id', null, null, true),
    ('people.contact_rule', 'person_id', null, null, true), ('people.person_life', 'person_id', null, null, true), ('people.consent', 'person_id', null, null, true),
    ('people.consent_ask', 'person_id', null, null, true), ('people.household_member', 'person_id', null, null, true), ('people.merge', 'survivor_id,absorbed_id', null, null, true),
    ('people.possible_double', 'first_id,second_id', null, null, true), ('core.event', 'person_id', null, null, true), ('core.look', 'person_id', null, null, true),
    ('desk.appointment', 'person_id,acting_person_id', null, null, true), ('desk.ticket', 'person_id,acting_person_id', null, null, true),
    ('desk.listening_note', null, 'ticket_id', 'desk.ticket', true), ('desk.needs_assessment', 'person_id', null, null, true),
    ('desk.needs_answer', null, 'assessment_id', 'desk.needs_assessment', true), ('desk.needs_sealed_answer', null, 'assessment_id', 'desk.needs_assessment', true),
    ('desk.orientation', 'person_id', null, null, true), ('desk.orientation_choice', null, 'orientation_id', 'desk.orientation', true),
    ('desk.slip', null, 'ticket_id', 'desk.ticket', true), ('desk.slip_step', null, 'ticket_id', 'desk.ticket', false), ('desk.referral', 'person_id,spoken_to_id', null, null, true),
    ('desk.referral_link', null, 'referral_id', 'desk.referral', true), ('desk.disclosure', 'person_id', null, null, true), ('desk.assessment', null, 'ticket_id', 'desk.ticket', true),
    ('desk.complaint', 'person_id', null, null, true), ('desk.unmet_need', null, 'ticket_id', 'desk.ticket', true),
    ('accompaniment.case_file', 'person_id,acting_person_id', null, null, true), ('accompaniment.act', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.approval', null, 'case_id', 'accompaniment.case_file', true), ('accompaniment.assignment', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.diagnosis', null, 'case_id', 'accompaniment.case_file', true), ('accompaniment.follow_up', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.goal', null, 'case_id', 'accompaniment.case_file', true), ('accompaniment.life_grant', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.outcome', null, 'case_id', 'accompaniment.case_file', true), ('accompaniment.session', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.session_note', null, 'case_id', 'accompaniment.case_file', true), ('accompaniment.special_need', null, 'case_id', 'accompaniment.case_file', true),
    ('accompaniment.step', null, 'case_id', 'accompaniment.case_file', true), ('documents.document', 'person_id', null, null, true),
    ('documents.piece', null, 'document_id', 'documents.document', false), ('messages.message', 'person_id', null, null, true), ('exchange.import_row', 'subject_id', null, null, true)
  ) as v (name, hers, through, parent, by_hub)
  loop
    if t.hers is not null then
      select string_agg(format('%I in %s', c, here), ' or '), string_agg(format('%I in %s', c, everywhere), ' or ') into mine, all_mine from unnest(string_to_array(t.hers, ',')) c;
      mine := case when t.by_hub then format('(%s and (%s))', hub, mine) else format('(%s)', mine) end;
      all_mine := format('(%s)', all_mine);
    else
      select format('%I in (select p.id from %s p where p.%s and (%s))', t.through, t.parent, net, string_agg(format('p.%I in %s', a.attname, here), ' or ')),
             format('%I in (select p.id from %s p where p.%s and (%s))', t.through, t.parent, net, string_agg(format('p.%I in %s', a.attname, everywhere), ' or '))
        into mine, all_mine
        from pg_attribute a where a.attrelid = t.parent::regclass and a.attname in ('person_id', 'acting_person_id', 'spoken_to_id');
      mine := case when t.by_hub then format('(%s and %s)', hub, mine) else mine end;
    end if;
    execute format('create policy rights_read on %s for select to hadina_rights using (%s and (%s or %s))', t.name, net, mine, all_mine);
    if t.name not in ('core.event', 'core.look') then
      execute format('create policy rights_erase on %s for update to hadina_rights using (%s and %s) with check (%s)', t.name, net, all_mine, net);
      execute format('grant select, update on %s to hadina_rights', t.name);
    end if;
    if t.name in ('people.name_word', 'people.contact_mark', 'people.possible_double', 'desk.needs_answer', 'desk.needs_sealed_answer', 'accompaniment.session_note', 'accompaniment.special_need', 'documents.piece', 'people.person_life', 'desk.listening_note') then
      execute format('create policy rights_destroy on %s for delete to hadina_rights using (%s and %s)', t.name, net, all_mine);
      execute format('grant delete on %s to hadina_rights', t.name);
    end if;
  end loop;
end $$;
create policy rights_close on desk.slip_opening for delete to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and slip_id in (select s.id from desk.slip s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
grant select, delete on desk.slip_opening to hadina_rights;
create policy rights_see on desk.slip_opening for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and slip_id in (select s.id from desk.slip s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy shelf_rights on documents.shelf for all to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)) with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, update on documents.shelf to hadina_rights;
create policy known_name_rights on people.known_name for all to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)) with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert, update on people.known_name to hadina_rights;

-- Of protected files, and of what was asked about them, it finds one by its fingerprint and reads its number and whether it is closed: enough to destroy its key, nothing else.
create policy file_rights on confidential.file for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')));
grant select (network_id, id, mark, closed_at) on confidential.file to hadina_rights;
create policy key_request_rights on confidential.key_request for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')));
grant select (network_id, id, mark) on confidential.key_request to hadina_rights;

create index unmet_need_of_ticket on desk.unmet_need (network_id, ticket_id);
create index slip_opening_of_slip on desk.slip_opening (network_id, slip_id);
create index import_row_of_subject on exchange.import_row (network_id, subject_id) where subject_id is not null;

-- Whoever was erased is named no more by anybody who works at a desk: neither her own row nor words, ways to reach her or notes.
create function people.keep_erased() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'whoever was erased is not named again' using errcode = '42501';
end $$;
comment on function people.keep_erased is 'Refuses to write anything into the row of somebody who was erased';
create trigger keep_erased before update on people.person for each row
  when (old.erased_at is not null and current_user = 'hadina_app') execute function people.keep_erased();
create function people.name_no_erased() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from added a join people.person p on p.network_id = a.network_id and p.id = a.person_id where p.erased_at is not null) then
    raise exception 'whoever was erased is not named again' using errcode = '42501';
  end if;
  return null;
end $$;
comment on function people.name_no_erased is 'Refuses words to be found by, ways to reach her and notes of somebody who was erased';
do $$
declare t text;
begin
  foreach t in array array['name_word', 'contact_mark', 'person_contact', 'person_life'] loop
    execute format($f$create trigger name_no_erased after insert on people.%I referencing new table as added for each statement
      when (current_user = 'hadina_app') execute function people.name_no_erased()$f$, t);
  end loop;
end $$;

-- Erases what tells who somebody is. What happened stays as codes and dates, so that figures stay true and the chain holds.
create function rights.scrub_person(of_network uuid, persons uuid[]) returns integer language plpgsql set search_path = pg_catalog as $$
declare cases uuid[]; tickets uuid[]; papers uuid[]; touched integer;
begin
  select coalesce(array_agg(c.id), '{}') into cases from accompaniment.case_file c where c.network_id = of_network and c.person_id = any (persons);
  select coalesce(array_agg(t.id), '{}') into tickets from desk.ticket t where t.network_id = of_network and (t.person_id = any (persons) or t.acting_person_id = any (persons));
  select coalesce(array_agg(d.id), '{}') into papers from documents.document d where d.network_id = of_network and d.person_id = any (persons);
  update people.person set name = '—', name_other = null, code = 'x' || replace(id::text, '-', ''), birth_year = null, birth_year_about = false, sex = null,
      territory_code = null, languages = '{}', reading = null, erased_at = coalesce(erased_at, now())
    where network_id = of_network and id = any (persons);
  get diagnostics touched = row_count;
  delete from people.name_word where network_id = of_network and person_id = any (persons);
  delete from people.contact_mark where network_id = of_network and person_id = any (persons);
  delete from people.possible_double where network_id = of_network and (first_id = any (persons) or second_id = any (persons));
  update people.access_grant set revoked_at = now() where network_id = of_network and person_id = any (persons) and revoked_at is null;
  update people.person_contact set sealed = '\x', ended_at = coalesce(ended_at, now()) where network_id = of_network and person_id = any (persons);
  update people.contact_rule set sealed_words = null where network_id = of_network and person_id = any (persons);
  delete from people.person_life where network_id = of_network and person_id = any (persons);
  update people.household_member set until = coalesce(until, now()), head = false where network_id = of_network and person_id = any (persons);
  update people.merge set words = '—', undone_why = case when undone_why is null then null else '—' end
    where network_id = of_network and (survivor_id = any (persons) or absorbed_id = any (persons));
  update desk.ticket set paper_number = case when paper_number is null then null else '—' end where network_id = of_network and id = any (tickets);
  delete from desk.listening_note where network_id = of_network and ticket_id = any (tickets);
  delete from desk.needs_answer where network_id = of_network and assessment_id in (select a.id from desk.needs_assessment a where a.network_id = of_network and a.person_id = any (persons));
  delete from desk.needs_sealed_answer where network_id = of_network and assessment_id in (select a.id from desk.needs_assessment a where a.network_id = of_network and a.person_id = any (persons));
  delete from desk.slip_opening where network_id = of_network and slip_id in (select s.id from desk.slip s where s.network_id = of_network and s.ticket_id = any (tickets));
  update desk.slip set door = sha256(convert_to(gen_random_uuid()::text, 'UTF8')), code = 'x' || replace(id::text, '-', '') where network_id = of_network and ticket_id = any (tickets);
  update desk.referral_link set revoked_at = coalesce(revoked_at, now()) where network_id = of_network and referral_id in (select r.id from desk.referral r where r.network_id = of_network and r.spoken_to_id = any (persons));
  update desk.referral set decline_words = null where network_id = of_network and spoken_to_id = any (persons);
  update desk.disclosure set sealed = '\x' where network_id = of_network and person_id = any (persons);
  update desk.complaint set sealed = '\x', answer = case when answer is null then null else '\x'::bytea end where network_id = of_network and person_id = any (persons);
  update accompaniment.goal set words = '—' where network_id = of_network and case_id = any (cases);
  update accompaniment.step set words = '—' where network_id = of_network and case_id = any (cases);
  update accompaniment.approval set words = null, content = case when content is null then null else '[]'::jsonb end where network_id = of_network and case_id = any (cases);
  delete from accompaniment.session_note where network_id = of_network and (case_id = any (cases) or key_owner_id = any (persons));
  delete from accompaniment.special_need where network_id = of_network and (case_id = any (cases) or key_owner_id = any (persons));
  update accompaniment.case_file set state = 'closed', state_at = now(), next_on = null
    where network_id = of_network and id = any (cases) and person_id = any (persons) and state in ('oriented', 'in_accompaniment');
  update documents.shelf s set bytes = greatest(s.bytes - d.bytes, 0), documents = greatest(s.documents - d.many, 0)
    from (select hub_id, sum(bytes)::bigint as bytes, count(*)::integer as many from documents.document
      where network_id = of_network and id = any (papers) and withdrawn_at is null group by hub_id) d
    where s.network_id = of_network and s.hub_id = d.hub_id;
  delete from documents.piece where network_id = of_network and document_id = any (papers);
  update documents.document set sealed_title = null, withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_why = coalesce(withdrawn_why, 'her_wish')
    where network_id = of_network and id = any (papers);
  update messages.message set state = 'taken-back', ended_at = now() where network_id = of_network and person_id = any (persons) and state = 'held';
  update messages.message set params = '{}' where network_id = of_network and person_id = any (persons);
  update exchange.import_row set cells = null, sealed = null, change = null, before = null, problems = null where network_id = of_network and subject_id = any (persons);
  return touched;
end $$;
comment on function rights.scrub_person is 'Erases what tells who these people are; again as often as needed, after an older backup was restored too';
revoke all on function rights.scrub_person from public;
grant execute on function rights.scrub_person to hadina_rights;
