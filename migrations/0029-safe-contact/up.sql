-- How each phone and e-mail address of a person may be used, and everything that is sent to her. See notes.md for the reasons.

alter table people.person_contact drop constraint person_contact_kind_check;
alter table people.person_contact add constraint person_contact_kind_check check (kind in ('phone', 'email', 'address', 'birth-date', 'id-number'));
alter table people.person_contact drop constraint person_contact_check;
alter table people.person_contact add constraint person_contact_owned check ((kind in ('phone', 'email')) = (owner is not null));
comment on column people.person_contact.owner is 'Whose phone or e-mail address it is (domain.md rule 2)';
comment on column people.person_contact.shared is 'Others pick this phone up or read this address';

drop index people.person_contact_one;
create unique index person_contact_one on people.person_contact (network_id, hub_id, person_id, kind, coalesce(id_kind, '')) where ended_at is null and kind not in ('phone', 'email');

create table people.contact_rule (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  owner text not null check (owner in ('self', 'household', 'relative', 'neighbour', 'other')),
  shared boolean not null,
  asked boolean not null,
  never boolean not null default false,
  channels text[] not null default '{}' check (channels <@ array['call', 'sms', 'whatsapp', 'email']),
  hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
  voicemail boolean not null default false,
  sealed_words bytea,
  set_at timestamptz not null,
  set_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, contact_id) references people.person_contact (network_id, id) on delete cascade,
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (asked or (channels = '{}' and not never and not voicemail and sealed_words is null)),
  check (not never or channels = '{}')
);
comment on table people.contact_rule is 'How one phone or e-mail address may be used, as she said; the address itself stays sealed in person_contact (domain.md rule 2)';
comment on column people.contact_rule.network_id is 'The network; first in every key';
comment on column people.contact_rule.id is 'UUIDv7';
comment on column people.contact_rule.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column people.contact_rule.person_id is 'The person';
comment on column people.contact_rule.contact_id is 'The sealed phone or address it is about';
comment on column people.contact_rule.kind is 'phone or email';
comment on column people.contact_rule.owner is 'Whose it is';
comment on column people.contact_rule.shared is 'Others pick it up or read it';
comment on column people.contact_rule.asked is 'She was asked how it may be used; false: nothing is known and the strictest use holds';
comment on column people.contact_rule.never is 'She said never to use it';
comment on column people.contact_rule.channels is 'What she agreed to on it: call, sms, whatsapp, email';
comment on column people.contact_rule.hours is 'Her safe hours by the clock of the hub: [{weekday 1 Monday to 7 Sunday, opens, closes}]; empty: while the hub is open';
comment on column people.contact_rule.voicemail is 'A word may be left on the voicemail';
comment on column people.contact_rule.sealed_words is 'Sealed: what to say when somebody else answers';
comment on column people.contact_rule.set_at is 'When it was told';
comment on column people.contact_rule.set_by is 'The account that wrote it down';
comment on column people.contact_rule.ended_at is 'When another rule took its place, or the contact ended';
create unique index contact_rule_live on people.contact_rule (network_id, contact_id) where ended_at is null;
create index contact_rule_of on people.contact_rule (network_id, hub_id, person_id) where ended_at is null;

-- What was noted before anybody asked how it may be used: nothing is known of it.
alter table people.person_contact no force row level security;
insert into people.contact_rule (network_id, id, hub_id, person_id, contact_id, kind, owner, shared, asked, set_at)
  select network_id, gen_random_uuid(), hub_id, person_id, id, kind, owner, shared, false, set_at
  from people.person_contact where kind = 'phone' and ended_at is null;
alter table people.person_contact force row level security;

alter table people.contact_rule enable row level security;
alter table people.contact_rule force row level security;
create policy contact_rule_read on people.contact_rule for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.sending_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy contact_rule_write on people.contact_rule for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy contact_rule_end on people.contact_rule for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.contact_rule to hadina_app;
grant update (ended_at) on people.contact_rule to hadina_app;

-- Every phone and address has a rule from its first moment, whichever way it came in; it ends with the contact.
create function people.begin_contact_rule() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into people.contact_rule (network_id, id, hub_id, person_id, contact_id, kind, owner, shared, asked, set_at)
    values (new.network_id, gen_random_uuid(), new.hub_id, new.person_id, new.id, new.kind, new.owner, new.shared, false, new.set_at);
  return null;
end $$;
create trigger rule_begins after insert on people.person_contact
  for each row when (new.kind in ('phone', 'email')) execute function people.begin_contact_rule();

create function people.end_contact_rule() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update people.contact_rule set ended_at = new.ended_at
    where network_id = new.network_id and contact_id = new.id and ended_at is null;
  return null;
end $$;
create trigger rule_ends after update of ended_at on people.person_contact
  for each row when (old.ended_at is null and new.ended_at is not null) execute function people.end_contact_rule();

