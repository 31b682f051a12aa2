-- What happens in a hub may be told to another program: whom, what, and every try of it. See notes.md for the reasons.
create schema webhooks;
comment on schema webhooks is 'What happens, told to other programs: subscriptions, deliveries, every attempt';
grant usage on schema webhooks to hadina_app;

create table webhooks.subscription (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid,
  label text not null check (length(label) between 1 and 120),
  target text not null check (target ~ '^https?://' and length(target) <= 500),
  event_names text[] not null check (cardinality(event_names) > 0),
  state text not null default 'on' check (state in ('on', 'paused', 'disabled', 'ended')),
  secret bytea not null,
  secret_before bytea,
  secret_before_until timestamptz,
  made_at timestamptz not null,
  made_by uuid,
  disabled_at timestamptz,
  disabled_for text check (disabled_for in ('failing', 'gone')),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  check ((secret_before is null) = (secret_before_until is null)),
  check ((state = 'disabled') = (disabled_at is not null)),
  check ((disabled_at is null) = (disabled_for is null))
);
create index subscription_hub on webhooks.subscription (network_id, hub_id);
comment on table webhooks.subscription is 'A program that is told when something happens: where, of what, and the seal of its shared secret';
comment on column webhooks.subscription.network_id is 'Its network';
comment on column webhooks.subscription.id is 'The subscription';
comment on column webhooks.subscription.hub_id is 'The hub whose events it hears; null: every hub of the network, and the network itself';
comment on column webhooks.subscription.label is 'What its manager calls it';
comment on column webhooks.subscription.target is 'Address the events are sent to; https, on the open internet';
comment on column webhooks.subscription.event_names is 'Names of the events it hears, as module.past-tense';
comment on column webhooks.subscription.state is 'on · paused by its manager · disabled after a day without an answer · ended for good';
comment on column webhooks.subscription.secret is 'Sealed: the secret that signs each message';
comment on column webhooks.subscription.secret_before is 'Sealed: the secret before the last change, still signing beside the new one for a while';
comment on column webhooks.subscription.secret_before_until is 'Until when the former secret still signs';
comment on column webhooks.subscription.made_at is 'When it was made';
comment on column webhooks.subscription.made_by is 'Who made it; null: the console';
comment on column webhooks.subscription.disabled_at is 'When the house stopped sending by itself';
comment on column webhooks.subscription.disabled_for is 'failing: a day of tries without success · gone: the receiver said it is gone (410)';

create table webhooks.wish (
  network_id uuid not null,
  event_name text not null,
  subscription_id uuid not null,
  hub_id uuid,
  live boolean not null,
  primary key (network_id, event_name, subscription_id),
  foreign key (network_id, subscription_id) references webhooks.subscription (network_id, id)
);
create index wish_hub on webhooks.wish (network_id, hub_id);
comment on table webhooks.wish is 'One event one subscription wants: codes and identifiers only, read by whatever records an event, never where it is sent';
comment on column webhooks.wish.network_id is 'Its network';
comment on column webhooks.wish.event_name is 'The event, as module.past-tense';
comment on column webhooks.wish.subscription_id is 'Who wants it';
comment on column webhooks.wish.hub_id is 'Only where it happened in this hub; null: anywhere in the network';
comment on column webhooks.wish.live is 'False while the subscription is paused, disabled or ended';

create table webhooks.delivery (
  network_id uuid not null,
  id uuid not null,
  subscription_id uuid not null,
  keeper_hub_id uuid,
  event_id uuid not null,
  event_name text not null,
  event_at timestamptz not null,
  event_hub_id uuid,
  subject_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  tries integer not null default 0,
  since timestamptz not null,
  next_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, subscription_id) references webhooks.subscription (network_id, id)
);
create index delivery_of on webhooks.delivery (network_id, subscription_id, event_at desc);
create index delivery_keeper on webhooks.delivery (network_id, keeper_hub_id);
comment on table webhooks.delivery is 'One event to be told to one subscription; written in the transaction of the event';
comment on column webhooks.delivery.network_id is 'Its network';
comment on column webhooks.delivery.id is 'The message; the same in every try, so that the receiver can tell a repetition';
comment on column webhooks.delivery.subscription_id is 'Who is told';
comment on column webhooks.delivery.keeper_hub_id is 'Hub of the subscription, for row-level security; null: the network''s administrators';
comment on column webhooks.delivery.event_id is 'The event; for a trial message the message itself';
comment on column webhooks.delivery.event_name is 'Its name';
comment on column webhooks.delivery.event_at is 'When it happened';
comment on column webhooks.delivery.event_hub_id is 'Where it happened';
comment on column webhooks.delivery.subject_id is 'The row it is about; empty where that is a person';
comment on column webhooks.delivery.state is 'waiting (for its first or next try) · delivered · given-up after a day';
comment on column webhooks.delivery.tries is 'How often it was tried since it was last asked for';
comment on column webhooks.delivery.since is 'When it was asked for: the event, or the last "send again"';
comment on column webhooks.delivery.next_at is 'When the next try is due, after one that failed';

