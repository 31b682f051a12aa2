-- The ledger: money, hours and points move here and nowhere else. A book holds one instrument; its journal is written once and never changed, and
-- everything else (balances, what is held, blocks) is made from it and can be added up again. Only the functions below write, as a role that nobody
-- can sign in as: the login that serves requests reads, and asks them.
create schema ledger;
comment on schema ledger is 'Books of value: accounts, the journal of what moved, what is held, and the blocks that seal it';
grant usage on schema ledger to hadina_app, hadina_ledger;

create type ledger.instrument as enum ('aid', 'currency', 'time', 'point');
comment on type ledger.instrument is 'Aid bound to a purpose, a circulating currency, hours, points: four things that are never exchanged by accident';

create table ledger.book (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  instrument ledger.instrument not null,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  currency text check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 4),
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  last_number bigint not null default 0 check (last_number >= 0),
  last_block bigint not null default 0 check (last_block >= 0),
  last_hash bytea not null check (length(last_hash) = 32),
  last_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, code),
  constraint unit_of_instrument check (case when instrument in ('aid', 'currency') then currency is not null else currency is null and scale = 0 end)
) with (fillfactor = 50);
comment on table ledger.book is 'One book of one instrument, and where its journal stands';
comment on column ledger.book.network_id is 'The network; first in every key';
comment on column ledger.book.id is 'UUIDv7';
comment on column ledger.book.instrument is 'What it counts; every transfer stays inside its book';
comment on column ledger.book.code is 'Its short name in the network';
comment on column ledger.book.currency is 'ISO 4217 for aid and currency; hours (in minutes) and points have none';
comment on column ledger.book.scale is 'Decimals of the smallest unit: 3 for TND, 2 for EUR';
comment on column ledger.book.opened_at is 'When it was opened';
comment on column ledger.book.opened_by is 'The account that opened it';
comment on column ledger.book.closed_at is 'When it was closed; nothing moves afterwards';
comment on column ledger.book.last_number is 'Number of the newest entry of the journal; numbers have no gaps';
comment on column ledger.book.last_block is 'Number of the newest block';
comment on column ledger.book.last_hash is 'Hash of the newest block; at first that of the book''s own name';
comment on column ledger.book.last_at is 'Time of the newest entry; the journal''s time never runs backwards';

create table ledger.account (
  network_id uuid not null,
  book_id uuid not null,
  id uuid not null check (id <> '00000000-0000-0000-0000-000000000000'),
  kind text not null check (kind ~ '^[a-z][a-z_]{1,29}$'),
  holder_id uuid,
  least_minor bigint not null default 0 check (least_minor between -9000000000000000 and 0),
  most_minor bigint not null default 9000000000000000 check (most_minor between 0 and 9000000000000000),
  balance_minor bigint not null default 0,
  held_minor bigint not null default 0 check (held_minor >= 0),
  gives boolean not null default true,
  takes boolean not null default true,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, book_id, id),
  foreign key (network_id, book_id) references ledger.book (network_id, id),
  constraint within_credit check (balance_minor - held_minor >= least_minor),
  constraint within_ceiling check (balance_minor <= most_minor),
  constraint empty_when_closed check (closed_at is null or (balance_minor = 0 and held_minor = 0))
) with (fillfactor = 50);
comment on table ledger.account is 'A place in a book that value comes from and goes to, with its bounds and what stands on it now';
comment on column ledger.account.network_id is 'The network; first in every key';
comment on column ledger.account.book_id is 'The book; an account belongs to one';
comment on column ledger.account.id is 'UUIDv7';
comment on column ledger.account.kind is 'What it is for whoever opened it: source, fund, wallet, merchant';
comment on column ledger.account.holder_id is 'The row of another part of the house that it stands for; never a person''s own name';
comment on column ledger.account.least_minor is 'The credit limit as a negative number: zero means no overdraft';
comment on column ledger.account.most_minor is 'The ceiling that its balance may reach';
comment on column ledger.account.balance_minor is 'What stands on it, in the smallest unit; always the sum of its entries';
comment on column ledger.account.held_minor is 'What is reserved of it and cannot be given twice';
comment on column ledger.account.gives is 'Whether value may leave; a lost card stops it';
comment on column ledger.account.takes is 'Whether value may come in';
comment on column ledger.account.opened_at is 'When it was opened';
comment on column ledger.account.closed_at is 'When it was closed, empty';
create index account_of_holder on ledger.account (network_id, holder_id) where holder_id is not null;

