-- Moving between hubs of a network. A parcel names nobody: it is a number on its way from one hub to another. What is in it lies in
-- pieces that only the receiving hub may read, only until its last moment, and that nobody opens without the words she was told.
create schema transfer;
comment on schema transfer is 'Moves between hubs: parcels on their way, their sealed pieces, what each hub keeps of them';
revoke all on schema transfer from public;
grant usage on schema transfer to hadina_app;

create table transfer.parcel (
  network_id uuid not null,
  id uuid not null,
  number integer not null check (number between 100000 and 999999),
  hub_id uuid not null,
  to_hub_id uuid not null,
  state text not null check (state in ('waiting', 'accepted', 'refused', 'withdrawn', 'late')),
  reason text check (reason in ('did_not_come', 'no_place', 'not_our_field', 'she_stays', 'other')),
  digest bytea not null check (octet_length(digest) = 32),
  prepared_at timestamptz not null,
  until_at timestamptz not null,
  answered_at timestamptz,
  primary key (network_id, id),
  unique (network_id, number),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, to_hub_id) references network.hub (network_id, id),
  check (hub_id <> to_hub_id),
  check (until_at > prepared_at and until_at <= prepared_at + interval '7 days'),
  check ((answered_at is null) = (state = 'waiting')),
  check ((reason is not null) = (state = 'refused'))
);
comment on table transfer.parcel is 'A parcel from one hub to another: its number and what became of it, nothing of whom it is about';
comment on column transfer.parcel.network_id is 'The network; first in every key';
comment on column transfer.parcel.id is 'UUIDv7';
comment on column transfer.parcel.number is 'Six digits that both hubs say on the phone; drawn, so that it counts nothing';
comment on column transfer.parcel.hub_id is 'The hub that sends';
comment on column transfer.parcel.to_hub_id is 'The hub that receives';
comment on column transfer.parcel.state is 'waiting, then accepted, refused, withdrawn (by her or the sender) or late; it never waits again';
comment on column transfer.parcel.reason is 'Why the receiving hub sent it back';
comment on column transfer.parcel.digest is 'SHA-256 of its sealed content: both hubs keep the same in their log';
comment on column transfer.parcel.prepared_at is 'When it was prepared';
comment on column transfer.parcel.until_at is 'Its last moment, seven days later at most, never later than her consent';
comment on column transfer.parcel.answered_at is 'When it stopped waiting';
create index parcel_sent on transfer.parcel (network_id, hub_id, prepared_at desc);
create index parcel_arriving on transfer.parcel (network_id, to_hub_id, state, prepared_at desc);
create index parcel_due on transfer.parcel (network_id, until_at) where state = 'waiting';
alter table transfer.parcel enable row level security;
alter table transfer.parcel force row level security;
create policy parcel_read on transfer.parcel for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or to_hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy parcel_send on transfer.parcel for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and state = 'waiting'
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy parcel_answer on transfer.parcel for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or to_hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((state in ('withdrawn', 'late') and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
      or (state in ('accepted', 'refused') and to_hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))));
grant select, insert on transfer.parcel to hadina_app;
grant update (state, reason, answered_at) on transfer.parcel to hadina_app;

-- As long as this row is there the content is. Whoever ends the waiting deletes it, and every piece goes with it: also by hands that
-- were never allowed to read one.
create table transfer.waiting (
  network_id uuid not null,
  parcel_id uuid not null,
  hub_id uuid not null,
  to_hub_id uuid not null,
  primary key (network_id, parcel_id),
  foreign key (network_id, parcel_id) references transfer.parcel (network_id, id)
);
comment on table transfer.waiting is 'A parcel whose content is there; deleting the row destroys the content';
comment on column transfer.waiting.network_id is 'The network; first in every key';
comment on column transfer.waiting.parcel_id is 'The parcel';
comment on column transfer.waiting.hub_id is 'The hub that sends';
comment on column transfer.waiting.to_hub_id is 'The hub that receives';
create index waiting_sent on transfer.waiting (network_id, hub_id);
create index waiting_arriving on transfer.waiting (network_id, to_hub_id);
alter table transfer.waiting enable row level security;
alter table transfer.waiting force row level security;
create policy waiting_read on transfer.waiting for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or to_hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy waiting_begin on transfer.waiting for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy waiting_end on transfer.waiting for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or to_hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert, delete on transfer.waiting to hadina_app;

