-- What people pay with, and what a till takes. A card is a code and the digits she chose; neither pays without the other. A sale is one row that names nobody,
-- the wallets it came from and the person stand apart: a shop reads its sales and can join them to no one. Money itself moves in the ledger (0070) and nowhere else.

create table currency.card (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  number text not null check (number ~ '^[A-Z0-9]{8}$'),
  number_hash bytea not null generated always as (sha256(number::bytea)) stored,
  hash bytea not null check (length(hash) = 32),
  pin_hash text check (pin_hash like '$argon2id$%'),
  duress_hash text check (duress_hash like '$argon2id$%'),
  tries smallint not null default 0 check (tries between 0 and 3),
  day_minor bigint check (day_minor > 0),
  day_currency text check (day_currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('waiting', 'active', 'locked', 'lost', 'replaced')),
  state_at timestamptz not null,
  state_by uuid,
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, hash),
  unique (network_id, number),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, state_by) references network.account (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  constraint bound_whole check ((day_minor is null) = (day_currency is null)),
  constraint digits_before_use check ((state in ('active', 'locked')) <= (pin_hash is not null)),
  constraint locked_after_three check (state <> 'active' or tries < 3)
);
comment on table currency.card is 'What a person pays with: a code on paper or in her hand, which pays nothing without the digits she chose';
comment on column currency.card.network_id is 'The network; first in every key';
comment on column currency.card.id is 'UUIDv7';
comment on column currency.card.hub_id is 'The hub that gave it; access compares this column';
comment on column currency.card.person_id is 'Who pays with it';
comment on column currency.card.number is 'What is typed where no camera reads it; told to a till it pays nothing by itself';
comment on column currency.card.number_hash is 'SHA-256 of the number, by which row-level security finds the card';
comment on column currency.card.hash is 'SHA-256 of the code in its square; the code itself is kept nowhere';
comment on column currency.card.pin_hash is 'Her digits, hashed with the secret of the house';
comment on column currency.card.duress_hash is 'The digits she types when somebody forces her, hashed likewise';
comment on column currency.card.tries is 'Wrong digits one after the other';
comment on column currency.card.day_minor is 'The most it pays in a day, in the smallest unit; no such bound when empty';
comment on column currency.card.day_currency is 'In which currency that bound is, ISO 4217';
comment on column currency.card.state is 'waiting: she has chosen no digits yet · active · locked: wrong digits three times · lost · replaced';
comment on column currency.card.state_at is 'Since when';
comment on column currency.card.state_by is 'The account that did it; empty when a till or a message did';
comment on column currency.card.made_at is 'When it was given';
comment on column currency.card.made_by is 'Who gave it';

create table currency.local_wallet (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  instrument_id uuid not null,
  person_id uuid not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, instrument_id, person_id),
  foreign key (network_id, hub_id, instrument_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, opened_by) references network.account (network_id, id)
);
comment on table currency.local_wallet is 'What a person holds of a local currency: its id is that of her account in the ledger';
comment on column currency.local_wallet.network_id is 'The network; first in every key';
comment on column currency.local_wallet.id is 'UUIDv7; also that of the account';
comment on column currency.local_wallet.hub_id is 'The hub that opened it; access compares this column';
comment on column currency.local_wallet.instrument_id is 'The local currency';
comment on column currency.local_wallet.person_id is 'Whose';
comment on column currency.local_wallet.opened_at is 'When';
comment on column currency.local_wallet.opened_by is 'By whom';

