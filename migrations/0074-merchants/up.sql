-- Shops that take part: who may take payments and by which agreement, what is owed to them, and how it reaches their bank. What they hold stands in the ledger
-- (0070): the id of a merchant's account here is that of its account in the book of one instrument.

create table currency.merchant (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('applied', 'agreement_signed', 'active', 'suspended', 'exited')),
  categories text[] not null check (categories <> '{}' and categories <@ array['food', 'hygiene', 'children', 'school', 'clothing', 'medicine', 'energy', 'home', 'transport']),
  opens_at time,
  closes_at time,
  agreement_id uuid,
  applied_at timestamptz not null,
  applied_by uuid,
  state_at timestamptz not null,
  state_by uuid,
  why text check (length(why) between 3 and 300),
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, organization_id, id),
  constraint merchant_once unique (network_id, hub_id, organization_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, agreement_id) references network.agreement (network_id, id),
  foreign key (network_id, applied_by) references network.account (network_id, id),
  foreign key (network_id, state_by) references network.account (network_id, id),
  constraint takes_by_agreement check (state in ('applied', 'exited') or agreement_id is not null),
  constraint stopped_says_why check ((state in ('suspended', 'exited')) = (why is not null)),
  constraint open_and_close check ((opens_at is null) = (closes_at is null) and opens_at < closes_at)
);
comment on table currency.merchant is 'An organization that takes, or took, what the hub lets circulate; whether it may today also asks its agreement';
comment on column currency.merchant.network_id is 'The network; first in every key';
comment on column currency.merchant.id is 'UUIDv7';
comment on column currency.merchant.hub_id is 'The hub whose instruments it takes; access compares this column';
comment on column currency.merchant.organization_id is 'The body it is; whoever works at its till holds a role there';
comment on column currency.merchant.state is 'applied · agreement_signed · active (takes payments while its agreement is in force) · suspended · exited';
comment on column currency.merchant.categories is 'What it sells, from the closed list; alcohol, tobacco and games of chance stand in no list';
comment on column currency.merchant.opens_at is 'When its door opens, by the hub''s clock; a sale far from it is looked at';
comment on column currency.merchant.closes_at is 'When it closes';
comment on column currency.merchant.agreement_id is 'The agreement that opens its right to take payments, and closes it';
comment on column currency.merchant.applied_at is 'When it asked to take part';
comment on column currency.merchant.applied_by is 'Who wrote that down';
comment on column currency.merchant.state_at is 'Since when it stands so';
comment on column currency.merchant.state_by is 'Who brought it there';
comment on column currency.merchant.why is 'Why it was suspended or left';
create index merchant_organization on currency.merchant (network_id, organization_id);
create index merchant_agreement on currency.merchant (network_id, agreement_id);
create index merchant_applied_by on currency.merchant (network_id, applied_by);
create index merchant_state_by on currency.merchant (network_id, state_by);

create table currency.merchant_account (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  instrument_id uuid not null,
  opened_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, merchant_id, instrument_id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, hub_id, instrument_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, instrument_id, id) references ledger.account (network_id, book_id, id)
);
comment on table currency.merchant_account is 'Where a merchant''s takings stand in the book of one instrument';
comment on column currency.merchant_account.network_id is 'The network; first in every key';
comment on column currency.merchant_account.id is 'UUIDv7; also that of the account in the ledger';
comment on column currency.merchant_account.hub_id is 'The hub; the merchant and the instrument are both of it';
comment on column currency.merchant_account.merchant_id is 'The merchant';
comment on column currency.merchant_account.instrument_id is 'The instrument, which is the book';
comment on column currency.merchant_account.opened_at is 'When it was opened';
create index merchant_account_of on currency.merchant_account (network_id, hub_id, merchant_id);
create index merchant_account_in on currency.merchant_account (network_id, hub_id, instrument_id);
create index merchant_account_ledger on currency.merchant_account (network_id, instrument_id, id);