create table transfer.piece (
  network_id uuid not null,
  parcel_id uuid not null,
  n integer not null check (n >= 0),
  to_hub_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  sealed bytea not null,
  primary key (network_id, parcel_id, n),
  foreign key (network_id, parcel_id) references transfer.waiting (network_id, parcel_id) on delete cascade
);
comment on table transfer.piece is 'One sealed piece of a parcel; the first is the letter that holds its key, for the receiving hub and her words together';
comment on column transfer.piece.network_id is 'The network; first in every key';
comment on column transfer.piece.parcel_id is 'The parcel';
comment on column transfer.piece.n is '0 the letter with the key, 1 what is written, then the documents';
comment on column transfer.piece.to_hub_id is 'The only hub that reads it';
comment on column transfer.piece.from_at is 'When it was prepared; a clock set back before that opens nothing';
comment on column transfer.piece.until_at is 'Its last moment; after it nobody reads it, whether it was destroyed yet or not';
comment on column transfer.piece.sealed is 'The piece, sealed';
create index piece_arriving on transfer.piece (network_id, to_hub_id, parcel_id);
alter table transfer.piece enable row level security;
alter table transfer.piece force row level security;
create policy piece_read on transfer.piece for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and to_hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and from_at <= now() and until_at > now());
create policy piece_write on transfer.piece for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and parcel_id in (select p.id from transfer.parcel p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and p.hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on transfer.piece to hadina_app;

create table transfer.departure (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('move', 'referral')),
  fields text[] not null check (cardinality(fields) > 0),
  documents smallint not null check (documents between 0 and 20),
  prepared_by uuid not null,
  primary key (network_id, id),
  foreign key (network_id, id) references transfer.parcel (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, prepared_by) references network.account (network_id, id)
);
comment on table transfer.departure is 'What the sending hub keeps of a parcel: who moved, whether for good, which fields; never what was in it';
comment on column transfer.departure.network_id is 'The network; first in every key';
comment on column transfer.departure.id is 'The parcel';
comment on column transfer.departure.hub_id is 'The hub that sends; no other reads this row';
comment on column transfer.departure.person_id is 'Who moves';
comment on column transfer.departure.kind is 'move: her open files go along; referral: she goes there for one thing and stays accompanied here';
comment on column transfer.departure.fields is 'What she agreed to, by code';
comment on column transfer.departure.documents is 'How many documents went along';
comment on column transfer.departure.prepared_by is 'Who prepared it with her';
create index departure_of_person on transfer.departure (network_id, person_id);
create index departure_of_hub on transfer.departure (network_id, hub_id);
alter table transfer.departure enable row level security;
alter table transfer.departure force row level security;
create policy departure_read on transfer.departure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy departure_write on transfer.departure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and prepared_by = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on transfer.departure to hadina_app;

