-- Aid that is spent in shops, and a local currency that goes on circulating. What stands here says whose money it is, for whom, until when and by which
-- published rules; the money itself moves in the ledger (0070) and nowhere else. One instrument is one book of the ledger: its id is that of the book and
-- of the account its money comes in by, a programme's id is that of its fund's account, the id of an aid is that of its wallet.
create schema currency;
comment on schema currency is 'Instruments, their rules and budgets, aid programmes and what households hold of them';
grant usage on schema currency to hadina_app, hadina_rights;


create table currency.instrument (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind ledger.instrument not null check (kind in ('aid', 'currency')),
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  names jsonb not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 3),
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, code),
  constraint one_set_of_accounts unique (network_id, hub_id, kind, currency),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, id) references ledger.book (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id)
);
comment on table currency.instrument is 'What circulates under one set of rules: one book of the ledger and never a second';
comment on column currency.instrument.network_id is 'The network; first in every key';
comment on column currency.instrument.id is 'UUIDv7; also that of its book and of the account its money comes in by';
comment on column currency.instrument.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.instrument.kind is 'Aid bound to a purpose, or a currency that circulates: never one for the other by accident';
comment on column currency.instrument.code is 'Its short name in the network, and that of its book';
comment on column currency.instrument.names is 'Its name in the languages it is written in';
comment on column currency.instrument.currency is 'ISO 4217; one unit is one unit of it';
comment on column currency.instrument.scale is 'Decimals of the smallest unit: 3 for TND, 2 for EUR';
comment on column currency.instrument.opened_at is 'When it was opened';
comment on column currency.instrument.opened_by is 'The account that opened it';

