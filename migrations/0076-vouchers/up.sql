-- A local currency that is bought, what shops make of aid they took, and paper vouchers. No table here holds an amount that moves: that is the ledger's (0070).
-- A voucher is an account of its own, filled from the wallet of one household, so that every unit is somewhere at every instant.

create table currency.purchase (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  instrument_id uuid not null,
  account_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  proof text not null check (length(proof) between 3 and 300),
  approved_by uuid not null,
  approved_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  number bigint,
  primary key (network_id, id),
  constraint four_eyes check (taken_by <> approved_by),
  constraint taken_whole check ((taken_by is null) = (taken_at is null) and (taken_by is null) = (number is null)),
  foreign key (network_id, hub_id, instrument_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, instrument_id, account_id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, instrument_id, number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, approved_by) references network.account (network_id, id),
  foreign key (network_id, taken_by) references network.account (network_id, id)
);
comment on table currency.purchase is 'Money of outside for which units of a local currency are given: approved by one, taken in by another';
comment on column currency.purchase.network_id is 'The network; first in every key';
comment on column currency.purchase.id is 'UUIDv7; also the key of its transfer';
comment on column currency.purchase.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.purchase.instrument_id is 'The local currency, and its book';
comment on column currency.purchase.account_id is 'Who gets the units: an account of the book';
comment on column currency.purchase.amount_minor is 'How much, in the smallest unit';
comment on column currency.purchase.proof is 'The paper that shows that the money came';
comment on column currency.purchase.approved_by is 'Who approved it';
comment on column currency.purchase.approved_at is 'When';
comment on column currency.purchase.taken_by is 'Who took it in';
comment on column currency.purchase.taken_at is 'When';
comment on column currency.purchase.number is 'The entry of the journal by which the units were given';

create table currency.conversion (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  programme_id uuid not null,
  from_book uuid not null,
  from_account uuid not null,
  from_number bigint not null,
  to_book uuid not null,
  to_account uuid not null,
  to_number bigint not null,
  amount_minor bigint not null check (amount_minor > 0),
  converted_at timestamptz not null,
  converted_by uuid not null,
  primary key (network_id, id),
  constraint two_books check (from_book <> to_book),
  foreign key (network_id, hub_id, from_book) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, hub_id, to_book) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, programme_id) references currency.programme (network_id, id),
  foreign key (network_id, from_book, from_account) references ledger.account (network_id, book_id, id),
  foreign key (network_id, to_book, to_account) references ledger.account (network_id, book_id, id),
  foreign key (network_id, from_book, from_number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, to_book, to_number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, converted_by) references network.account (network_id, id)
);
comment on table currency.conversion is 'What a shop took as aid and made local currency of: two transfers in two books, and the money behind them that went with it';
comment on column currency.conversion.network_id is 'The network; first in every key';
comment on column currency.conversion.id is 'UUIDv7; also the key of both transfers';
comment on column currency.conversion.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.conversion.organization_id is 'The shop';
comment on column currency.conversion.programme_id is 'The programme whose units these were; its rules allow it';
comment on column currency.conversion.from_book is 'The instrument of the aid';
comment on column currency.conversion.from_account is 'The account of the shop in it';
comment on column currency.conversion.from_number is 'The entry by which the aid left';
comment on column currency.conversion.to_book is 'The local currency';
comment on column currency.conversion.to_account is 'The account of the shop in it';
comment on column currency.conversion.to_number is 'The entry by which the units came';
comment on column currency.conversion.amount_minor is 'How much, in the smallest unit of both';
comment on column currency.conversion.converted_at is 'When';
comment on column currency.conversion.converted_by is 'Who asked for it';