create table transfer.opening (
  network_id uuid not null,
  id uuid not null,
  parcel_id uuid not null,
  hub_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  sealed_key bytea not null,
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at > opened_at and until_at <= opened_at + interval '1 hour'),
  primary key (network_id, id),
  unique (network_id, parcel_id, account_id),
  foreign key (network_id, parcel_id) references transfer.waiting (network_id, parcel_id) on delete cascade,
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table transfer.opening is 'A parcel that somebody opened with the words: she alone goes on reading it, for an hour; gone with the waiting';
comment on column transfer.opening.network_id is 'The network; first in every key';
comment on column transfer.opening.id is 'UUIDv7';
comment on column transfer.opening.parcel_id is 'The parcel';
comment on column transfer.opening.hub_id is 'The receiving hub';
comment on column transfer.opening.account_id is 'Who opened it and alone reads this row';
comment on column transfer.opening.person_id is 'Whom it is about, known once it opened';
comment on column transfer.opening.sealed_key is 'The key of the parcel, sealed under her key for this row';
comment on column transfer.opening.opened_at is 'When it was opened';
comment on column transfer.opening.until_at is 'Until when it is read without saying the words again';
create index opening_by on transfer.opening (network_id, hub_id, account_id, parcel_id);
create index opening_of_person on transfer.opening (network_id, person_id);
alter table transfer.opening enable row level security;
alter table transfer.opening force row level security;
create policy opening_own on transfer.opening for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy opening_write on transfer.opening for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy opening_again on transfer.opening for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on transfer.opening to hadina_app;
grant update (sealed_key, opened_at, until_at) on transfer.opening to hadina_app;

-- A colleague kept apart from her meets her in neither row: not as one who left, not as one who came.
create policy conflict on transfer.departure as restrictive for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and person_id not in (select k.person_id from people.kept_apart k));
create policy conflict on transfer.opening as restrictive for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and person_id not in (select k.person_id from people.kept_apart k));

-- A parcel waits once and is answered once; it is accepted by who opened it with the words, in time.
create function transfer.guard_parcel() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user <> 'hadina_app' then return new; end if;
  if old.state <> 'waiting' then raise exception 'a parcel that was answered stays answered' using errcode = '42501'; end if;
  if new.state = 'accepted' and (old.until_at <= now() or not exists (select from transfer.opening o
      where o.network_id = old.network_id and o.parcel_id = old.id and o.until_at > now())) then
    raise exception 'a parcel is accepted by who opened it with the words' using errcode = '42501';
  end if;
  if new.state = 'late' and old.until_at > now() then raise exception 'a parcel is not late before its time' using errcode = '42501'; end if;
  return new;
end $$;
comment on function transfer.guard_parcel is 'waiting, then one answer and no other; accepted only by who opened it';
create trigger guard before update on transfer.parcel for each row execute function transfer.guard_parcel();

-- Answered, in whatever way: its content is gone in the same statement.
create function transfer.destroy_content() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  delete from transfer.waiting w where w.network_id = new.network_id and w.parcel_id = new.id;
  return null;
end $$;
comment on function transfer.destroy_content is 'Destroys the content of a parcel that waits no more';
create trigger destroy after update on transfer.parcel for each row when (old.state = 'waiting' and new.state <> 'waiting') execute function transfer.destroy_content();

-- She takes her yes back, says no, or agrees to fewer fields: what waits for that hub is destroyed in the same transaction.
create function transfer.follow_consent() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  over boolean := new.answer = 'refused' or new.withdrawn_at is not null or new.ended_at is not null;
begin
  if new.purpose <> 'sharing' or new.recipient_id is not null then return null; end if;
  update transfer.parcel p set state = 'withdrawn', answered_at = coalesce(new.withdrawn_at, new.ended_at, new.answered_at)
    where p.network_id = new.network_id and p.hub_id = new.hub_id and p.state = 'waiting' and (new.recipient_hub_id is null or p.to_hub_id = new.recipient_hub_id)
      and p.id in (select d.id from transfer.departure d where d.network_id = new.network_id and d.hub_id = new.hub_id
        and (over or not d.fields <@ coalesce(new.fields, '{}'))
        and (d.person_id = new.person_id or d.person_id in (select other.person_id from core.same_person one
          join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
          where one.network_id = new.network_id and one.person_id = new.person_id)));
  return null;
end $$;
comment on function transfer.follow_consent is 'What waits for a hub follows her newest word about that hub';
create trigger follow_consent after insert or update of withdrawn_at, ended_at on people.consent for each row execute function transfer.follow_consent();