create table currency.legal_basis (
  network_id uuid not null,
  id uuid not null,
  instrument_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  state text not null check (state in ('pending', 'named')),
  basis text check (length(basis) between 5 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, instrument_id) references currency.instrument (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  constraint named_says_which check ((state = 'named') = (basis is not null))
);
comment on table currency.legal_basis is 'On what law an instrument may circulate in one country, or that this waits; while it waits nothing is loaded';
comment on column currency.legal_basis.network_id is 'The network; first in every key';
comment on column currency.legal_basis.id is 'UUIDv7';
comment on column currency.legal_basis.instrument_id is 'The instrument';
comment on column currency.legal_basis.country is 'The country, ISO 3166';
comment on column currency.legal_basis.state is 'pending: nobody has named it yet · named';
comment on column currency.legal_basis.basis is 'The law, decree or licence, as it is cited';
comment on column currency.legal_basis.set_at is 'When this was written; the newest row counts';
comment on column currency.legal_basis.set_by is 'The account that wrote it';

create table currency.rulebook (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  instrument_id uuid not null,
  version integer not null check (version > 0),
  rules jsonb not null check (rules ?& array['ar', 'fr', 'en']),
  in_force_on date not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (network_id, id),
  unique (network_id, instrument_id, version),
  foreign key (network_id, hub_id, instrument_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, published_by) references network.account (network_id, id)
);
comment on table currency.rulebook is 'The rules of an instrument as they were published, in three languages; a change is a new version';
comment on column currency.rulebook.network_id is 'The network; first in every key';
comment on column currency.rulebook.id is 'UUIDv7';
comment on column currency.rulebook.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.rulebook.instrument_id is 'The instrument';
comment on column currency.rulebook.version is '1, 2, 3 …';
comment on column currency.rulebook.rules is 'The text, in Arabic, French and English';
comment on column currency.rulebook.in_force_on is 'From this day';
comment on column currency.rulebook.published_at is 'When it was published';
comment on column currency.rulebook.published_by is 'The account that published it';

create table currency.programme (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  instrument_id uuid not null,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  names jsonb not null,
  funder_id uuid not null,
  pledged_minor bigint not null check (pledged_minor > 0),
  territories text[] not null,
  least_members integer not null check (least_members between 1 and 20),
  least_minors integer not null check (least_minors between 0 and 20),
  categories text[] not null check (categories <> '{}' and categories <@ array['food', 'hygiene', 'children', 'school', 'clothing', 'medicine', 'energy', 'home', 'transport']),
  base_minor bigint not null check (base_minor > 0),
  adult_minor bigint not null check (adult_minor >= 0),
  child_minor bigint not null check (child_minor >= 0),
  ceiling_minor bigint not null check (ceiling_minor > 0),
  valid_days integer not null check (valid_days between 1 and 730),
  ends_on date not null,
  warn_days integer not null check (warn_days between 0 and 90),
  lead_minor bigint not null check (lead_minor >= 0),
  becomes text not null check (becomes in ('settled', 'recirculates')),
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, code),
  foreign key (network_id, hub_id, instrument_id) references currency.instrument (network_id, hub_id, id),
  foreign key (network_id, funder_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  constraint base_within_ceiling check (base_minor <= ceiling_minor)
);
comment on table currency.programme is 'An aid programme: whose money, for whom, how much, for what, until when';
comment on column currency.programme.network_id is 'The network; first in every key';
comment on column currency.programme.id is 'UUIDv7; also that of its fund in the ledger';
comment on column currency.programme.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.programme.instrument_id is 'The instrument its money is counted in';
comment on column currency.programme.code is 'Its short name in the network';
comment on column currency.programme.names is 'Its name in the languages it is written in';
comment on column currency.programme.funder_id is 'Whose money it is';
comment on column currency.programme.pledged_minor is 'What the funder promised, in the smallest unit';
comment on column currency.programme.territories is 'Places in which a household must live; everywhere when empty';
comment on column currency.programme.least_members is 'How many must live in a household at least';
comment on column currency.programme.least_minors is 'How many of them must be younger than 18 at least';
comment on column currency.programme.categories is 'What may be bought with it; alcohol, tobacco and games of chance stand in no list';
comment on column currency.programme.base_minor is 'For the first person of a household';
comment on column currency.programme.adult_minor is 'For each further adult';
comment on column currency.programme.child_minor is 'For each person younger than 18';
comment on column currency.programme.ceiling_minor is 'The most that one household gets';
comment on column currency.programme.valid_days is 'How many days a wallet may be used from the day it is filled';
comment on column currency.programme.ends_on is 'The last day on which anything of it may be used';
comment on column currency.programme.warn_days is 'How many days before its end a household is told';
comment on column currency.programme.lead_minor is 'Up to this total a supervisor approves a batch; above it the manager of the hub';
comment on column currency.programme.becomes is 'What a unit is once a shop has it: paid out only, or turned into local currency by a recorded conversion';
comment on column currency.programme.opened_at is 'When it was opened';
comment on column currency.programme.opened_by is 'The account that opened it';
comment on column currency.programme.closed_at is 'Nothing more is granted since';

create table currency.budget (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version > 0),
  lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 0 and 20),
  aid_minor bigint not null check (aid_minor > 0),
  published_at timestamptz not null,
  published_by uuid,
  primary key (network_id, id),
  unique (network_id, programme_id, version),
  foreign key (network_id, hub_id, programme_id) references currency.programme (network_id, hub_id, id),
  foreign key (network_id, published_by) references network.account (network_id, id)
);
comment on table currency.budget is 'The budget file of a programme as it was published; a change is a new version';
comment on column currency.budget.network_id is 'The network; first in every key';
comment on column currency.budget.id is 'UUIDv7';
comment on column currency.budget.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.budget.programme_id is 'The programme';
comment on column currency.budget.version is '1, 2, 3 …';
comment on column currency.budget.lines is 'What else the money is for: a text and an amount in the smallest unit each';
comment on column currency.budget.aid_minor is 'What of it reaches households; more is never loaded';
comment on column currency.budget.published_at is 'When it was published';
comment on column currency.budget.published_by is 'The account that published it';

create table currency.load (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  proof text not null check (length(proof) between 3 and 300),
  approved_by uuid not null,
  approved_at timestamptz not null,
  loaded_by uuid,
  loaded_at timestamptz,
  number bigint,
  primary key (network_id, id),
  foreign key (network_id, hub_id, programme_id) references currency.programme (network_id, hub_id, id),
  foreign key (network_id, approved_by) references network.account (network_id, id),
  foreign key (network_id, loaded_by) references network.account (network_id, id),
  constraint four_eyes check (loaded_by <> approved_by),
  constraint loaded_whole check ((loaded_by is null) = (loaded_at is null) and (loaded_by is null) = (number is null))
);
comment on table currency.load is 'Money of a funder that one colleague approved and another took into the ledger';
comment on column currency.load.network_id is 'The network; first in every key';
comment on column currency.load.id is 'UUIDv7';
comment on column currency.load.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.load.programme_id is 'The programme';
comment on column currency.load.amount_minor is 'In the smallest unit';
comment on column currency.load.proof is 'The paper that shows it came: a line of the bank, a receipt';
comment on column currency.load.approved_by is 'Who approved it';
comment on column currency.load.approved_at is 'When';
comment on column currency.load.loaded_by is 'Who took it in';
comment on column currency.load.loaded_at is 'When';
comment on column currency.load.number is 'The entry of the journal';