create table currency.voucher_batch (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  aid_id uuid not null,
  person_id uuid not null,
  book_id uuid not null,
  pieces integer not null check (pieces between 1 and 60),
  amount_minor bigint not null check (amount_minor > 0),
  expires_on date not null,
  drawn_at timestamptz not null,
  drawn_by uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, aid_id) references currency.aid (network_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, hub_id, book_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, drawn_by) references network.account (network_id, id)
);
comment on table currency.voucher_batch is 'A sheet of paper vouchers drawn from the aid of one household; nothing of a fund is ever drawn without one';
comment on column currency.voucher_batch.network_id is 'The network; first in every key';
comment on column currency.voucher_batch.id is 'UUIDv7';
comment on column currency.voucher_batch.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.voucher_batch.aid_id is 'The aid whose wallet it was drawn from, and to which rests return';
comment on column currency.voucher_batch.person_id is 'Who carries that aid';
comment on column currency.voucher_batch.book_id is 'The instrument of the aid';
comment on column currency.voucher_batch.pieces is 'How many vouchers';
comment on column currency.voucher_batch.amount_minor is 'What each is worth, in the smallest unit';
comment on column currency.voucher_batch.expires_on is 'The last day on which they are taken; that of the aid';
comment on column currency.voucher_batch.drawn_at is 'When it was drawn';
comment on column currency.voucher_batch.drawn_by is 'The account that drew it';

create table currency.voucher (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  batch_id uuid not null,
  book_id uuid not null,
  wallet_id uuid not null,
  serial integer not null check (serial > 0),
  amount_minor bigint not null check (amount_minor > 0),
  expires_on date not null,
  hash bytea not null check (length(hash) = 32),
  state text not null check (state in ('issued', 'redeemed', 'void', 'expired')),
  state_at timestamptz not null,
  state_by uuid,
  organization_id uuid,
  shop_id uuid,
  paid_minor bigint,
  number bigint,
  payment_id uuid,
  primary key (network_id, id),
  unique (network_id, hash),
  unique (network_id, batch_id, serial),
  constraint taken_once check ((state = 'redeemed') = (number is not null) and (number is null) = (organization_id is null) and (number is null) = (shop_id is null) and (number is null) = (paid_minor is null) and (number is null) = (payment_id is null)),
  constraint never_more check (paid_minor between 1 and amount_minor),
  foreign key (network_id, hub_id, batch_id) references currency.voucher_batch (network_id, hub_id, id),
  foreign key (network_id, book_id, id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, book_id, wallet_id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, book_id, shop_id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, book_id, number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, hub_id, payment_id) references currency.payment (network_id, hub_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, state_by) references network.account (network_id, id)
);
comment on table currency.voucher is 'One paper voucher: its id is that of its account in the ledger. It names nobody, and only the fingerprint of its code is kept';
comment on column currency.voucher.network_id is 'The network; first in every key';
comment on column currency.voucher.id is 'UUIDv7; also that of its account';
comment on column currency.voucher.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.voucher.batch_id is 'The sheet it stands on';
comment on column currency.voucher.book_id is 'The instrument of the aid';
comment on column currency.voucher.wallet_id is 'The account it was filled from, and to which what is left of it returns';
comment on column currency.voucher.serial is 'Its place on the sheet: 1, 2, 3 …';
comment on column currency.voucher.amount_minor is 'What it is worth, in the smallest unit';
comment on column currency.voucher.expires_on is 'The last day on which it is taken';
comment on column currency.voucher.hash is 'SHA-256 of its code; the code itself is made of the row by the key of the house and kept nowhere';
comment on column currency.voucher.state is 'issued: may be taken · redeemed: taken, once · void: lost or taken back · expired';
comment on column currency.voucher.state_at is 'Since when';
comment on column currency.voucher.state_by is 'The account that did it';
comment on column currency.voucher.organization_id is 'The shop that took it';
comment on column currency.voucher.shop_id is 'The account of that shop';
comment on column currency.voucher.paid_minor is 'For how much it was taken, in the smallest unit';
comment on column currency.voucher.number is 'The entry of the journal by which it was paid';
comment on column currency.voucher.payment_id is 'The sale it paid, with the number of its receipt';