create table currency.merchant_limit (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  sale_minor bigint not null check (sale_minor > 0),
  day_minor bigint not null check (day_minor >= sale_minor),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id)
);
comment on table currency.merchant_limit is 'The most a merchant takes in one sale and in one day, as its agreement says; the newest row of a currency counts';
comment on column currency.merchant_limit.network_id is 'The network; first in every key';
comment on column currency.merchant_limit.id is 'UUIDv7';
comment on column currency.merchant_limit.hub_id is 'The hub; access compares this column';
comment on column currency.merchant_limit.merchant_id is 'The merchant';
comment on column currency.merchant_limit.currency is 'ISO 4217';
comment on column currency.merchant_limit.sale_minor is 'In one sale, in the smallest unit';
comment on column currency.merchant_limit.day_minor is 'In one day of the hub''s calendar';
comment on column currency.merchant_limit.set_at is 'When it was set';
comment on column currency.merchant_limit.set_by is 'Who set it';
create index merchant_limit_of on currency.merchant_limit (network_id, hub_id, merchant_id, currency, set_at desc);
create index merchant_limit_set_by on currency.merchant_limit (network_id, set_by);

create table currency.merchant_tie (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  account_id uuid not null,
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (network_id, id),
  unique (network_id, merchant_id, account_id),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, said_by) references network.account (network_id, id)
);
comment on table currency.merchant_tie is 'A colleague who is kin of a merchant, owns of it or works there: she neither validates nor pays its claims';
comment on column currency.merchant_tie.network_id is 'The network; first in every key';
comment on column currency.merchant_tie.id is 'UUIDv7';
comment on column currency.merchant_tie.hub_id is 'The hub; access compares this column';
comment on column currency.merchant_tie.merchant_id is 'The merchant';
comment on column currency.merchant_tie.account_id is 'The colleague';
comment on column currency.merchant_tie.said_at is 'When it was said';
comment on column currency.merchant_tie.said_by is 'Who said it: herself, or who leads';
create index merchant_tie_of on currency.merchant_tie (network_id, hub_id, merchant_id);
create index merchant_tie_account on currency.merchant_tie (network_id, account_id);
create index merchant_tie_said_by on currency.merchant_tie (network_id, said_by);