create table currency.payment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  organization_id uuid not null,
  till_account uuid,
  number text not null check (number ~ '^[A-Z0-9]{8}$'),
  category text not null check (length(category) between 2 and 40),
  amount_minor bigint not null check (amount_minor > 0),
  refunded_minor bigint not null default 0,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('taken', 'part_refunded', 'refunded')),
  taken_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, number),
  unique (network_id, hub_id, id),
  foreign key (network_id, merchant_id) references currency.merchant (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, till_account) references network.account (network_id, id),
  constraint refund_within_sale check (refunded_minor between 0 and amount_minor),
  constraint state_says_refund check ((state = 'taken') = (refunded_minor = 0) and (state = 'refunded') = (refunded_minor = amount_minor))
);
comment on table currency.payment is 'A sale that was paid. It names no person: who paid stands in a table that no shop reads';
comment on column currency.payment.network_id is 'The network; first in every key';
comment on column currency.payment.id is 'UUIDv7';
comment on column currency.payment.hub_id is 'The hub of the shop; access compares this column';
comment on column currency.payment.merchant_id is 'The shop';
comment on column currency.payment.organization_id is 'The body that keeps the shop; access compares this column';
comment on column currency.payment.till_account is 'Who stood at the till; empty when she paid a request by her own phone';
comment on column currency.payment.number is 'The number of the receipt';
comment on column currency.payment.category is 'What was bought, as the shop says';
comment on column currency.payment.amount_minor is 'The whole price, in the smallest unit';
comment on column currency.payment.refunded_minor is 'What of it was given back';
comment on column currency.payment.currency is 'ISO 4217';
comment on column currency.payment.state is 'taken · part_refunded · refunded';
comment on column currency.payment.taken_at is 'When it was paid';

create table currency.payment_leg (
  network_id uuid not null,
  payment_id uuid not null,
  book_id uuid not null,
  number bigint not null check (number > 0),
  hub_id uuid not null,
  place smallint not null check (place > 0),
  amount_minor bigint not null check (amount_minor > 0),
  refunded_minor bigint not null default 0,
  door bytea not null check (length(door) = 32),
  primary key (network_id, payment_id, book_id, number),
  foreign key (network_id, hub_id, payment_id) references currency.payment (network_id, hub_id, id),
  foreign key (network_id, book_id) references ledger.book (network_id, id),
  constraint refund_within_leg check (refunded_minor between 0 and amount_minor)
);
comment on table currency.payment_leg is 'Which wallet a sale was paid from; a shop reads one amount and nothing of this';
comment on column currency.payment_leg.network_id is 'The network; first in every key';
comment on column currency.payment_leg.payment_id is 'The sale';
comment on column currency.payment_leg.book_id is 'The book of the wallet';
comment on column currency.payment_leg.number is 'The entry of the journal';
comment on column currency.payment_leg.hub_id is 'The hub of the shop; access compares this column';
comment on column currency.payment_leg.place is 'In which order they were taken';
comment on column currency.payment_leg.amount_minor is 'In the smallest unit';
comment on column currency.payment_leg.refunded_minor is 'What of it was given back';
comment on column currency.payment_leg.door is 'A keyed fingerprint of the receipt: who gives back reads this row by it, and nobody at a till otherwise';