create table webhooks.attempt (
  network_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  keeper_hub_id uuid,
  at timestamptz not null,
  status integer,
  fault text,
  milliseconds integer,
  primary key (network_id, id),
  foreign key (network_id, delivery_id) references webhooks.delivery (network_id, id),
  check ((status is null) <> (fault is null))
);
create index attempt_of on webhooks.attempt (network_id, delivery_id, at);
create index attempt_keeper on webhooks.attempt (network_id, keeper_hub_id);
comment on table webhooks.attempt is 'One try to deliver one message, and what came of it';
comment on column webhooks.attempt.network_id is 'Its network';
comment on column webhooks.attempt.id is 'The attempt';
comment on column webhooks.attempt.delivery_id is 'The message';
comment on column webhooks.attempt.keeper_hub_id is 'As on the delivery';
comment on column webhooks.attempt.at is 'When the answer, or none, was noted';
comment on column webhooks.attempt.status is 'HTTP status of the answer';
comment on column webhooks.attempt.fault is 'Why there was no answer, e.g. not-public, redirected, too-slow';
comment on column webhooks.attempt.milliseconds is 'How long the answer took, in milliseconds';

alter table webhooks.subscription enable row level security;
alter table webhooks.subscription force row level security;
alter table webhooks.wish enable row level security;
alter table webhooks.wish force row level security;
alter table webhooks.delivery enable row level security;
alter table webhooks.delivery force row level security;
alter table webhooks.attempt enable row level security;
alter table webhooks.attempt force row level security;

create policy subscription_keep on webhooks.subscription for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

-- Whoever does something must find out who wants to hear of it; the row says nothing more than that.
create policy wish_read on webhooks.wish for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy wish_write on webhooks.wish for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy wish_change on webhooks.wish for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

-- The trigger below writes for whoever acts, so a delivery may be put in by anyone of the network, for a wish that is there.
create policy delivery_write on webhooks.delivery for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state = 'waiting' and tries = 0
    and subscription_id in (select w.subscription_id from webhooks.wish w
      where w.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and w.live));
create policy delivery_read on webhooks.delivery for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy delivery_change on webhooks.delivery for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

create policy attempt_read on webhooks.attempt for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
-- Only the house's own jobs note an attempt, and they see the whole network.
create policy attempt_write on webhooks.attempt for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');

grant select, insert, update on webhooks.subscription to hadina_app;
grant select, insert on webhooks.wish, webhooks.delivery, webhooks.attempt to hadina_app;
grant update (live) on webhooks.wish to hadina_app;
grant update (state, tries, since, next_at) on webhooks.delivery to hadina_app;

-- Runs with the rights of whoever acts, in the transaction of the event: what is kept is told, what is not kept is not told.
-- Protected events live in another table and never come here; what a demo loader says of the past is told to nobody. A login that
-- only leaves things (a stranger's request) reads no wish, so what it leaves is told to nobody either.
create function webhooks.tell() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  told record;
begin
  for told in
    select gen_random_uuid() as id, w.subscription_id, w.hub_id as keeper, f.network_id, f.id as event_id, f.name, f.at, f.hub_id,
      case when f.subject_id is distinct from f.person_id then f.subject_id end as subject_id
    from fresh f join webhooks.wish w on w.network_id = f.network_id and w.event_name = f.name and w.live
    where f.compartment = 'C0' and f.app <> 'demo' and (w.hub_id is null or w.hub_id = f.hub_id)
  loop
    insert into webhooks.delivery (network_id, id, subscription_id, keeper_hub_id, event_id, event_name, event_at, event_hub_id, subject_id, since)
      values (told.network_id, told.id, told.subscription_id, told.keeper, told.event_id, told.name, told.at, told.hub_id, told.subject_id, told.at);
    perform core.enqueue(json_build_object('network', told.network_id, 'action', 'webhooks.send-delivery',
      'input', json_build_object('delivery', told.id)), null, null);
  end loop;
  return null;
end $$;
comment on function webhooks.tell is 'Writes a delivery and its job for every wish that a new event meets';
create trigger tell_webhooks after insert on core.event
  referencing new table as fresh for each statement when (current_user = 'hadina_app') execute function webhooks.tell();