-- Its accounts have no foreign key: apply_batch, the only writer, has just read and locked both rows in this very book, and asking a second time for every
-- row doubles what a transfer costs. The proof of a book looks for entries whose accounts it does not have.
create table ledger.transfer (
  network_id uuid not null,
  book_id uuid not null,
  number bigint not null check (number > 0),
  kind text not null check (kind in ('move', 'reverse', 'reserve', 'post', 'void', 'expire')),
  caller_id uuid not null,
  key uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
  of_number bigint,
  until_at timestamptz,
  reason text check (length(reason) between 1 and 60),
  at timestamptz not null,
  from_after_minor bigint not null,
  to_after_minor bigint not null,
  primary key (network_id, book_id, number),
  unique (network_id, caller_id, key, book_id),
  foreign key (network_id, book_id, of_number) references ledger.transfer (network_id, book_id, number),
  constraint two_accounts check (from_id <> to_id),
  constraint speaks_of_another check ((kind in ('reverse', 'post', 'void', 'expire')) = (of_number is not null) and of_number < number),
  constraint held_until check ((kind = 'reserve') = (until_at is not null))
);
comment on table ledger.transfer is 'The journal: one row is both entries, leaving one account and reaching the other. Never changed, never deleted';
comment on column ledger.transfer.network_id is 'The network; first in every key';
comment on column ledger.transfer.book_id is 'The book; both accounts are of it, so no transfer joins two instruments';
comment on column ledger.transfer.number is 'Its number in the book, without gaps';
comment on column ledger.transfer.kind is 'move · reverse (gives back of an earlier one) · reserve · post (of what is reserved) · void · expire (both let go what was reserved)';
comment on column ledger.transfer.caller_id is 'Whoever asked: the account, or the part of the house';
comment on column ledger.transfer.key is 'The caller''s own key; the same key never moves anything twice';
comment on column ledger.transfer.from_id is 'The account that gives';
comment on column ledger.transfer.to_id is 'The account that receives';
comment on column ledger.transfer.amount_minor is 'How much, in the smallest unit; of void and expire: what is let go';
comment on column ledger.transfer.of_number is 'The entry it gives back, posts or lets go';
comment on column ledger.transfer.until_at is 'Until when it is reserved';
comment on column ledger.transfer.reason is 'Why, as a code of whoever asked';
comment on column ledger.transfer.at is 'When, by the database''s clock; earlier only in a demo network';
comment on column ledger.transfer.from_after_minor is 'What the giving account had afterwards';
comment on column ledger.transfer.to_after_minor is 'What the receiving account had afterwards';
create index transfer_from on ledger.transfer (network_id, book_id, from_id, number);
create index transfer_to on ledger.transfer (network_id, book_id, to_id, number);
create index transfer_of on ledger.transfer (network_id, book_id, of_number) where of_number is not null;

create table ledger.hold (
  network_id uuid not null,
  book_id uuid not null,
  number bigint not null,
  from_id uuid not null,
  to_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  until_at timestamptz not null,
  state text not null check (state in ('held', 'posted', 'voided', 'expired')),
  settled_number bigint,
  primary key (network_id, book_id, number),
  foreign key (network_id, book_id, number) references ledger.transfer (network_id, book_id, number),
  foreign key (network_id, book_id, from_id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, book_id, to_id) references ledger.account (network_id, book_id, id),
  foreign key (network_id, book_id, settled_number) references ledger.transfer (network_id, book_id, number),
  constraint settled_once check ((state = 'held') = (settled_number is null))
);
comment on table ledger.hold is 'What is reserved between two accounts, until it is posted, let go or its time is over';
comment on column ledger.hold.network_id is 'The network; first in every key';
comment on column ledger.hold.book_id is 'The book';
comment on column ledger.hold.number is 'The entry that reserved it';
comment on column ledger.hold.from_id is 'The account that will give';
comment on column ledger.hold.to_id is 'The account that will receive';
comment on column ledger.hold.amount_minor is 'How much, in the smallest unit';
comment on column ledger.hold.until_at is 'Its end; from then on it can only expire';
comment on column ledger.hold.state is 'held, posted, voided or expired';
comment on column ledger.hold.settled_number is 'The entry that ended it';
create index hold_from on ledger.hold (network_id, book_id, from_id);
create index hold_to on ledger.hold (network_id, book_id, to_id);
create index hold_settled on ledger.hold (network_id, book_id, settled_number);
create index hold_due on ledger.hold (network_id, book_id, until_at, number) where state = 'held';

