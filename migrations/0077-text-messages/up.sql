-- Balance and payment by text message, and the shops that ask to take part. A telephone is known by a keyed fingerprint alone: its number is kept nowhere, for it
-- comes with every message. What a message asks is a price like any other (0075), made by her instead of the till; what shops ask from outside is read by the desk.

-- What a shop is called in a message: a number at its hub, as it hangs in its window.
alter table currency.merchant add column code integer;
update currency.merchant m set code = 100 + n.place
  from (select network_id, id, row_number() over (partition by network_id, hub_id order by applied_at, id) as place from currency.merchant) n where n.network_id = m.network_id and n.id = m.id;
alter table currency.merchant alter column code set not null;
alter table currency.merchant add constraint merchant_code_fits check (code between 101 and 99999);
alter table currency.merchant add constraint merchant_code unique (network_id, hub_id, code);
comment on column currency.merchant.code is 'Its number at its hub, by which somebody pays it in a text message';

create table currency.message_phone (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  ending text not null check (ending ~ '^[0-9]{2}$'),
  lang text not null check (lang in ('ar', 'fr', 'en')),
  tied_at timestamptz not null,
  tied_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, tied_by) references network.account (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  constraint ended_after check (ended_at >= tied_at)
);
comment on table currency.message_phone is 'A telephone from which a person reads what is left and pays, because she wished so at the desk';
comment on column currency.message_phone.network_id is 'The network; first in every key';
comment on column currency.message_phone.id is 'UUIDv7';
comment on column currency.message_phone.hub_id is 'The hub that gave her card; access compares this column';
comment on column currency.message_phone.person_id is 'Whose card it pays with, the one that she holds that day';
comment on column currency.message_phone.mark is 'A keyed fingerprint of the number, by which a message finds it; the number is kept nowhere';
comment on column currency.message_phone.ending is 'The last two digits, so that the desk tells two telephones apart';
comment on column currency.message_phone.lang is 'In which language it is answered';
comment on column currency.message_phone.tied_at is 'When she agreed to it at the desk';
comment on column currency.message_phone.tied_by is 'Who wrote it down';
comment on column currency.message_phone.ended_at is 'Since when nothing is answered to it; while it is, when empty';
comment on column currency.message_phone.ended_by is 'Who ended it';

create table currency.message_request (
  network_id uuid not null,
  request_id uuid not null,
  hub_id uuid not null,
  phone_id uuid not null,
  number text not null check (number ~ '^[1-9][0-9]{2}$'),
  asked_at timestamptz not null,
  primary key (network_id, request_id),
  foreign key (network_id, request_id) references currency.pay_request (network_id, id),
  foreign key (network_id, hub_id, phone_id) references currency.message_phone (network_id, hub_id, id)
);
comment on table currency.message_request is 'A price that a telephone named, until it is confirmed with the digits of the card';
comment on column currency.message_request.network_id is 'The network; first in every key';
comment on column currency.message_request.request_id is 'The price; it ends with its minutes';
comment on column currency.message_request.hub_id is 'The hub of the telephone; access compares this column';
comment on column currency.message_request.phone_id is 'The telephone';
comment on column currency.message_request.number is 'Three digits that she sends back, so that no other price is confirmed than the one she read';
comment on column currency.message_request.asked_at is 'When';

create table currency.message_refused (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  phone_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z-]{1,40}$'),
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id, phone_id) references currency.message_phone (network_id, hub_id, id)
);
comment on table currency.message_refused is 'A message that was answered with a no: brought once more by its gateway it hears the same no, and pays nothing after all';
comment on column currency.message_refused.network_id is 'The network; first in every key';
comment on column currency.message_refused.id is 'Made of what the gateway calls the message';
comment on column currency.message_refused.hub_id is 'The hub of the telephone; access compares this column';
comment on column currency.message_refused.phone_id is 'The telephone';
comment on column currency.message_refused.code is 'Why, as a code';
comment on column currency.message_refused.at is 'When';

