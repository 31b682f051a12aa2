-- Brakes against insiders: why somebody looked, alarms, files that are bait, lists taken out by leave, devices that were lost.

-- 1. Each look says why.
alter table core.look add column purpose text check (purpose in ('visit', 'need', 'referral', 'case', 'contact', 'identity', 'complaint', 'request', 'document', 'oversight', 'right', 'protection', 'other'));
comment on column core.look.purpose is 'Why it was opened: taken from what is open for her, or from what the page is for';
alter table confidential.look add column purpose text check (purpose in ('protection', 'oversight', 'right', 'other'));
comment on column confidential.look.purpose is 'Why it was opened';

-- 2. Alarms: who opened far more files than she follows, who opened bait.
create table core.alarm (
  network_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  hub_id uuid,
  account_id uuid not null,
  kind text not null check (kind in ('reads-stopped', 'bait-opened')),
  compartment text not null check (compartment in ('C1a', 'C1b', 'C2')),
  files integer,
  answered_at timestamptz,
  answered_by uuid,
  finding text check (finding in ('explained', 'unclear', 'misuse')),
  primary key (network_id, id),
  check (answered_by <> account_id),
  check ((answered_at is null) = (finding is null))
);
create index alarm_of_hub on core.alarm (network_id, hub_id, at desc);
create index alarm_of_account on core.alarm (network_id, account_id, at desc);
-- A page asks for several things of one file: what she opens of bait in one minute is one alarm.
create unique index alarm_of_bait on core.alarm (network_id, account_id, hub_id, (date_trunc('minute', at at time zone 'UTC'))) where kind = 'bait-opened';
comment on table core.alarm is 'What the house noticed about a colleague''s reading, for the data protection officer and, but for protected matters and bait, for who leads the team';
comment on column core.alarm.network_id is 'The network';
comment on column core.alarm.id is 'UUIDv7 of the alarm';
comment on column core.alarm.at is 'When';
comment on column core.alarm.hub_id is 'The hub where the reader stood';
comment on column core.alarm.account_id is 'Who read';
comment on column core.alarm.kind is 'reads-stopped: far more files in a day than she follows; bait-opened: a file that nobody has a reason to open';
comment on column core.alarm.compartment is 'What was read';
comment on column core.alarm.files is 'How many different files in a day';
comment on column core.alarm.answered_at is 'When somebody looked into it';
comment on column core.alarm.answered_by is 'Who did';
comment on column core.alarm.finding is 'explained: she may go on; unclear; misuse';
alter table core.alarm enable row level security;
alter table core.alarm force row level security;
create policy alarm_write on core.alarm for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid) and answered_at is null);
create policy alarm_read on core.alarm for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (kind = 'reads-stopped' and compartment <> 'C2' and hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[]))
      or (kind = 'reads-stopped' and account_id = (select nullif(current_setting('app.account', true), '')::uuid))));
create policy alarm_answer on core.alarm for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id <> (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
    and answered_by = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on core.alarm to hadina_app;
grant update (answered_at, answered_by, finding) on core.alarm to hadina_app;

-- 3. Bait: a keyed mark of the file. Whoever reads the table cannot tell which file it is.
create table core.bait (
  network_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  hub_id uuid not null,
  planted_at timestamptz not null,
  planted_by uuid,
  primary key (network_id, mark)
);
create index bait_of_hub on core.bait (network_id, hub_id);
comment on table core.bait is 'Files of persons who do not exist, which nobody has a reason to open';
comment on column core.bait.network_id is 'The network';
comment on column core.bait.mark is 'Keyed fingerprint of the file; the key is not in the database';
comment on column core.bait.hub_id is 'The hub where it lies';
comment on column core.bait.planted_at is 'When';
comment on column core.bait.planted_by is 'The data protection officer who planted it';
alter table core.bait enable row level security;
alter table core.bait force row level security;
create policy bait_read on core.bait for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy bait_plant on core.bait for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
    and planted_by = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on core.bait to hadina_app;

-- 4. Lists of persons go out by a leave that is used once, by the screen that asked, within ten minutes.
create table exchange.leave (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  account_id uuid not null,
  session_id uuid not null,
  list text not null check (list in ('persons')),
  format text not null check (format in ('csv', 'xlsx')),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  sealed_words bytea not null,
  made_at timestamptz not null,
  until_at timestamptz not null,
  used_at timestamptz,
  primary key (network_id, id),
  unique (network_id, token_hash),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  check (until_at <= made_at + interval '10 minutes')
);
create index leave_of_account on exchange.leave (network_id, account_id, made_at desc);
create index leave_of_hub on exchange.leave (network_id, hub_id);
comment on table exchange.leave is 'Leave to take one list of persons out, once';
comment on column exchange.leave.network_id is 'The network';
comment on column exchange.leave.id is 'The leave; it stands in every row of the file';
comment on column exchange.leave.hub_id is 'The hub whose list it is';
comment on column exchange.leave.account_id is 'Who asked';
comment on column exchange.leave.session_id is 'The screen that asked; no other takes the file';
comment on column exchange.leave.list is 'Which list';
comment on column exchange.leave.format is 'csv or xlsx';
comment on column exchange.leave.token_hash is 'SHA-256 of what stands in the link';
comment on column exchange.leave.sealed_words is 'The words that open the file, sealed under a key made from the link itself';
comment on column exchange.leave.made_at is 'When';
comment on column exchange.leave.until_at is 'When it ends: ten minutes at most';
comment on column exchange.leave.used_at is 'When the file was taken';
alter table exchange.leave enable row level security;
alter table exchange.leave force row level security;
create policy leave_own on exchange.leave for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy leave_make on exchange.leave for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy leave_use on exchange.leave for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on exchange.leave to hadina_app;
grant update (used_at) on exchange.leave to hadina_app;

-- 5. A colleague calls because her phone is gone: who manages her hub ends what it opens. Nothing of it can be read or set up for her.
create policy session_end_lost on network.session for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id in (select a.id from network.account a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and closed_at is not null);
create policy passkey_see_lost on network.passkey for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or account_id in (select a.id from network.account a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))));
create policy passkey_end_lost on network.passkey for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or account_id in (select a.id from network.account a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and revoked_at is not null);
create policy token_end_lost on network.token for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and created_by in (select a.id from network.account a where a.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and a.home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and revoked_at is not null);