create table ledger.block (
  network_id uuid not null,
  book_id uuid not null,
  number bigint not null check (number > 0),
  first_number bigint not null,
  last_number bigint not null,
  at timestamptz not null,
  hash bytea not null check (length(hash) = 32),
  primary key (network_id, book_id, number),
  foreign key (network_id, book_id) references ledger.book (network_id, id),
  check (first_number between 1 and last_number)
);
comment on table ledger.block is 'What was written together, and a hash over it and the block before: an entry changed afterwards breaks every later one';
comment on column ledger.block.network_id is 'The network; first in every key';
comment on column ledger.block.book_id is 'The book';
comment on column ledger.block.number is 'Its number in the book, without gaps';
comment on column ledger.block.first_number is 'Its first entry';
comment on column ledger.block.last_number is 'Its last entry';
comment on column ledger.block.at is 'When its entries were written';
comment on column ledger.block.hash is 'SHA-256 over the hash before it, its time and the hash of its entries';

create table ledger.head (
  network_id uuid not null,
  book_id uuid not null,
  block bigint not null,
  last_number bigint not null,
  hash bytea not null check (length(hash) = 32),
  at timestamptz not null,
  primary key (network_id, book_id, block),
  foreign key (network_id, book_id, block) references ledger.block (network_id, book_id, number)
);
comment on table ledger.head is 'Where a book stood when that was published: the event that says so is sealed and signed with the house''s own chain';
comment on column ledger.head.network_id is 'The network; first in every key';
comment on column ledger.head.book_id is 'The book';
comment on column ledger.head.block is 'The newest block then';
comment on column ledger.head.last_number is 'The newest entry then';
comment on column ledger.head.hash is 'The hash of that block';
comment on column ledger.head.at is 'When it was published';

alter table ledger.book enable row level security;
alter table ledger.book force row level security;
alter table ledger.account enable row level security;
alter table ledger.account force row level security;
alter table ledger.transfer enable row level security;
alter table ledger.transfer force row level security;
alter table ledger.hold enable row level security;
alter table ledger.hold force row level security;
alter table ledger.block enable row level security;
alter table ledger.block force row level security;
alter table ledger.head enable row level security;
alter table ledger.head force row level security;
create policy book_read on ledger.book for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy book_write on ledger.book for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy account_read on ledger.account for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy account_write on ledger.account for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy transfer_read on ledger.transfer for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy transfer_write on ledger.transfer for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hold_read on ledger.hold for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hold_write on ledger.hold for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy block_read on ledger.block for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy block_write on ledger.block for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy head_read on ledger.head for select to hadina_app, hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy head_write on ledger.head for insert to hadina_ledger
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy book_change on ledger.book for update to hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy account_change on ledger.account for update to hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hold_change on ledger.hold for update to hadina_ledger
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select on all tables in schema ledger to hadina_app, hadina_ledger;
grant insert on all tables in schema ledger to hadina_ledger;
grant update (closed_at, last_number, last_block, last_hash, last_at) on ledger.book to hadina_ledger;
grant update (least_minor, most_minor, balance_minor, held_minor, gives, takes, closed_at) on ledger.account to hadina_ledger;
grant update (state, settled_number) on ledger.hold to hadina_ledger;

-- The one line of text that an entry is in its block's hash. Its time is the block's.
-- Stable, and without a path of its own: so PostgreSQL writes it into the statement instead of calling it for every row.
create function ledger.line_of(t ledger.transfer) returns text language sql stable as $$
  select row(t.number, t.kind, t.caller_id, t.key, t.from_id, t.to_id, t.amount_minor, t.of_number,
    (extract(epoch from t.until_at) * 1000000)::bigint, t.reason, t.from_after_minor, t.to_after_minor)::text