create table currency.batch (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid not null,
  households integer not null check (households between 1 and 100000),
  total_minor bigint not null check (total_minor > 0),
  state text not null check (state in ('proposed', 'granted', 'dropped')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id, programme_id) references currency.programme (network_id, hub_id, id),
  foreign key (network_id, proposed_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  constraint four_eyes check (state <> 'granted' or decided_by <> proposed_by),
  constraint decided_whole check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
comment on table currency.batch is 'Aid for one or many households, proposed by one colleague and granted by another, all or none';
comment on column currency.batch.network_id is 'The network; first in every key';
comment on column currency.batch.id is 'UUIDv7';
comment on column currency.batch.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.batch.programme_id is 'The programme';
comment on column currency.batch.households is 'How many';
comment on column currency.batch.total_minor is 'Their amounts together';
comment on column currency.batch.state is 'Where it stands';
comment on column currency.batch.proposed_by is 'Who proposed it';
comment on column currency.batch.proposed_at is 'When';
comment on column currency.batch.decided_by is 'Who granted or dropped it';
comment on column currency.batch.decided_at is 'When';

create table currency.aid (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid not null,
  batch_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  adults integer not null check (adults >= 0),
  minors integer not null check (minors >= 0),
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('proposed', 'loaded', 'frozen', 'expired', 'revoked', 'dropped')),
  state_at timestamptz not null,
  state_by uuid,
  why text check (why in ('lost_card', 'her_wish', 'doubt', 'moved_away', 'twice', 'mistaken', 'died')),
  granted_at timestamptz,
  expires_on date,
  warned_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, programme_id) references currency.programme (network_id, hub_id, id),
  foreign key (network_id, hub_id, batch_id) references currency.batch (network_id, hub_id, id),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, state_by) references network.account (network_id, id),
  constraint filled_whole check ((state in ('proposed', 'dropped')) = (granted_at is null) and (granted_at is null) = (expires_on is null)),
  constraint stopped_says_why check ((state in ('frozen', 'revoked')) = (why is not null))
);
comment on table currency.aid is 'What one household holds of a programme: proposed, then a wallet of the ledger with an end';
comment on column currency.aid.network_id is 'The network; first in every key';
comment on column currency.aid.id is 'UUIDv7; also that of its wallet in the ledger';
comment on column currency.aid.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.aid.programme_id is 'The programme';
comment on column currency.aid.batch_id is 'The batch it was proposed in';
comment on column currency.aid.person_id is 'Who carries it for the household';
comment on column currency.aid.unit_id is 'The household; the person herself where the hub knows of none. A programme gives to each once';
comment on column currency.aid.adults is 'Persons of the household from 18, as they were counted';
comment on column currency.aid.minors is 'Younger ones';
comment on column currency.aid.amount_minor is 'In the smallest unit';
comment on column currency.aid.state is 'proposed · loaded (may be spent) · frozen · expired and revoked (the rest is back in the fund) · dropped. How much is spent stands in the ledger';
comment on column currency.aid.state_at is 'Since when';
comment on column currency.aid.state_by is 'The account that brought it there; nobody when it ended by itself';
comment on column currency.aid.why is 'Why it was frozen or revoked';
comment on column currency.aid.granted_at is 'When the wallet was filled';
comment on column currency.aid.expires_on is 'The last day it may be used';
comment on column currency.aid.warned_at is 'When a neutral message about its end was asked for';

create table currency.wallet_door (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hash),
  foreign key (network_id, hub_id, person_id) references people.enrolment (network_id, hub_id, person_id),
  foreign key (network_id, made_by) references network.account (network_id, id)
);
comment on table currency.wallet_door is 'The link by which somebody reads her own wallets without an account; only its fingerprint is kept';
comment on column currency.wallet_door.network_id is 'The network; first in every key';
comment on column currency.wallet_door.id is 'UUIDv7';
comment on column currency.wallet_door.hub_id is 'The hub that runs it; access compares this column';
comment on column currency.wallet_door.person_id is 'Whose wallets';
comment on column currency.wallet_door.hash is 'SHA-256 of what stands in the address';
comment on column currency.wallet_door.made_at is 'When it was given';
comment on column currency.wallet_door.made_by is 'Who gave it';
comment on column currency.wallet_door.ended_at is 'It opens nothing since';