create index purchase_of on currency.purchase (network_id, hub_id, instrument_id);
create index purchase_account on currency.purchase (network_id, instrument_id, account_id);
create index purchase_number on currency.purchase (network_id, instrument_id, number);
create index purchase_approved_by on currency.purchase (network_id, approved_by);
create index purchase_taken_by on currency.purchase (network_id, taken_by);
create index conversion_from on currency.conversion (network_id, hub_id, from_book);
create index conversion_to on currency.conversion (network_id, hub_id, to_book);
create index conversion_organization on currency.conversion (network_id, organization_id);
create index conversion_programme on currency.conversion (network_id, programme_id);
create index conversion_from_account on currency.conversion (network_id, from_book, from_account);
create index conversion_to_account on currency.conversion (network_id, to_book, to_account);
create index conversion_from_number on currency.conversion (network_id, from_book, from_number);
create index conversion_to_number on currency.conversion (network_id, to_book, to_number);
create index conversion_by on currency.conversion (network_id, converted_by);
create index voucher_batch_aid on currency.voucher_batch (network_id, aid_id);
create index voucher_batch_person on currency.voucher_batch (network_id, hub_id, person_id);
create index voucher_batch_book on currency.voucher_batch (network_id, hub_id, book_id);
create index voucher_batch_drawn_by on currency.voucher_batch (network_id, drawn_by);
create index voucher_of on currency.voucher (network_id, hub_id, batch_id);
create index voucher_account on currency.voucher (network_id, book_id, id);
create index voucher_wallet on currency.voucher (network_id, book_id, wallet_id);
create index voucher_shop on currency.voucher (network_id, book_id, shop_id);
create index voucher_number on currency.voucher (network_id, book_id, number);
create unique index voucher_payment on currency.voucher (network_id, hub_id, payment_id);
create index voucher_organization on currency.voucher (network_id, organization_id);
create index voucher_state_by on currency.voucher (network_id, state_by);
create index voucher_ending on currency.voucher (network_id, expires_on) where state = 'issued';
alter table currency.purchase enable row level security;
alter table currency.purchase force row level security;
alter table currency.conversion enable row level security;
alter table currency.conversion force row level security;
alter table currency.voucher_batch enable row level security;
alter table currency.voucher_batch force row level security;
alter table currency.voucher enable row level security;
alter table currency.voucher force row level security;

create policy purchase_read on currency.purchase for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy purchase_approve on currency.purchase for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and approved_by = (select nullif(current_setting('app.account', true), '')::uuid) and taken_by is null);
create policy purchase_take_in on currency.purchase for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and taken_by is null)
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and taken_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy conversion_read on currency.conversion for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])));
create policy conversion_add on currency.conversion for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) and converted_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy voucher_batch_read on currency.voucher_batch for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy voucher_batch_draw on currency.voucher_batch for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
-- Whoever brings the code reaches that one voucher; a shop goes on reading those that it took.
create policy voucher_read on currency.voucher for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy voucher_draw on currency.voucher for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) and state = 'issued');
-- What was taken, voided or is over changes no more, whoever asks.
create policy voucher_end on currency.voucher for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state = 'issued' and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) and state in ('void', 'expired')) or (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]) and hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and state = 'redeemed')));

-- A sale is written as well by a till that brings a voucher which nobody took yet (0075: a card that is in use); what was paid with it is read and given back by the paper.
create policy payment_by_voucher on currency.payment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
    and hub_id in (select v.hub_id from currency.voucher v where v.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and v.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and v.state = 'issued'));
create policy leg_by_voucher on currency.payment_leg for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id in (select v.hub_id from currency.voucher v where v.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and v.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and v.state = 'issued'));
create policy leg_of_voucher on currency.payment_leg for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and payment_id in (select v.payment_id from currency.voucher v where v.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and v.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy leg_of_voucher_back on currency.payment_leg for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and payment_id in (select v.payment_id from currency.voucher v where v.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and v.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and payment_id in (select v.payment_id from currency.voucher v where v.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and v.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));

grant select, insert on currency.purchase, currency.conversion, currency.voucher_batch, currency.voucher to hadina_app;
grant update (taken_by, taken_at, number) on currency.purchase to hadina_app;
grant update (state, state_at, state_by, organization_id, shop_id, paid_minor, number, payment_id) on currency.voucher to hadina_app;

-- Who is kept apart from her finds nothing of it; the login of rights reads what her hub keeps of her.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['voucher_batch'] loop
    execute format('create policy conflict on currency.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    execute format('create policy rights_read on currency.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on currency.%I to hadina_rights', t);
  end loop;
end $$;