create table currency.payment_of (
  network_id uuid not null,
  payment_id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  card_id uuid not null,
  means text not null check (means in ('card', 'phone', 'message')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  paid_at timestamptz not null,
  primary key (network_id, payment_id),
  foreign key (network_id, hub_id, payment_id) references currency.payment (network_id, hub_id, id),
  foreign key (network_id, hub_id, card_id) references currency.card (network_id, hub_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id)
);
comment on table currency.payment_of is 'Who paid a sale, and with what; never for a shop';
comment on column currency.payment_of.network_id is 'The network; first in every key';
comment on column currency.payment_of.payment_id is 'The sale';
comment on column currency.payment_of.hub_id is 'The hub of the card; access compares this column';
comment on column currency.payment_of.person_id is 'Who paid';
comment on column currency.payment_of.card_id is 'Her card';
comment on column currency.payment_of.means is 'card: at the till · phone: she confirmed a request · message: by a text message';
comment on column currency.payment_of.amount_minor is 'In the smallest unit, for the bound of a day';
comment on column currency.payment_of.currency is 'ISO 4217';
comment on column currency.payment_of.paid_at is 'When';

create table currency.pay_request (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  organization_id uuid not null,
  number text not null check (number ~ '^[A-Z0-9]{8}$'),
  number_hash bytea not null generated always as (sha256(('asked ' || number)::bytea)) stored,
  category text not null check (length(category) between 2 and 40),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  made_at timestamptz not null,
  made_by uuid,
  until_at timestamptz not null,
  payment_id uuid,
  primary key (network_id, id),
  unique (network_id, number),
  unique (network_id, payment_id),
  foreign key (network_id, merchant_id) references currency.merchant (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  foreign key (network_id, payment_id) references currency.payment (network_id, id),
  constraint for_minutes check (until_at > made_at and until_at <= made_at + interval '15 minutes')
);
comment on table currency.pay_request is 'A price that a till asks for: for minutes, once. Whoever pays is not named here';
comment on column currency.pay_request.network_id is 'The network; first in every key';
comment on column currency.pay_request.id is 'UUIDv7';
comment on column currency.pay_request.hub_id is 'The hub of the shop; access compares this column';
comment on column currency.pay_request.merchant_id is 'The shop';
comment on column currency.pay_request.organization_id is 'The body that keeps the shop; access compares this column';
comment on column currency.pay_request.number is 'What stands in its square';
comment on column currency.pay_request.number_hash is 'Its fingerprint, by which row-level security finds the price that somebody reads from the square';
comment on column currency.pay_request.category is 'What is bought';
comment on column currency.pay_request.amount_minor is 'In the smallest unit';
comment on column currency.pay_request.currency is 'ISO 4217';
comment on column currency.pay_request.made_at is 'When it was made';
comment on column currency.pay_request.made_by is 'Who stood at the till';
comment on column currency.pay_request.until_at is 'It is paid before this moment or not at all';
comment on column currency.pay_request.payment_id is 'What paid it, once';

create table currency.refund (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  payment_id uuid not null,
  organization_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id, payment_id) references currency.payment (network_id, hub_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table currency.refund is 'What a shop gave back of a sale, to the wallets it came from';
comment on column currency.refund.network_id is 'The network; first in every key';
comment on column currency.refund.id is 'UUIDv7';
comment on column currency.refund.hub_id is 'The hub of the shop; access compares this column';
comment on column currency.refund.payment_id is 'The sale';
comment on column currency.refund.organization_id is 'The body that keeps the shop; access compares this column';
comment on column currency.refund.amount_minor is 'In the smallest unit';
comment on column currency.refund.made_at is 'When';
comment on column currency.refund.made_by is 'Who stood at the till';

create unique index card_one on currency.card (network_id, hub_id, person_id) where state not in ('lost', 'replaced');
create unique index card_found on currency.card (network_id, number_hash);
create index card_of on currency.card (network_id, hub_id, person_id);
create index card_state_by on currency.card (network_id, state_by);
create index card_made_by on currency.card (network_id, made_by);
create index local_wallet_of on currency.local_wallet (network_id, hub_id, person_id);
create index local_wallet_in on currency.local_wallet (network_id, hub_id, instrument_id);
create index local_wallet_opened_by on currency.local_wallet (network_id, opened_by);
create index payment_of_merchant on currency.payment (network_id, merchant_id, taken_at desc);
create index payment_of_hub on currency.payment (network_id, hub_id, taken_at desc);
create index payment_of_organization on currency.payment (network_id, organization_id);
create index payment_till on currency.payment (network_id, till_account);
create index payment_leg_of on currency.payment_leg (network_id, hub_id, payment_id);
create index payment_leg_book on currency.payment_leg (network_id, book_id, number);
create index payment_of_sale on currency.payment_of (network_id, hub_id, payment_id);
create index payment_of_card on currency.payment_of (network_id, hub_id, card_id);
create index payment_of_person on currency.payment_of (network_id, hub_id, person_id, paid_at desc);
create index pay_request_of on currency.pay_request (network_id, merchant_id);
create index pay_request_hub on currency.pay_request (network_id, hub_id);
create index pay_request_organization on currency.pay_request (network_id, organization_id);
create index pay_request_made_by on currency.pay_request (network_id, made_by);
create index refund_of on currency.refund (network_id, hub_id, payment_id);
create index refund_organization on currency.refund (network_id, organization_id);
create index refund_made_by on currency.refund (network_id, made_by);

alter table currency.card enable row level security;
alter table currency.card force row level security;
alter table currency.local_wallet enable row level security;
alter table currency.local_wallet force row level security;
alter table currency.payment enable row level security;
alter table currency.payment force row level security;
alter table currency.payment_leg enable row level security;
alter table currency.payment_leg force row level security;
alter table currency.payment_of enable row level security;
alter table currency.payment_of force row level security;
alter table currency.pay_request enable row level security;
alter table currency.pay_request force row level security;
alter table currency.refund enable row level security;
alter table currency.refund force row level security;

-- A card opens to the desk that gave it, and to whoever brought its code, its number or her own link; a person's wallets to whoever brought her card.
create policy card_read on currency.card for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or (hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))));
create policy card_give on currency.card for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) and state = 'waiting');
create policy card_change on currency.card for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or (hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or (hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))));
create policy aid_by_card on currency.aid for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and person_id in (select c.person_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))) and c.state <> 'replaced'));
create policy local_wallet_read on currency.local_wallet for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or (person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null) or person_id in (select c.person_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))) and c.state <> 'replaced'))));
create policy local_wallet_open on currency.local_wallet for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));