create index instrument_opened_by on currency.instrument (network_id, opened_by);
create index legal_basis_of on currency.legal_basis (network_id, instrument_id, country, set_at desc);
create index legal_basis_set_by on currency.legal_basis (network_id, set_by);
create index rulebook_of on currency.rulebook (network_id, hub_id, instrument_id);
create index rulebook_published_by on currency.rulebook (network_id, published_by);
create index programme_of on currency.programme (network_id, hub_id, instrument_id);
create index programme_funder on currency.programme (network_id, funder_id);
create index programme_opened_by on currency.programme (network_id, opened_by);
create index budget_of on currency.budget (network_id, hub_id, programme_id);
create index budget_published_by on currency.budget (network_id, published_by);
create index load_of on currency.load (network_id, hub_id, programme_id);
create index load_approved_by on currency.load (network_id, approved_by);
create index load_loaded_by on currency.load (network_id, loaded_by);
create index batch_of on currency.batch (network_id, hub_id, programme_id);
create index batch_proposed_by on currency.batch (network_id, proposed_by);
create index batch_decided_by on currency.batch (network_id, decided_by);
create index aid_of_programme on currency.aid (network_id, hub_id, programme_id, state);
create index aid_of_batch on currency.aid (network_id, hub_id, batch_id);
create index aid_of_person on currency.aid (network_id, hub_id, person_id);
create index aid_state_by on currency.aid (network_id, state_by);
create index aid_ending on currency.aid (network_id, expires_on) where state in ('loaded', 'frozen');
create unique index aid_once on currency.aid (network_id, programme_id, unit_id) where state not in ('proposed', 'dropped', 'revoked');
create unique index aid_once_carried on currency.aid (network_id, programme_id, person_id) where state not in ('proposed', 'dropped', 'revoked');
create unique index wallet_door_one on currency.wallet_door (network_id, person_id) where ended_at is null;
create index wallet_door_of on currency.wallet_door (network_id, hub_id, person_id);
create index wallet_door_made_by on currency.wallet_door (network_id, made_by);
alter table currency.instrument enable row level security;
alter table currency.instrument force row level security;
alter table currency.legal_basis enable row level security;
alter table currency.legal_basis force row level security;
alter table currency.rulebook enable row level security;
alter table currency.rulebook force row level security;
alter table currency.programme enable row level security;
alter table currency.programme force row level security;
alter table currency.budget enable row level security;
alter table currency.budget force row level security;
alter table currency.load enable row level security;
alter table currency.load force row level security;
alter table currency.batch enable row level security;
alter table currency.batch force row level security;
alter table currency.aid enable row level security;
alter table currency.aid force row level security;
alter table currency.wallet_door enable row level security;
alter table currency.wallet_door force row level security;

-- What is published: the rules, the budget, the law and the frame of a programme. They name no person the hubs serve.

create policy instrument_read on currency.instrument for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy legal_basis_read on currency.legal_basis for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy rulebook_read on currency.rulebook for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy programme_read on currency.programme for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy budget_read on currency.budget for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy instrument_add on currency.instrument for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy rulebook_add on currency.rulebook for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy programme_add on currency.programme for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy budget_add on currency.budget for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy programme_close on currency.programme for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy legal_basis_add on currency.legal_basis for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy load_read on currency.load for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy load_approve on currency.load for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and approved_by = (select nullif(current_setting('app.account', true), '')::uuid) and loaded_by is null);
create policy load_take_in on currency.load for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and loaded_by is null)
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) and loaded_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy batch_read on currency.batch for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy batch_propose on currency.batch for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])) and proposed_by = (select nullif(current_setting('app.account', true), '')::uuid) and state = 'proposed');
create policy batch_decide on currency.batch for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])) and state = 'proposed')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])) and decided_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy aid_read on currency.aid for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or person_id in (select d.person_id from currency.wallet_door d where d.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and d.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and d.ended_at is null)));
create policy aid_propose on currency.aid for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])) and state = 'proposed');
create policy aid_change on currency.aid for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy door_read on currency.wallet_door for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy door_give on currency.wallet_door for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy door_end on currency.wallet_door for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));

grant select, insert on all tables in schema currency to hadina_app;
grant update (closed_at) on currency.programme to hadina_app;
grant update (loaded_by, loaded_at, number) on currency.load to hadina_app;
grant update (state, decided_by, decided_at) on currency.batch to hadina_app;
grant update (state, state_at, state_by, why, granted_at, expires_on, warned_at) on currency.aid to hadina_app;
grant update (ended_at) on currency.wallet_door to hadina_app;

-- Who is kept apart from her finds nothing of it. The login of rights reads what her hub keeps of her; that money was spent stays counted when she is forgotten.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['aid', 'wallet_door'] loop
    execute format('create policy conflict on currency.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    execute format('create policy rights_read on currency.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on currency.%I to hadina_rights', t);
  end loop;
end $$;