create table currency.settlement (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  number integer not null check (number > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  claims integer not null check (claims > 0),
  total_minor bigint not null check (total_minor > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  paid_by uuid,
  paid_at timestamptz,
  dropped_by uuid,
  dropped_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, hub_id, number),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  foreign key (network_id, paid_by) references network.account (network_id, id),
  foreign key (network_id, dropped_by) references network.account (network_id, id),
  constraint four_eyes check (paid_by <> made_by),
  constraint paid_whole check ((paid_by is null) = (paid_at is null)),
  constraint dropped_whole check ((dropped_by is null) = (dropped_at is null)),
  constraint paid_or_dropped check (paid_by is null or dropped_by is null)
);
comment on table currency.settlement is 'Validated claims that go to the bank together, in one numbered file: made by one colleague, paid by another';
comment on column currency.settlement.network_id is 'The network; first in every key';
comment on column currency.settlement.id is 'UUIDv7';
comment on column currency.settlement.hub_id is 'The hub; access compares this column';
comment on column currency.settlement.number is 'Its number at the hub: 1, 2, 3 …';
comment on column currency.settlement.currency is 'ISO 4217';
comment on column currency.settlement.claims is 'How many claims';
comment on column currency.settlement.total_minor is 'Their sum, in the smallest unit';
comment on column currency.settlement.made_by is 'Who put it together';
comment on column currency.settlement.made_at is 'When';
comment on column currency.settlement.paid_by is 'Who paid it';
comment on column currency.settlement.paid_at is 'When';
comment on column currency.settlement.dropped_by is 'Who dropped it unpaid; its claims can be put into another';
comment on column currency.settlement.dropped_at is 'When';
create index settlement_made_by on currency.settlement (network_id, made_by);
create index settlement_paid_by on currency.settlement (network_id, paid_by);
create index settlement_dropped_by on currency.settlement (network_id, dropped_by);

create table currency.claim (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  organization_id uuid not null,
  number integer not null check (number > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('submitted', 'validated', 'paid', 'reconciled', 'disputed', 'dropped')),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  validated_by uuid,
  validated_at timestamptz,
  settlement_id uuid,
  paid_by uuid,
  paid_at timestamptz,
  reconciled_by uuid,
  reconciled_at timestamptz,
  bank_line text check (length(bank_line) between 3 and 140),
  disputed_by uuid,
  disputed_at timestamptz,
  why text check (length(why) between 3 and 300),
  ended_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, merchant_id, number),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, organization_id, merchant_id) references currency.merchant (network_id, organization_id, id),
  foreign key (network_id, hub_id, settlement_id) references currency.settlement (network_id, hub_id, id),
  foreign key (network_id, submitted_by) references network.account (network_id, id),
  foreign key (network_id, validated_by) references network.account (network_id, id),
  foreign key (network_id, paid_by) references network.account (network_id, id),
  foreign key (network_id, reconciled_by) references network.account (network_id, id),
  foreign key (network_id, disputed_by) references network.account (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  constraint submitted_and_validated check (validated_by <> submitted_by),
  constraint validated_and_paid check (paid_by <> validated_by),
  constraint submitted_and_paid check (paid_by <> submitted_by),
  constraint paid_and_reconciled check (reconciled_by <> paid_by),
  constraint disputed_and_ended check (ended_by <> disputed_by),
  constraint validated_whole check ((validated_by is null) = (validated_at is null) and (state not in ('validated', 'paid', 'reconciled') or validated_by is not null)),
  constraint paid_whole check ((paid_by is null) = (paid_at is null) and (state not in ('paid', 'reconciled') or paid_by is not null and settlement_id is not null) and (paid_by is null or validated_by is not null)),
  constraint reconciled_whole check ((reconciled_by is null) = (reconciled_at is null) and (reconciled_by is null) = (bank_line is null) and (state = 'reconciled') = (reconciled_by is not null)),
  constraint disputed_whole check ((disputed_by is null) = (disputed_at is null) and (disputed_by is null) = (why is null) and (state not in ('disputed', 'dropped') or disputed_by is not null) and (state <> 'disputed' or ended_by is null)),
  constraint ended_whole check ((ended_by is null) = (ended_at is null) and (ended_by is null or disputed_by is not null))
);
comment on table currency.claim is 'What a merchant asks to be paid of its takings: one amount over all its accounts of one currency (SM-CLAIM)';
comment on column currency.claim.network_id is 'The network; first in every key';
comment on column currency.claim.id is 'UUIDv7';
comment on column currency.claim.hub_id is 'The hub that pays it; access compares this column';
comment on column currency.claim.merchant_id is 'The merchant';
comment on column currency.claim.organization_id is 'As on the merchant, for row-level security';
comment on column currency.claim.number is 'Its number at the merchant: 1, 2, 3 …';
comment on column currency.claim.currency is 'ISO 4217';
comment on column currency.claim.amount_minor is 'The sum of its parts, in the smallest unit';
comment on column currency.claim.state is 'submitted (reserved in the ledger) · validated · paid · reconciled | disputed; dropped: the dispute ended with nothing paid';
comment on column currency.claim.submitted_by is 'Who asked for it at the merchant';
comment on column currency.claim.submitted_at is 'When';
comment on column currency.claim.validated_by is 'Who looked at it and found it right';
comment on column currency.claim.validated_at is 'When';
comment on column currency.claim.settlement_id is 'The run in which it goes to the bank';
comment on column currency.claim.paid_by is 'Who paid it';
comment on column currency.claim.paid_at is 'When';
comment on column currency.claim.reconciled_by is 'Who found it on the statement of the bank';
comment on column currency.claim.reconciled_at is 'When';
comment on column currency.claim.bank_line is 'The line of the bank''s statement';
comment on column currency.claim.disputed_by is 'Who objected last';
comment on column currency.claim.disputed_at is 'When';
comment on column currency.claim.why is 'Why';
comment on column currency.claim.ended_by is 'Who ended that dispute';
comment on column currency.claim.ended_at is 'When';
create index claim_of on currency.claim (network_id, hub_id, merchant_id);
create index claim_of_organization on currency.claim (network_id, organization_id, merchant_id);
create index claim_open on currency.claim (network_id, hub_id, state);
create index claim_in_settlement on currency.claim (network_id, hub_id, settlement_id);
create index claim_submitted_by on currency.claim (network_id, submitted_by);
create index claim_validated_by on currency.claim (network_id, validated_by);
create index claim_paid_by on currency.claim (network_id, paid_by);
create index claim_reconciled_by on currency.claim (network_id, reconciled_by);
create index claim_disputed_by on currency.claim (network_id, disputed_by);
create index claim_ended_by on currency.claim (network_id, ended_by);