$$;
comment on function ledger.line_of is 'An entry as its block''s hash reads it: every stored column in a fixed order';

create function ledger.block_hash(before bytea, at timestamptz, lines text) returns bytea language sql immutable set search_path = pg_catalog, pg_temp as $$
  select sha256(before || convert_to(((extract(epoch from at) * 1000000)::bigint)::text, 'UTF8') || sha256(convert_to(lines, 'UTF8')))
$$;
comment on function ledger.block_hash is 'The hash of a block: the hash before it, its time in microseconds, and the hash of its entries'' lines';

create function ledger.own_network(p_network uuid) returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if p_network is distinct from nullif(current_setting('app.network', true), '')::uuid then
    raise exception 'a book belongs to the network of its transaction';
  end if;
end $$;
comment on function ledger.own_network is 'Stops whoever names another network than the one the transaction works in';

create function ledger.open_book(p_network uuid, p_id uuid, p_instrument ledger.instrument, p_code text, p_currency text, p_scale smallint) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was ledger.book;
  born timestamptz := date_trunc('milliseconds', now());
begin
  perform ledger.own_network(p_network);
  -- A demo begins in the past: its first entry says when.
  if current_setting('app.demo', true) = 'yes' then born := '2000-01-01'; end if;
  insert into ledger.book (network_id, id, instrument, code, currency, scale, opened_at, opened_by, last_hash, last_at)
    values (p_network, p_id, p_instrument, p_code, p_currency, p_scale, now(), nullif(current_setting('app.account', true), '')::uuid,
      sha256(convert_to('hadina ledger ' || p_network || ' ' || p_id, 'UTF8')), born)
    on conflict do nothing;
  if found then return null; end if;
  select * into was from ledger.book where network_id = p_network and id = p_id;
  return case when was.id is null then 'code-taken'
    when (was.instrument, was.code, was.scale) = (p_instrument, p_code, p_scale) and was.currency is not distinct from p_currency then 'same' else 'key-reused' end;
end $$;
comment on function ledger.open_book is 'Opens a book; says nothing, same (it is open already), code-taken or key-reused';