create table currency.shop_application (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  mark bytea not null check (length(mark) = 32),
  shop text not null check (length(shop) between 2 and 120),
  place text not null check (length(place) between 2 and 120),
  phone text,
  categories text[] not null check (categories <> '{}' and categories <@ array['food', 'hygiene', 'children', 'school', 'clothing', 'medicine', 'energy', 'home', 'transport']),
  arrived_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  merchant_id uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  constraint received_is_over check (merchant_id is null or ended_at is not null),
  constraint phone_while_waiting check (phone is null or ended_at is null)
);
comment on table currency.shop_application is 'A shop that asked from outside to take part; it is no merchant before the desk has received it';
comment on column currency.shop_application.network_id is 'The network; first in every key';
comment on column currency.shop_application.id is 'UUIDv7';
comment on column currency.shop_application.hub_id is 'The hub it asks; access compares this column';
comment on column currency.shop_application.mark is 'A keyed fingerprint of shop and telephone: who presses twice, or writes again, stands here once';
comment on column currency.shop_application.shop is 'The name of the shop as it was typed';
comment on column currency.shop_application.place is 'Its street and quarter as typed';
comment on column currency.shop_application.phone is 'How the hub reaches the shop; empty once it was answered';
comment on column currency.shop_application.categories is 'What it sells';
comment on column currency.shop_application.arrived_at is 'When it came';
comment on column currency.shop_application.ended_at is 'When the desk answered it';
comment on column currency.shop_application.ended_by is 'Who answered';
comment on column currency.shop_application.merchant_id is 'What it was received as; empty when it was not';

create unique index message_phone_one on currency.message_phone (network_id, mark) where ended_at is null;
create unique index message_phone_hers on currency.message_phone (network_id, hub_id, person_id) where ended_at is null;
create index message_phone_of on currency.message_phone (network_id, hub_id, person_id);
create index message_phone_tied_by on currency.message_phone (network_id, tied_by);
create index message_phone_ended_by on currency.message_phone (network_id, ended_by);
create index message_request_of on currency.message_request (network_id, hub_id, phone_id, asked_at desc);
create index message_refused_of on currency.message_refused (network_id, hub_id, phone_id);
create unique index shop_application_once on currency.shop_application (network_id, hub_id, mark) where ended_at is null;
create index shop_application_hub on currency.shop_application (network_id, hub_id, arrived_at);
create index shop_application_ended_by on currency.shop_application (network_id, ended_by);
create index shop_application_merchant on currency.shop_application (network_id, hub_id, merchant_id);

-- Messages are heard by the house itself, which then brings the card of the telephone; the desk reads which telephones are tied. A stranger leaves an application
-- and reads none.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  people constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
begin
  foreach t in array array['message_phone', 'message_request', 'message_refused', 'shop_application'] loop
    execute format('alter table currency.%I enable row level security', t);
    execute format('alter table currency.%I force row level security', t);
    execute format('grant select, insert on currency.%I to hadina_app', t);
    execute format('create policy %I on currency.%I for select to hadina_app using (%s and %s)', t || '_read', t, net, people);
  end loop;
  foreach t in array array['message_phone', 'message_request', 'message_refused'] loop
    execute format('create policy %I on currency.%I for insert to hadina_app with check (%s and %s)', t || '_add', t, net, people);
  end loop;
  execute format('create policy message_phone_end on currency.message_phone for update to hadina_app using (%s and %s and ended_at is null) with check (%s and %s and ended_at is not null)', net, people, net, people);
  execute format('create policy shop_application_leave on currency.shop_application for insert to hadina_app with check (%s and ended_at is null and merchant_id is null)', net);
  execute format('create policy shop_application_end on currency.shop_application for update to hadina_app using (%s and %s and ended_at is null) with check (%s and %s and ended_at is not null)', net, people, net, people);
end $$;
grant update (ended_at, ended_by) on currency.message_phone to hadina_app;
grant update (ended_at, ended_by, merchant_id, phone) on currency.shop_application to hadina_app;

-- A price that she names herself: by the house, for the hub of the card that is brought and no other.
create policy request_by_message on currency.pay_request for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and made_by is null and payment_id is null and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and hub_id in (select c.hub_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'active' and c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));

-- Who is kept apart from her finds nothing of it; the login of rights reads what her hub keeps of her.
do $$
declare
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  execute format('create policy conflict on currency.message_phone as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', net);
  execute format('create policy rights_read on currency.message_phone for select to hadina_rights using (%s and (%s or %s))', net, here, everywhere);
  grant select on currency.message_phone to hadina_rights;
end $$;