create table currency.claim_part (
  network_id uuid not null,
  claim_id uuid not null,
  account_id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  instrument_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  held_number bigint not null,
  paid_number bigint,
  back_number bigint,
  primary key (network_id, claim_id, account_id),
  foreign key (network_id, hub_id, claim_id) references currency.claim (network_id, hub_id, id),
  foreign key (network_id, account_id) references currency.merchant_account (network_id, id),
  foreign key (network_id, instrument_id, held_number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, instrument_id, paid_number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, instrument_id, back_number) references ledger.transfer (network_id, book_id, number)
);
comment on table currency.claim_part is 'What of a claim comes from one account of the merchant, and the entries of the journal that did it; the merchant sees the sum only';
comment on column currency.claim_part.network_id is 'The network; first in every key';
comment on column currency.claim_part.claim_id is 'The claim';
comment on column currency.claim_part.account_id is 'The merchant''s account';
comment on column currency.claim_part.hub_id is 'As on the claim, for row-level security';
comment on column currency.claim_part.organization_id is 'As on the claim, for row-level security';
comment on column currency.claim_part.instrument_id is 'The instrument, which is the book';
comment on column currency.claim_part.amount_minor is 'In the smallest unit';
comment on column currency.claim_part.held_number is 'The entry that reserved it';
comment on column currency.claim_part.paid_number is 'The entry that moved it to the account the instrument''s money came in by';
comment on column currency.claim_part.back_number is 'The entry that gave it back to the merchant after a dispute';
create index claim_part_of on currency.claim_part (network_id, hub_id, claim_id);
create index claim_part_account on currency.claim_part (network_id, account_id);
create index claim_part_held on currency.claim_part (network_id, instrument_id, held_number);
create index claim_part_paid on currency.claim_part (network_id, instrument_id, paid_number);
create index claim_part_back on currency.claim_part (network_id, instrument_id, back_number);

create table currency.claim_step (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  claim_id uuid not null,
  state text not null check (state in ('submitted', 'validated', 'paid', 'reconciled', 'disputed', 'dropped')),
  at timestamptz not null,
  by_account uuid not null,
  why text check (length(why) between 3 and 300),
  primary key (network_id, id),
  foreign key (network_id, hub_id, claim_id) references currency.claim (network_id, hub_id, id),
  foreign key (network_id, by_account) references network.account (network_id, id)
);
comment on table currency.claim_step is 'Each step of a claim as it happened; never changed';
comment on column currency.claim_step.network_id is 'The network; first in every key';
comment on column currency.claim_step.id is 'UUIDv7';
comment on column currency.claim_step.hub_id is 'As on the claim, for row-level security';
comment on column currency.claim_step.organization_id is 'As on the claim, for row-level security';
comment on column currency.claim_step.claim_id is 'The claim';
comment on column currency.claim_step.state is 'Where it stood from then on';
comment on column currency.claim_step.at is 'When';
comment on column currency.claim_step.by_account is 'Who did it';
comment on column currency.claim_step.why is 'The reason of a dispute, or how it ended';
create index claim_step_of on currency.claim_step (network_id, hub_id, claim_id, at);
create index claim_step_by on currency.claim_step (network_id, by_account);

create table currency.alert (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  merchant_id uuid not null,
  kind text not null check (kind in ('often', 'emptied', 'split', 'few_wallets', 'closed_hours')),
  day date not null,
  times integer not null check (times > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  found_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  outcome text check (length(outcome) between 3 and 300),
  primary key (network_id, id),
  constraint alert_once unique (network_id, merchant_id, kind, day, currency),
  foreign key (network_id, hub_id, merchant_id) references currency.merchant (network_id, hub_id, id),
  foreign key (network_id, settled_by) references network.account (network_id, id),
  constraint settled_whole check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (outcome is null))
);
comment on table currency.alert is 'A pattern in the sales of a merchant that somebody looks at; it stops nothing by itself and names no person';
comment on column currency.alert.network_id is 'The network; first in every key';
comment on column currency.alert.id is 'UUIDv7';
comment on column currency.alert.hub_id is 'The hub; access compares this column';
comment on column currency.alert.merchant_id is 'The merchant';
comment on column currency.alert.kind is 'often: one wallet many times in an hour · emptied: a wallet spent whole soon after it was filled · split: sales just under the limit · few_wallets: most of a day from few wallets · closed_hours: sales while the door is shut';
comment on column currency.alert.day is 'The day of the hub''s calendar it was seen on';
comment on column currency.alert.times is 'How many sales';
comment on column currency.alert.amount_minor is 'Their sum, in the smallest unit';
comment on column currency.alert.currency is 'ISO 4217';
comment on column currency.alert.found_at is 'When it was found';
comment on column currency.alert.settled_by is 'Who looked at it';
comment on column currency.alert.settled_at is 'When';
comment on column currency.alert.outcome is 'What she found';
create index alert_of on currency.alert (network_id, hub_id, merchant_id);
create index alert_open on currency.alert (network_id, hub_id, found_at desc) where settled_at is null;
create index alert_settled_by on currency.alert (network_id, settled_by);