-- A sale is written by a till of the shop, or by whoever pays what the shop asked for; either brings a card that is in use at the hub of the shop.
-- A price is read by the shop and the hub, and for a day by whoever has its number, alone or beside the card that pays it; by nobody else.
create policy request_read on currency.pay_request for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or (made_at > now() - interval '1 day' and number_hash in ((select decode(coalesce(current_setting('app.link', true), ''), 'hex')), (select decode(coalesce(current_setting('app.beside', true), ''), 'hex'))))));
create policy request_make on currency.pay_request for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) and payment_id is null);
create policy request_pay on currency.pay_request for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and payment_id is null and until_at > now() and number_hash = (select decode(coalesce(current_setting('app.beside', true), ''), 'hex')) and hub_id in (select c.hub_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'active' and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and payment_id is not null);
create policy of_read on currency.payment_of for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or (person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null) or person_id in (select c.person_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))) and c.state <> 'replaced'))));
create policy of_write on currency.payment_of for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id in (select c.hub_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'active' and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))) and (person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null) or person_id in (select c.person_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))) and c.state <> 'replaced')));
create policy payment_read on currency.payment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or id in (select o.payment_id from currency.payment_of o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid))));
create policy payment_take on currency.payment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id in (select c.hub_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'active' and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))) and (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) or exists (select from currency.pay_request r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and r.merchant_id = payment.merchant_id and r.organization_id = payment.organization_id and r.amount_minor = payment.amount_minor and r.payment_id is null and r.until_at > now())));
create policy payment_give_back on currency.payment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]));
create policy leg_read on currency.payment_leg for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or door = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy leg_write on currency.payment_leg for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id in (select c.hub_id from currency.card c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'active' and (c.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.number_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) or c.person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null))));
create policy leg_give_back on currency.payment_leg for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and door = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and door = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')));
create policy refund_read on currency.refund for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy refund_make on currency.refund for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]));

grant select, insert on currency.card, currency.local_wallet, currency.payment, currency.payment_leg, currency.payment_of, currency.pay_request, currency.refund to hadina_app;
grant update (pin_hash, duress_hash, tries, day_minor, day_currency, state, state_at, state_by) on currency.card to hadina_app;
grant update (refunded_minor, state) on currency.payment to hadina_app;
grant update (refunded_minor) on currency.payment_leg to hadina_app;
grant update (payment_id) on currency.pay_request to hadina_app;

-- Who is kept apart from her finds nothing of it. The login of rights reads what her hub keeps of her; that money was spent stays counted when she is forgotten.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['card', 'local_wallet', 'payment_of'] loop
    execute format('create policy conflict on currency.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    execute format('create policy rights_read on currency.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on currency.%I to hadina_rights', t);
  end loop;
end $$;