create function ledger.close_book(p_network uuid, p_book uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head ledger.book;
begin
  perform ledger.own_network(p_network);
  select * into head from ledger.book where network_id = p_network and id = p_book for no key update;
  if not found then return 'no-book'; end if;
  if head.closed_at is not null then return 'same'; end if;
  if exists (select from ledger.hold where network_id = p_network and book_id = p_book and state = 'held') then return 'holds-outstanding'; end if;
  update ledger.book set closed_at = greatest(clock_timestamp(), last_at) where network_id = p_network and id = p_book;
  return null;
end $$;
comment on function ledger.close_book is 'Closes a book in which nothing is held; says nothing, same, no-book or holds-outstanding';

create function ledger.open_accounts(p_network uuid, p_book uuid, p_ids uuid[], p_kinds text[], p_holders uuid[], p_leasts bigint[], p_mosts bigint[]) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head ledger.book;
begin
  perform ledger.own_network(p_network);
  select * into head from ledger.book where network_id = p_network and id = p_book for no key update;
  if not found then return 'no-book'; end if;
  if head.closed_at is not null then return 'book-closed'; end if;
  if exists (select from unnest(p_ids, p_kinds, p_holders, p_leasts, p_mosts) as n (id, kind, holder, least, most)
    join ledger.account a on a.network_id = p_network and a.book_id = p_book and a.id = n.id
    where (a.kind, a.least_minor, a.most_minor) <> (n.kind, n.least, n.most) or a.holder_id is distinct from n.holder) then return 'key-reused'; end if;
  insert into ledger.account (network_id, book_id, id, kind, holder_id, least_minor, most_minor, opened_at)
    select p_network, p_book, n.id, n.kind, n.holder, n.least, n.most, now() from unnest(p_ids, p_kinds, p_holders, p_leasts, p_mosts) as n (id, kind, holder, least, most)
    on conflict (network_id, book_id, id) do nothing;
  return case when found then null else 'same' end;
end $$;
comment on function ledger.open_accounts is 'Opens accounts of a book, all or none; says nothing, same, no-book, book-closed or key-reused';

create function ledger.change_account(p_network uuid, p_book uuid, p_account uuid, p_least bigint, p_most bigint, p_gives boolean, p_takes boolean, p_closed boolean) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  was ledger.account;
begin
  perform ledger.own_network(p_network);
  -- The book first, as every batch does: no change of an account runs between a batch's look and its writing.
  perform from ledger.book where network_id = p_network and id = p_book for no key update;
  select * into was from ledger.account where network_id = p_network and book_id = p_book and id = p_account for no key update;
  if not found then return 'no-account'; end if;
  if was.closed_at is not null then return 'account-closed'; end if;
  if was.balance_minor - was.held_minor < coalesce(p_least, was.least_minor) then return 'credit-in-use'; end if;
  if was.balance_minor > coalesce(p_most, was.most_minor) then return 'ceiling-passed'; end if;
  if p_closed and (was.balance_minor <> 0 or was.held_minor <> 0) then return 'not-empty'; end if;
  update ledger.account set least_minor = coalesce(p_least, least_minor), most_minor = coalesce(p_most, most_minor), gives = coalesce(p_gives, gives), takes = coalesce(p_takes, takes),
    closed_at = case when p_closed then now() end where network_id = p_network and book_id = p_book and id = p_account;
  return null;
end $$;
comment on function ledger.change_account is 'Changes bounds, freezes, frees or closes an account; what is empty stays. Says nothing, no-account, account-closed, credit-in-use, ceiling-passed or not-empty';

create function ledger.publish_head(p_network uuid, p_book uuid) returns setof ledger.head
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ledger.own_network(p_network);
  return query insert into ledger.head (network_id, book_id, block, last_number, hash, at)
    select network_id, id, last_block, last_number, last_hash, now() from ledger.book where network_id = p_network and id = p_book and last_block > 0
    on conflict do nothing returning *;
end $$;
comment on function ledger.publish_head is 'Writes down where a book stands, once for each newest block; gives the head, or nothing when there is no newer one';

-- Does what many callers ask in one book, in their order, as one block. Everything is decided in memory while the book is locked and then written at
-- once: a refused command leaves nothing. Arrays are of one length; an answer is null (done), same (done before under this key) or the code of a refusal.
create function ledger.apply_batch(
  p_network uuid, p_book uuid, kinds text[], callers uuid[], keys uuid[], froms uuid[], tos uuid[], amounts bigint[], ofs bigint[], untils timestamptz[], reasons text[],
  p_whole boolean, p_at timestamptz, out codes text[], out numbers bigint[])
language plpgsql security definer
-- The book is locked, not scanned: where its tables are new or not yet measured, a plan by size would read them whole for every batch.
set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  head ledger.book;
  moment timestamptz;
  many integer := coalesce(array_length(kinds, 1), 0);
  due integer := 0;
  due_numbers bigint[];
  simple boolean;
  earlier record;
  old_numbers bigint[]; -- by command: its number, if this key has moved something before
  old_same boolean[];
  first_of bigint[]; -- by command: the first of this batch with its key
  done_as integer[]; -- by that first one: the command that was done under the key
  from_n bigint[]; to_n bigint[]; -- by command: the place of its accounts below
  ids uuid[]; balances bigint[]; helds bigint[]; leasts bigint[]; mosts bigint[]; givers boolean[]; takers boolean[]; closed boolean[];
  of_n bigint[]; -- by command: the first command that speaks of the same entry; what is left of it stands there
  of_kinds text[]; of_amounts bigint[]; of_states text[]; of_left bigint[];
  from_after bigint[]; to_after bigint[];
  next_number bigint;
  refused integer := 0;
  code text; kind text; amount bigint; f bigint; t bigint; o bigint; j integer;
  lines text;
  hash bytea;
begin
  perform ledger.own_network(p_network);
  if p_at is not null and current_setting('app.demo', true) is distinct from 'yes' then raise exception 'only a demo writes at another time'; end if;
  if exists (select from unnest(kinds) k where k is null or k not in ('move', 'reverse', 'reserve', 'post', 'void')) then raise exception 'no such command'; end if;
  select * into head from ledger.book where network_id = p_network and id = p_book for no key update;
  if not found then
    codes := array_fill('no-book'::text, array[many]); numbers := array_fill(null::bigint, array[many]);
    return;
  end if;
  -- Whole milliseconds: the time of an entry that was read finds that entry again, in every program.
  moment := greatest(date_trunc('milliseconds', coalesce(p_at, clock_timestamp())), head.last_at);

  -- What was reserved and is over goes first, so that nobody is refused for the sake of what no longer counts.
  select array_agg(h.number order by h.until_at, h.number) into due_numbers from ledger.hold h
    where h.network_id = p_network and h.book_id = p_book and h.state = 'held' and h.until_at <= moment;
  due := coalesce(array_length(due_numbers, 1), 0);
  if due > 0 then
    kinds := array_fill('expire'::text, array[due]) || kinds;
    callers := array_fill('00000000-0000-0000-0000-000000000000'::uuid, array[due]) || callers;
    keys := (select array_agg(md5('expire ' || n)::uuid order by at) from unnest(due_numbers) with ordinality as d (n, at)) || keys;
    froms := array_fill(null::uuid, array[due]) || froms; tos := array_fill(null::uuid, array[due]) || tos;
    amounts := array_fill(null::bigint, array[due]) || amounts; ofs := due_numbers || ofs;
    untils := array_fill(null::timestamptz, array[due]) || untils; reasons := array_fill(null::text, array[due]) || reasons;
    many := many + due;
  end if;
  if many = 0 then codes := '{}'; numbers := '{}'; return; end if;
  codes := array_fill(null::text, array[many]); numbers := array_fill(null::bigint, array[many]);
  from_after := array_fill(null::bigint, array[many]); to_after := array_fill(null::bigint, array[many]);
  old_numbers := array_fill(null::bigint, array[many]); old_same := array_fill(null::boolean, array[many]); done_as := array_fill(null::integer, array[many]);

  -- Entries that speak of another take its accounts, and its amount where they name none.
  simple := not exists (select from unnest(kinds) k where k not in ('move', 'reserve'));
  if not simple then
    select array_agg(c.n order by c.ord), array_agg(coalesce(c.k, '') order by c.ord), array_agg(c.amount order by c.ord), array_agg(c.state order by c.ord), array_agg(c.rest order by c.ord),
        array_agg(case when c.takes_of then case when c.what = 'reverse' then c.t else c.f end else c.f0 end order by c.ord),
        array_agg(case when c.takes_of then case when c.what = 'reverse' then c.f else c.t end else c.t0 end order by c.ord),
        array_agg(case when c.takes_of then coalesce(c.a0, c.amount) else c.a0 end order by c.ord)
      into of_n, of_kinds, of_amounts, of_states, of_left, froms, tos, amounts
      from (select g.*, g.what in ('reverse', 'post', 'void', 'expire') as takes_of, e.kind as k, e.from_id as f, e.to_id as t, e.amount_minor as amount, h.state,
          case when e.kind = 'reserve' then e.amount_minor else e.amount_minor - coalesce((select sum(r.amount_minor)::bigint from ledger.transfer r
            where r.network_id = p_network and r.book_id = p_book and r.of_number = e.number and r.kind = 'reverse'), 0) end as rest
        from (select u.ord, u.what, u.f0, u.t0, u.a0, u.of_number, min(u.ord) over (partition by u.of_number) as n
          from unnest(kinds, froms, tos, amounts, ofs) with ordinality as u (what, f0, t0, a0, of_number, ord)) g
        left join ledger.transfer e on e.network_id = p_network and e.book_id = p_book and e.number = g.of_number
        left join ledger.hold h on h.network_id = p_network and h.book_id = p_book and h.number = g.of_number) c;
  end if;

  for earlier in
    select c.ord::integer as ord, e.number, (e.kind, e.from_id, e.to_id, e.amount_minor) is not distinct from (c.k, c.f, c.t, c.a)
      and (e.of_number, e.until_at, e.reason) is not distinct from (c.o, c.u, c.r) as same
    from unnest(kinds, callers, keys, froms, tos, amounts, ofs, untils, reasons) with ordinality as c (k, caller, key, f, t, a, o, u, r, ord)
    -- The offset keeps the order, and a book that is no condition of an index leaves only that of keys: each key is looked up in it. Otherwise, while a book
    -- is not yet measured, its whole journal is held against every command.
    cross join lateral (select * from ledger.transfer x
      where x.network_id = p_network and x.caller_id = c.caller and x.key = c.key and x.book_id is not distinct from p_book offset 0) e
  loop
    old_numbers[earlier.ord] := earlier.number; old_same[earlier.ord] := earlier.same;
  end loop;
  select array_agg(first order by ord) into first_of
    from (select c.ord, min(c.ord) over (partition by c.caller, c.key) as first from unnest(callers, keys) with ordinality as c (caller, key, ord)) c;

  select array_agg(n order by ord) filter (where side = 1), array_agg(n order by ord) filter (where side = 2), array_agg(distinct id order by id)
    into from_n, to_n, ids
    from (select ord, side, id, dense_rank() over (order by id) as n from (
      select ord, 1 as side, coalesce(f, '00000000-0000-0000-0000-000000000000') as id from unnest(froms) with ordinality as a (f, ord)
      union all select ord, 2, coalesce(t, '00000000-0000-0000-0000-000000000000') from unnest(tos) with ordinality as b (t, ord)) both_sides) ranked;
  select array_agg(a.balance_minor order by x.n), array_agg(a.held_minor order by x.n), array_agg(a.least_minor order by x.n), array_agg(a.most_minor order by x.n),
      array_agg(a.gives order by x.n), array_agg(a.takes order by x.n), array_agg(a.closed_at is not null order by x.n)
    into balances, helds, leasts, mosts, givers, takers, closed
    from unnest(ids) with ordinality as x (id, n) left join ledger.account a on a.network_id = p_network and a.book_id = p_book and a.id = x.id;

  next_number := head.last_number;
  for i in 1 .. many loop
    kind := kinds[i]; amount := amounts[i]; f := from_n[i]; t := to_n[i]; code := null;
    if old_numbers[i] is not null then
      if old_same[i] then codes[i] := 'same'; numbers[i] := old_numbers[i]; else codes[i] := 'key-reused'; refused := refused + 1; end if;
      continue;
    end if;
    j := done_as[first_of[i]];
    if j is not null then
      if (kinds[j], froms[j], tos[j], amounts[j]) is not distinct from (kind, froms[i], tos[i], amount) and (ofs[j], untils[j], reasons[j]) is not distinct from (ofs[i], untils[i], reasons[i]) then
        codes[i] := 'same'; numbers[i] := numbers[j];
      else codes[i] := 'key-reused'; refused := refused + 1; end if;
      continue;
    end if;
    if kind = 'move' or kind = 'reserve' then o := null; else o := of_n[i]; end if;
    if head.closed_at is not null then code := 'book-closed';
    elsif o is not null and kind <> 'reverse' and of_kinds[i] <> 'reserve' then code := 'no-hold';
    elsif kind = 'reverse' and of_kinds[i] not in ('move', 'post') then code := 'no-transfer';
    elsif amount is null or amount < 1 or amount > 1000000000000000 then code := 'amount-wrong';
    elsif froms[i] = tos[i] then code := 'same-account';
    elsif balances[f] is null or balances[t] is null then code := 'no-account';
    -- Letting go moves nothing: what is held for a shop that has closed since must not stay held for ever.
    elsif (closed[f] or closed[t]) and kind not in ('void', 'expire') then code := 'account-closed';
    elsif o is not null and kind <> 'reverse' and of_states[o] <> 'held' then code := case of_states[o] when 'expired' then 'hold-expired' else 'hold-settled' end;
    elsif kind = 'post' and amount > of_amounts[i] then code := 'more-than-held';
    elsif kind = 'void' and amount <> of_amounts[i] then code := 'amount-wrong';
    elsif kind = 'reverse' and amount > of_left[o] then code := 'more-than-left';
    elsif kind = 'reserve' and (untils[i] is null or untils[i] <= moment) then code := 'until-past';
    elsif kind in ('move', 'reserve', 'post') and not givers[f] then code := 'account-frozen';
    elsif kind in ('move', 'reserve', 'post') and not takers[t] then code := 'not-receiving';
    elsif kind in ('move', 'reserve', 'reverse') and balances[f] - helds[f] - amount < leasts[f] then code := 'not-enough';
    elsif kind in ('move', 'post', 'reverse') and balances[t] + amount > mosts[t] then code := 'over-ceiling';
    end if;
    if code is not null then
      codes[i] := code; refused := refused + 1;
      continue;
    end if;
    if kind = 'reserve' then helds[f] := helds[f] + amount;
    elsif kind = 'void' or kind = 'expire' then
      helds[f] := helds[f] - of_amounts[i]; of_states[o] := case kind when 'void' then 'voided' else 'expired' end;
    else
      if kind = 'post' then
        helds[f] := helds[f] - of_amounts[i]; of_states[o] := 'posted';
      elsif kind = 'reverse' then of_left[o] := of_left[o] - amount;
      end if;
      balances[f] := balances[f] - amount; balances[t] := balances[t] + amount;
    end if;
    next_number := next_number + 1;
    numbers[i] := next_number; from_after[i] := balances[f]; to_after[i] := balances[t]; done_as[first_of[i]] := i;
  end loop;

  if next_number > head.last_number and not (p_whole and refused > 0) then
    with kept as (
      insert into ledger.transfer as w (network_id, book_id, number, kind, caller_id, key, from_id, to_id, amount_minor, of_number, until_at, reason, at, from_after_minor, to_after_minor)
      select p_network, p_book, c.n, c.k, c.caller, c.key, c.f, c.t, c.a, c.o, c.u, c.r, moment, c.fa, c.ta
        from unnest(codes, numbers, kinds, callers, keys, froms, tos, amounts, ofs, untils, reasons, from_after, to_after) as c (code, n, k, caller, key, f, t, a, o, u, r, fa, ta)
        where c.code is null
      returning w.number, ledger.line_of(w) as line)
    select string_agg(line, e'\n' order by number) into lines from kept;
    hash := ledger.block_hash(head.last_hash, moment, lines);
    -- The book is said by the changes, not beside them: so each account is looked up, and not the whole book held against every change.
    update ledger.account a set balance_minor = x.balance, held_minor = x.held
      from (select p_network as network, p_book as book, u.* from unnest(ids, balances, helds) as u (id, balance, held) offset 0) x
      where a.network_id = x.network and a.book_id = x.book and a.id = x.id and (a.balance_minor, a.held_minor) <> (x.balance, x.held);
    if exists (select from unnest(kinds) k where k <> 'move') then
      insert into ledger.hold (network_id, book_id, number, from_id, to_id, amount_minor, until_at, state)
        select p_network, p_book, c.n, c.f, c.t, c.a, c.u, 'held' from unnest(codes, numbers, kinds, froms, tos, amounts, untils) as c (code, n, k, f, t, a, u) where c.code is null and c.k = 'reserve';
      update ledger.hold h set state = case c.k when 'post' then 'posted' when 'void' then 'voided' else 'expired' end, settled_number = c.n
        from unnest(codes, numbers, kinds, ofs) as c (code, n, k, o)
        where c.code is null and c.k in ('post', 'void', 'expire') and h.network_id = p_network and h.book_id = p_book and h.number = c.o;
    end if;
    insert into ledger.block (network_id, book_id, number, first_number, last_number, at, hash)
      values (p_network, p_book, head.last_block + 1, head.last_number + 1, next_number, moment, hash);
    update ledger.book set last_number = next_number, last_block = head.last_block + 1, last_hash = hash, last_at = moment where network_id = p_network and id = p_book;
  elsif p_whole and refused > 0 then
    -- Nothing was written: only what was done before under its key has a number.
    numbers := (select array_agg(case when c = 'same' and n <= head.last_number then n end order by ord) from unnest(codes, numbers) with ordinality as x (c, n, ord));
  end if;
  if due > 0 then codes := codes[due + 1 : many]; numbers := numbers[due + 1 : many]; end if;
end $$;
comment on function ledger.apply_batch is 'Does many commands in one book in their order, as one block; with p_whole all or none. Gives for each a code (nothing: done; same: done before under this key) and its number';

do $$
declare
  it text;
begin
  grant create on schema ledger to hadina_ledger;
  foreach it in array array['open_book', 'close_book', 'open_accounts', 'change_account', 'publish_head', 'apply_batch'] loop
    execute format('revoke all on function ledger.%I from public', it);
    execute format('grant execute on function ledger.%I to hadina_app', it);
    execute format('alter function ledger.%I owner to hadina_ledger', it);
  end loop;
  revoke create on schema ledger from hadina_ledger;
end $$;