-- Whoever is tied to a merchant neither validates nor pays its claims: by a role that was ever held there, or by what was said. Nobody signs for another, and a
-- claim goes its way and no other.
create function currency.keep_claim() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  me constant uuid := nullif(current_setting('app.account', true), '')::uuid;
  hand uuid;
begin
  if tg_op = 'UPDATE' then
    if (old.state, new.state) not in (('submitted', 'validated'), ('validated', 'paid'), ('paid', 'reconciled'), ('submitted', 'disputed'), ('validated', 'disputed'), ('paid', 'disputed'),
        ('disputed', 'submitted'), ('disputed', 'paid'), ('disputed', 'dropped')) and not (old.state = new.state and new.state = 'validated') then
      raise exception 'a claim goes its way and no other' using errcode = 'check_violation', constraint = 'claim_way';
    end if;
    if old.state = 'disputed' and new.state in ('submitted', 'paid') and (new.state = 'paid') <> (old.paid_by is not null) then
      raise exception 'a claim goes on where it stood' using errcode = 'check_violation', constraint = 'claim_way';
    end if;
    -- A name once written stays: otherwise whoever validated could write another's name over hers, and pay.
    if new.validated_by is distinct from old.validated_by and (old.state, new.state) <> ('submitted', 'validated') and not ((old.state, new.state) = ('disputed', 'submitted') and new.validated_by is null)
      or new.paid_by is distinct from old.paid_by and (old.state, new.state) <> ('validated', 'paid')
      or new.reconciled_by is distinct from old.reconciled_by and new.state <> 'reconciled'
      or new.disputed_by is distinct from old.disputed_by and (new.state <> 'disputed' or old.state = 'disputed')
      or new.ended_by is distinct from old.ended_by and old.state <> 'disputed' and not (new.state = 'disputed' and new.ended_by is null)
      or new.settlement_id is distinct from old.settlement_id and old.settlement_id is not null and new.settlement_id is not null then
      raise exception 'whose hand it was stays' using errcode = 'check_violation', constraint = 'claim_by_another';
    end if;
  end if;
  hand := case when tg_op = 'INSERT' then new.submitted_by when new.state = old.state then me when old.state = 'disputed' then new.ended_by when new.state = 'validated' then new.validated_by when new.state = 'paid' then new.paid_by
    when new.state = 'reconciled' then new.reconciled_by else new.disputed_by end;
  if hand is distinct from me then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'claim_by_another';
  end if;
  if tg_op = 'UPDATE' and (new.validated_by <> coalesce(old.validated_by, '00000000-0000-0000-0000-000000000000') or new.paid_by <> coalesce(old.paid_by, '00000000-0000-0000-0000-000000000000')
      or new.ended_by <> coalesce(old.ended_by, '00000000-0000-0000-0000-000000000000') or new.reconciled_by is not null)
    and (exists (select from network.held_role r where r.network_id = new.network_id and r.account_id = me and r.organization_id = new.organization_id)
      or exists (select from currency.merchant_tie t where t.network_id = new.network_id and t.merchant_id = new.merchant_id and t.account_id = me)) then
    raise exception 'whoever is tied to a merchant decides nothing of its claims' using errcode = 'check_violation', constraint = 'claim_tie';
  end if;
  return new;
end $$;
comment on function currency.keep_claim is 'A claim goes its way, each hand is the hand of whoever asks, and no hand is tied to the merchant';
create trigger keep_claim before insert or update on currency.claim for each row execute function currency.keep_claim();

-- Who reads and who writes. The list of shops that take part is public; everything of money is for the hub and for the shop it belongs to.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  me constant text := $s$(select nullif(current_setting('app.account', true), '')::uuid)$s$;
  people constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
  money constant text := $s$hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])$s$;
  body constant text := $s$organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])$s$;
