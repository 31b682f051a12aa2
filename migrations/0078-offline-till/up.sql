-- Selling without a network, within bounds that the hub sets. A till signs each sale with a key of its own; what it signed is written down here once, whether it could be
-- paid or not, and is paid as every other sale (0075). No table here names a person or a card, and no digits are kept: they came sealed and are opened only to be proved.

create table currency.offline_limit (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  card_minor bigint check (card_minor > 0),
  till_minor bigint check (till_minor > 0),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  constraint both_or_none check ((card_minor is null) = (till_minor is null)),
  constraint till_holds_a_card check (till_minor >= card_minor)
);
comment on table currency.offline_limit is 'How much a shop may sell without a network; the newest of a currency holds, and where there is none it may not';
comment on column currency.offline_limit.network_id is 'The network; first in every key';
comment on column currency.offline_limit.id is 'UUIDv7';
comment on column currency.offline_limit.hub_id is 'The hub; access compares this column';
comment on column currency.offline_limit.merchant_id is 'The shop';
comment on column currency.offline_limit.currency is 'ISO 4217';
comment on column currency.offline_limit.card_minor is 'The most of one person and day, in the smallest unit; empty when it is no longer allowed';
comment on column currency.offline_limit.till_minor is 'The most of one till and day, in the smallest unit';
comment on column currency.offline_limit.set_at is 'Since when';
comment on column currency.offline_limit.set_by is 'Who set it';

create table currency.offline_till (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  organization_id uuid not null,
  number integer not null check (number > 0),
  public_key bytea not null check (length(public_key) = 65),
  last_number bigint not null default 0 check (last_number >= 0),
  last_hash bytea not null check (length(last_hash) = 32),
  last_at timestamptz not null,
  registered_at timestamptz not null,
  registered_by uuid,
  stopped_at timestamptz,
  stopped_by uuid,
  primary key (network_id, id),
  unique (network_id, public_key),
  unique (network_id, merchant_id, number),
  unique (network_id, hub_id, merchant_id, id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, registered_by) references network.account (network_id, id),
  foreign key (network_id, stopped_by) references network.account (network_id, id)
);
comment on table currency.offline_till is 'A phone that may sell without a network: its public key, and how far its sales are written down';
comment on column currency.offline_till.network_id is 'The network; first in every key';
comment on column currency.offline_till.id is 'UUIDv7';
comment on column currency.offline_till.hub_id is 'The hub; access compares this column';
comment on column currency.offline_till.merchant_id is 'The shop';
comment on column currency.offline_till.organization_id is 'The body that keeps the shop; access compares this column';
comment on column currency.offline_till.number is 'Its number in the shop: 1, 2, 3 …';
comment on column currency.offline_till.public_key is 'The point of its P-256 key, 65 bytes; the other half never leaves the phone';
comment on column currency.offline_till.last_number is 'The number of its last sale that was written down';
comment on column currency.offline_till.last_hash is 'The SHA-256 of that sale, which the next one names; of its own key before the first';
comment on column currency.offline_till.last_at is 'When that sale counts; the next cannot be older';
comment on column currency.offline_till.registered_at is 'Since when';
comment on column currency.offline_till.registered_by is 'Who stood at the till';
comment on column currency.offline_till.stopped_at is 'Since when it may no longer; for good';
comment on column currency.offline_till.stopped_by is 'Who stopped it';

create table currency.offline_sale (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  organization_id uuid not null,
  till_id uuid not null,
  number bigint not null check (number > 0),
  hash bytea not null check (length(hash) = 32),
  category text not null check (length(category) between 2 and 40),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  made_at timestamptz not null,
  arrived_at timestamptz not null,
  clock_odd boolean not null,
  day date not null,
  state text not null check (state in ('paid', 'refused')),
  why text check (why ~ '^[a-z-]{3,40}$'),
  payment_id uuid,
  primary key (network_id, id),
  unique (network_id, till_id, number),
  unique (network_id, payment_id),
  foreign key (network_id, hub_id, merchant_id, till_id) references currency.offline_till (network_id, hub_id, merchant_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, payment_id) references currency.payment (network_id, id),
  constraint paid_or_why check ((state = 'paid') = (payment_id is not null) and (state = 'refused') = (why is not null))
);
comment on table currency.offline_sale is 'A sale made without a network, as its till signed it and how it ended; it names neither the person nor the card';
comment on column currency.offline_sale.network_id is 'The network; first in every key';
comment on column currency.offline_sale.id is 'UUIDv7';
comment on column currency.offline_sale.hub_id is 'The hub; access compares this column';
comment on column currency.offline_sale.merchant_id is 'The shop';
comment on column currency.offline_sale.organization_id is 'The body that keeps the shop; access compares this column';
comment on column currency.offline_sale.till_id is 'The till';
comment on column currency.offline_sale.number is 'Its number at the till: 1, 2, 3 … without a gap';
comment on column currency.offline_sale.hash is 'The SHA-256 of what was signed: the same sale sent again is known by it';
comment on column currency.offline_sale.category is 'What was bought, as the shop says';
comment on column currency.offline_sale.amount_minor is 'The price, in the smallest unit';
comment on column currency.offline_sale.currency is 'ISO 4217';
comment on column currency.offline_sale.made_at is 'When it was made, by the clock of the till';
comment on column currency.offline_sale.arrived_at is 'When it was sent in';
comment on column currency.offline_sale.clock_odd is 'The clock of the till cannot be right: the sale counts when it arrived';
comment on column currency.offline_sale.day is 'The day of the hub''s calendar to whose bounds it counts';
comment on column currency.offline_sale.state is 'paid · refused: nothing was paid, and the shop bears it';
comment on column currency.offline_sale.why is 'The reason of a no';
comment on column currency.offline_sale.payment_id is 'The sale by which it was paid';