create schema messages;
comment on schema messages is 'What is sent to persons: a closed list of neutral texts, each through the gate of safe contact';
grant usage on schema messages to hadina_app;

create table messages.message (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  contact_id uuid,
  channel text check (channel in ('sms', 'whatsapp', 'email')),
  template text not null check (template in ('appointment', 'come-by', 'call-us', 'follow-up', 'answer-came')),
  params jsonb not null check (jsonb_typeof(params) = 'object' and params - array['date', 'time', 'call_back'] = '{}'),
  lang text not null check (lang in ('ar', 'fr', 'en')),
  basis text check (basis ~ '^[a-z-]{1,40}$'),
  basis_id uuid,
  state text not null check (state in ('held', 'released', 'sent', 'kept', 'failed', 'refused', 'taken-back')),
  reason text check (reason ~ '^[a-z-]{1,40}$'),
  queued_at timestamptz not null,
  queued_by uuid,
  due_at timestamptz not null,
  until_at timestamptz,
  released_at timestamptz,
  ended_at timestamptz,
  taken_back_by uuid,
  tries integer not null default 0 check (tries between 0 and 20),
  ending text check (ending ~ '^\d{2}$'),
  release_mark bytea not null check (octet_length(release_mark) = 32),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id) on delete cascade,
  foreign key (network_id, queued_by) references network.account (network_id, id),
  foreign key (network_id, taken_back_by) references network.account (network_id, id),
  check ((basis is null) = (basis_id is null)),
  check ((state in ('refused', 'failed')) = (reason is not null)),
  check ((state in ('held', 'released')) = (ended_at is null)),
  check (state not in ('released', 'sent', 'kept') or (contact_id is not null and channel is not null and released_at is not null)),
  check (state <> 'held' or due_at >= queued_at + interval '10 minutes' or tries > 0)
);
comment on table messages.message is 'One message to one person: which neutral text, when it may leave, and what became of it; never an address, never words of anybody';
comment on column messages.message.network_id is 'The network; first in every key';
comment on column messages.message.id is 'UUIDv7; the carrier gets it too, so that a repetition is known';
comment on column messages.message.hub_id is 'The hub this row belongs to; no other hub reads it';
comment on column messages.message.person_id is 'Whom it is for';
comment on column messages.message.contact_id is 'The phone or address chosen by the gate; it stays sealed in people.person_contact';
comment on column messages.message.channel is 'How it goes';
comment on column messages.message.template is 'Which text of the closed list';
comment on column messages.message.params is 'What the text is filled with: date, time, call_back (whether the number of the hub is given) and nothing else';
comment on column messages.message.lang is 'Language of the text';
comment on column messages.message.basis is 'What it is about, in another module: appointment, referral';
comment on column messages.message.basis_id is 'The row it is about; one live message of a kind for each';
comment on column messages.message.state is 'held (may be taken back) · released · sent · kept (demo: shown, never sent) · failed · refused · taken-back';
comment on column messages.message.reason is 'Why it was refused or failed';
comment on column messages.message.queued_at is 'When it was asked for';
comment on column messages.message.queued_by is 'Who asked by hand; null: the house itself';
comment on column messages.message.due_at is 'When the gate is asked again and it leaves; at least ten minutes after it was asked for';
comment on column messages.message.until_at is 'After this it is of no use and is refused';
comment on column messages.message.released_at is 'When the gate let it go';
comment on column messages.message.ended_at is 'When its last state was reached';
comment on column messages.message.taken_back_by is 'Who took it back; null: what it was about ended';
comment on column messages.message.tries is 'How often sending was tried';
comment on column messages.message.ending is 'Last two digits of the number it left for';
comment on column messages.message.release_mark is 'Keyed fingerprint by which the sending job, and nobody else, opens the one sealed address of this message';
create unique index message_once on messages.message (network_id, basis, basis_id, template) where state in ('held', 'released');
create index message_newest on messages.message (network_id, hub_id, queued_at desc);
create index message_person on messages.message (network_id, person_id);
create unique index message_mark on messages.message (network_id, release_mark);

alter table messages.message enable row level security;
alter table messages.message force row level security;
create policy message_read on messages.message for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.sending_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy message_write on messages.message for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.sending_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy message_change on messages.message for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.sending_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.sending_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on messages.message to hadina_app;
grant update (contact_id, channel, state, reason, due_at, released_at, ended_at, taken_back_by, tries, ending) on messages.message to hadina_app;

-- The sending job opens one address: that of the message it released a moment ago, whose mark it brings. No grant is needed for
-- that, because nobody looks; nobody else can bring the mark.
create policy person_contact_send on people.person_contact for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select m.contact_id from messages.message m
      where m.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and m.release_mark = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and m.state = 'released'));