begin
  foreach t in array array['merchant', 'merchant_account', 'merchant_limit', 'merchant_tie', 'settlement', 'claim', 'claim_part', 'claim_step', 'alert'] loop
    execute format('alter table currency.%I enable row level security', t);
    execute format('alter table currency.%I force row level security', t);
    execute format('grant select, insert on currency.%I to hadina_app', t);
  end loop;

  execute format('create policy merchant_read on currency.merchant for select to hadina_app using (%s and (state in (''active'', ''suspended'') or %s or %s or %s))', net, people, money, body);
  execute format('create policy merchant_add on currency.merchant for insert to hadina_app with check (%s and %s and state = ''applied'')', net, people);
  execute format('create policy merchant_change on currency.merchant for update to hadina_app using (%s and %s) with check (%s and %s)', net, people, net, people);
  execute format('create policy merchant_account_read on currency.merchant_account for select to hadina_app using (%s)', net);
  execute format('create policy merchant_account_add on currency.merchant_account for insert to hadina_app with check (%s and (%s or %s))', net, people, money);
  execute format('create policy merchant_limit_read on currency.merchant_limit for select to hadina_app using (%s)', net);
  execute format('create policy merchant_limit_add on currency.merchant_limit for insert to hadina_app with check (%s and %s)', net, people);
  execute format('create policy merchant_tie_read on currency.merchant_tie for select to hadina_app using (%s and (%s or %s))', net, people, money);
  execute format('create policy merchant_tie_add on currency.merchant_tie for insert to hadina_app with check (%s and (%s or %s) and said_by = %s)', net, people, money, me);

  execute format('create policy settlement_read on currency.settlement for select to hadina_app using (%s and %s)', net, money);
  execute format('create policy settlement_make on currency.settlement for insert to hadina_app with check (%s and %s and made_by = %s and paid_by is null)', net, money, me);
  execute format('create policy settlement_pay on currency.settlement for update to hadina_app using (%s and %s and paid_by is null and dropped_by is null) with check (%s and %s and %s in (paid_by, dropped_by))', net, money, net, money, me);

  execute format('create policy claim_read on currency.claim for select to hadina_app using (%s and (%s or %s))', net, money, body);
  execute format('create policy claim_submit on currency.claim for insert to hadina_app with check (%s and %s and state = ''submitted'' and submitted_by = %s)', net, body, me);
  execute format('create policy claim_decide on currency.claim for update to hadina_app using (%s and %s) with check (%s and %s)', net, money, net, money);
  execute format('create policy claim_object on currency.claim for update to hadina_app using (%s and %s and state in (''submitted'', ''validated'', ''paid'')) with check (%s and %s and state = ''disputed'' and disputed_by = %s)', net, body, net, body, me);
  execute format('create policy claim_part_read on currency.claim_part for select to hadina_app using (%s and %s)', net, money);
  execute format('create policy claim_part_add on currency.claim_part for insert to hadina_app with check (%s and %s and paid_number is null and back_number is null)', net, body);
  execute format('create policy claim_part_pay on currency.claim_part for update to hadina_app using (%s and %s) with check (%s and %s)', net, money, net, money);
  execute format('create policy claim_step_read on currency.claim_step for select to hadina_app using (%s and (%s or %s))', net, money, body);
  execute format('create policy claim_step_add on currency.claim_step for insert to hadina_app with check (%s and (%s or %s) and by_account = %s)', net, money, body, me);

  execute format('create policy alert_read on currency.alert for select to hadina_app using (%s and %s)', net, money);
  execute format('create policy alert_add on currency.alert for insert to hadina_app with check (%s and %s and settled_by is null)', net, money);
  execute format('create policy alert_settle on currency.alert for update to hadina_app using (%s and %s and settled_by is null) with check (%s and %s and settled_by = %s)', net, money, net, money, me);

  -- That the agreement of a shop is in force is asked wherever its payments are taken, also by the link of a wallet and by who pays claims.
  execute format('create policy agreement_of_shops on network.agreement for select to hadina_app using (%s and kind = ''merchant'' and (%s or (select current_setting(''app.link'', true)) <> ''''))', net, money);
  execute format('create policy agreement_version_of_shops on network.agreement_version for select to hadina_app using (%s and opens @> array[''merchant''] and (%s or (select current_setting(''app.link'', true)) <> ''''))', net, money);
end $$;

grant update (state, categories, opens_at, closes_at, agreement_id, state_at, state_by, why) on currency.merchant to hadina_app;
grant update (paid_by, paid_at, dropped_by, dropped_at) on currency.settlement to hadina_app;
grant update (state, validated_by, validated_at, settlement_id, paid_by, paid_at, reconciled_by, reconciled_at, bank_line, disputed_by, disputed_at, why, ended_by, ended_at) on currency.claim to hadina_app;
grant update (paid_number, back_number) on currency.claim_part to hadina_app;
grant update (settled_by, settled_at, outcome) on currency.alert to hadina_app;