create index offline_limit_of on currency.offline_limit (network_id, hub_id, merchant_id, currency, set_at desc);
create index offline_limit_by on currency.offline_limit (network_id, set_by);
create index offline_till_of on currency.offline_till (network_id, hub_id, merchant_id);
create index offline_till_organization on currency.offline_till (network_id, organization_id);
create index offline_till_registered_by on currency.offline_till (network_id, registered_by);
create index offline_till_stopped_by on currency.offline_till (network_id, stopped_by);
create index offline_sale_of on currency.offline_sale (network_id, hub_id, merchant_id, till_id);
create index offline_sale_day on currency.offline_sale (network_id, till_id, day);
create index offline_sale_organization on currency.offline_sale (network_id, organization_id);
create index offline_sale_arrived on currency.offline_sale (network_id, merchant_id, arrived_at desc);
alter table currency.offline_limit enable row level security;
alter table currency.offline_limit force row level security;
alter table currency.offline_till enable row level security;
alter table currency.offline_till force row level security;
alter table currency.offline_sale enable row level security;
alter table currency.offline_sale force row level security;

-- The bounds are no secret, as those of an agreement are none. A till and its sales are read by the shop and its hub; a sale that was paid also by whoever reads that payment
-- by the card that was brought, so that the bound of a person counts in every shop.
do $$
declare
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  people constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
  money constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
  body constant text := $s$organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])$s$;
begin
  execute format('create policy offline_limit_read on currency.offline_limit for select to hadina_app using (%s)', net);
  execute format('create policy offline_limit_set on currency.offline_limit for insert to hadina_app with check (%s and %s)', net, people);
  execute format('create policy offline_till_read on currency.offline_till for select to hadina_app using (%s and (%s or %s or %s))', net, people, money, body);
  execute format('create policy offline_till_register on currency.offline_till for insert to hadina_app with check (%s and %s and last_number = 0 and stopped_at is null)', net, body);
  -- A till that was stopped changes no more, whoever asks.
  execute format('create policy offline_till_change on currency.offline_till for update to hadina_app using (%s and stopped_at is null and (%s or %s)) with check (%s and (%s or %s))', net, people, body, net, people, body);
  execute format('create policy offline_sale_read on currency.offline_sale for select to hadina_app using (%s and (%s or %s or %s or payment_id in (select o.payment_id from currency.payment_of o where o.%s)))', net, people, money, body, net);
  execute format('create policy offline_sale_settle on currency.offline_sale for insert to hadina_app with check (%s and %s and till_id in (select t.id from currency.offline_till t where t.%s and t.stopped_at is null and t.merchant_id = offline_sale.merchant_id))', net, body, net);
end $$;

grant select, insert on currency.offline_limit, currency.offline_till, currency.offline_sale to hadina_app;
grant update (last_number, last_hash, last_at, stopped_at, stopped_by) on currency.offline_till to hadina_app;

-- Sales made without a network that could not be paid are a pattern that somebody looks at, as the others are.
alter table currency.alert drop constraint alert_kind_check, add constraint alert_kind_check check (kind in ('often', 'emptied', 'split', 'few_wallets', 'closed_hours', 'unpaid_offline'));
comment on column currency.alert.kind is 'often: one wallet many times in an hour · emptied: a wallet spent whole soon after it was filled · split: sales just under the limit · few_wallets: most of a day from few wallets · closed_hours: sales while the door is shut · unpaid_offline: sales made without a network that could not be paid';
