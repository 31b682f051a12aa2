-- Money that funders promised, what is granted of it, and what was paid. Amounts are whole numbers in the smallest unit. Of every fund
-- and envelope: committed + paid + free = amount, at any instant and for whoever writes: committed and paid follow the grants by triggers
-- that hold the fund's row, free is computed and never below zero, and a check at commit counts the grants again. Nobody approves what she
-- asked for, typed or made: each hand is a column, and the constraints compare them.
create schema funding;
comment on schema funding is 'Funds, grants, payments, sub-grants and files at lenders';
grant usage on schema funding to hadina_app, hadina_rights;

create table funding.fund (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid,
  funder_id uuid not null,
  partner_id uuid,
  region_code text references network.territory (code),
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 3),
  amount_minor bigint not null check (amount_minor > 0 and amount_minor < 9000000000000000),
  committed_minor bigint not null default 0 check (committed_minor >= 0),
  paid_minor bigint not null default 0 check (paid_minor >= 0),
  free_minor bigint not null generated always as (amount_minor - committed_minor - paid_minor) stored check (free_minor >= 0),
  least_own_permille smallint not null default 0 check (least_own_permille between 0 and 1000),
  starts_on date not null,
  ends_on date,
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, code),
  unique (network_id, hub_id, id, currency),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, funder_id) references network.organization (network_id, id),
  foreign key (network_id, partner_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check (starts_on <= ends_on)
);
comment on table funding.fund is 'What one funder promised for one purpose: a donor line kept by a hub';
comment on column funding.fund.network_id is 'The network; first in every key';
comment on column funding.fund.id is 'UUIDv7';
comment on column funding.fund.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.fund.programme_id is 'The programme or project it pays for';
comment on column funding.fund.funder_id is 'Who promised it';
comment on column funding.fund.partner_id is 'The partner association that works with it';
comment on column funding.fund.region_code is 'The region of the hub, for sums by region';
comment on column funding.fund.code is 'Short name in files';
comment on column funding.fund.names is 'Its name by language';
comment on column funding.fund.currency is 'ISO 4217';
comment on column funding.fund.scale is 'Digits behind the point: 3 for TND, 2 for MAD and EUR';
comment on column funding.fund.amount_minor is 'What was promised';
comment on column funding.fund.committed_minor is 'Granted and not yet paid';
comment on column funding.fund.paid_minor is 'Paid, as the bank confirmed';
comment on column funding.fund.free_minor is 'What may still be granted';
comment on column funding.fund.least_own_permille is 'Own share a sub-grant must bring, in thousandths; 135 is 13.5 %';
comment on column funding.fund.starts_on is 'First day';
comment on column funding.fund.ends_on is 'Last day; empty: none is set';
comment on column funding.fund.state is 'open, or closed: nothing more is granted from it';
comment on column funding.fund.opened_at is 'When it was written here';
comment on column funding.fund.opened_by is 'By whom';
create index fund_of_hub on funding.fund (network_id, hub_id);
create index fund_of_funder on funding.fund (network_id, funder_id);
alter table funding.fund enable row level security;
alter table funding.fund force row level security;
create policy fund_read on funding.fund for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (select current_setting('app.manages_network', true)) = 'yes'));
create policy fund_add on funding.fund for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy fund_change on funding.fund for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.fund to hadina_app;
grant update (committed_minor, paid_minor, state, ends_on) on funding.fund to hadina_app;

create table funding.envelope (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  fund_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  territory_code text references network.territory (code),
  amount_minor bigint not null check (amount_minor > 0),
  committed_minor bigint not null default 0 check (committed_minor >= 0),
  paid_minor bigint not null default 0 check (paid_minor >= 0),
  free_minor bigint not null generated always as (amount_minor - committed_minor - paid_minor) stored check (free_minor >= 0),
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, fund_id, id),
  foreign key (network_id, hub_id, fund_id, currency) references funding.fund (network_id, hub_id, id, currency),
  foreign key (network_id, opened_by) references network.account (network_id, id)
);
comment on table funding.envelope is 'A part of a fund that is meant for one activity or place';
comment on column funding.envelope.network_id is 'The network; first in every key';
comment on column funding.envelope.id is 'UUIDv7';
comment on column funding.envelope.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.envelope.fund_id is 'The fund';
comment on column funding.envelope.currency is 'ISO 4217';
comment on column funding.envelope.names is 'What it is for, by language';
comment on column funding.envelope.territory_code is 'Where, when it is for one place';
comment on column funding.envelope.amount_minor is 'How much of the fund';
comment on column funding.envelope.committed_minor is 'Granted and not yet paid';
comment on column funding.envelope.paid_minor is 'Paid, as the bank confirmed';
comment on column funding.envelope.free_minor is 'What may still be granted';
comment on column funding.envelope.opened_at is 'When it was set apart';
comment on column funding.envelope.opened_by is 'By whom';
create index envelope_of_hub on funding.envelope (network_id, hub_id);
alter table funding.envelope enable row level security;
alter table funding.envelope force row level security;
create policy envelope_read on funding.envelope for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (select current_setting('app.manages_network', true)) = 'yes'));
create policy envelope_add on funding.envelope for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy envelope_change on funding.envelope for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.envelope to hadina_app;
grant update (committed_minor, paid_minor) on funding.envelope to hadina_app;

create function funding.fits_fund() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  perform 1 from funding.fund f where f.network_id = new.network_id and f.id = new.fund_id for update;
  if (select coalesce(sum(e.amount_minor), 0) + new.amount_minor from funding.envelope e where e.network_id = new.network_id and e.fund_id = new.fund_id)
    > (select f.amount_minor from funding.fund f where f.network_id = new.network_id and f.id = new.fund_id) then
    raise exception 'envelopes hold more than their fund' using errcode = 'check_violation', constraint = 'envelope_fits';
  end if;
  return new;
end
$$;
create trigger fits_fund before insert on funding.envelope for each row execute function funding.fits_fund();

create table funding.approval_limit (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  role text not null check (role in ('supervisor', 'hub_manager', 'funding_officer')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  alone_minor bigint not null check (alone_minor >= 0),
  most_minor bigint not null,
  set_at timestamptz not null,
  set_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (alone_minor <= most_minor)
);
comment on table funding.approval_limit is 'Up to which amount a role of a hub may approve a grant; the newest row counts';
comment on column funding.approval_limit.network_id is 'The network; first in every key';
comment on column funding.approval_limit.id is 'UUIDv7';
comment on column funding.approval_limit.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.approval_limit.role is 'Who approves';
comment on column funding.approval_limit.currency is 'ISO 4217';
comment on column funding.approval_limit.alone_minor is 'Up to here without a committee';
comment on column funding.approval_limit.most_minor is 'Never above; between both a meeting with quorum decides';
comment on column funding.approval_limit.set_at is 'Since when';
comment on column funding.approval_limit.set_by is 'By whom';
comment on column funding.approval_limit.ended_at is 'When another took its place';
create unique index limit_in_force on funding.approval_limit (network_id, hub_id, role, currency) where ended_at is null;
alter table funding.approval_limit enable row level security;
alter table funding.approval_limit force row level security;
create policy limit_read on funding.approval_limit for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (select current_setting('app.manages_network', true)) = 'yes'));
create policy limit_set on funding.approval_limit for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy limit_end on funding.approval_limit for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on funding.approval_limit to hadina_app;
grant update (ended_at) on funding.approval_limit to hadina_app;

create table funding.grant (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  fund_id uuid not null,
  envelope_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  kind text not null check (kind in ('grant', 'loan', 'sub_grant')),
  application_id uuid,
  organization_id uuid,
  purpose text not null check (length(purpose) between 2 and 300),
  amount_minor bigint not null check (amount_minor > 0),
  paid_minor bigint not null default 0,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'specifications_signed', 'certified', 'paid_part', 'paid', 'closed', 'cancelled')),
  committed_minor bigint not null generated always as (case when state in ('approved', 'specifications_signed', 'certified', 'paid_part') then amount_minor - paid_minor else 0 end) stored,
  state_at timestamptz not null,
  typed_by uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  approved_by uuid,
  approved_as text check (approved_as in ('supervisor', 'hub_manager', 'funding_officer')),
  approved_at timestamptz,
  meeting_id uuid,
  meeting_quorum boolean check (meeting_quorum),
  specifications_on date,
  specifications_document_id uuid,
  specifications_paper text check (length(specifications_paper) between 1 and 200),
  specifications_by uuid,
  certificate_number text check (certificate_number ~ '^[A-Z0-9][A-Z0-9-]{5,39}$'),
  certified_by uuid,
  certified_at timestamptz,
  ended_by uuid,
  ended_reason text check (ended_reason ~ '^[a-z][a-z_]{2,39}$'),
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  unique (network_id, certificate_number),
  foreign key (network_id, hub_id, fund_id, currency) references funding.fund (network_id, hub_id, id, currency),
  foreign key (network_id, fund_id, envelope_id) references funding.envelope (network_id, fund_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, specifications_document_id) references documents.document (network_id, id),
  foreign key (network_id, typed_by) references network.account (network_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, approved_by) references network.account (network_id, id),
  foreign key (network_id, specifications_by) references network.account (network_id, id),
  foreign key (network_id, certified_by) references network.account (network_id, id),
  foreign key (network_id, ended_by) references network.account (network_id, id),
  check (num_nonnulls(application_id, organization_id) >= 1),
  constraint grant_four_eyes check (asked_by <> approved_by),
  constraint grant_not_her_own_typing check (typed_by <> approved_by),
  check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approved_as is null) and (meeting_id is null) = (meeting_quorum is null)),
  constraint grant_approved check (state in ('proposed', 'cancelled') or approved_by is not null),
  constraint grant_signed_first check (state not in ('specifications_signed', 'certified', 'paid_part', 'paid') or (specifications_on is not null and num_nonnulls(specifications_document_id, specifications_paper) >= 1)),
  constraint grant_certified_first check (state not in ('certified', 'paid_part', 'paid') or certificate_number is not null),
  constraint grant_paid_last check (paid_minor = 0 or (approved_by is not null and specifications_on is not null and certificate_number is not null)),
  check (paid_minor between 0 and amount_minor),
  check (state <> 'cancelled' or paid_minor = 0),
  check ((state in ('cancelled', 'closed')) = (ended_by is not null))
);
comment on table funding.grant is 'Money for one project, enterprise or body, from proposal to the last payment; a loan is one with repayments';
comment on column funding.grant.network_id is 'The network; first in every key';
comment on column funding.grant.id is 'UUIDv7';
comment on column funding.grant.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.grant.fund_id is 'Which fund pays';
comment on column funding.grant.envelope_id is 'Which part of it';
comment on column funding.grant.currency is 'ISO 4217';
comment on column funding.grant.kind is 'Given, lent, or passed on to a body';
comment on column funding.grant.application_id is 'The application that is funded; it knows who stands behind it';
comment on column funding.grant.organization_id is 'The body that gets it';
comment on column funding.grant.purpose is 'What it is for, without names';
comment on column funding.grant.amount_minor is 'How much';
comment on column funding.grant.paid_minor is 'Of it paid';
comment on column funding.grant.state is 'Where it stands';
comment on column funding.grant.committed_minor is 'What the fund must keep for it';
comment on column funding.grant.state_at is 'Since when';
comment on column funding.grant.typed_by is 'Who typed the application, copied: she does not approve it';
comment on column funding.grant.asked_by is 'Who proposed it';
comment on column funding.grant.asked_at is 'When';
comment on column funding.grant.approved_by is 'Who approved it: another person';
comment on column funding.grant.approved_as is 'In which role';
comment on column funding.grant.approved_at is 'When';
comment on column funding.grant.meeting_id is 'The meeting of the committee that decided';
comment on column funding.grant.meeting_quorum is 'It had its quorum';
comment on column funding.grant.specifications_on is 'The day the specifications were signed (domain.md rule 15)';
comment on column funding.grant.specifications_document_id is 'The signed paper among the documents';
comment on column funding.grant.specifications_paper is 'Or where the paper lies';
comment on column funding.grant.specifications_by is 'Who wrote that down';
comment on column funding.grant.certificate_number is 'Number of the certificate';
comment on column funding.grant.certified_by is 'Who issued it';
comment on column funding.grant.certified_at is 'When';
comment on column funding.grant.ended_by is 'Who cancelled or closed it';
comment on column funding.grant.ended_reason is 'Why; a code with words';
create unique index grant_once on funding.grant (network_id, fund_id, application_id) where application_id is not null and state <> 'cancelled';
create index grant_of_application on funding.grant (network_id, application_id) where application_id is not null;
create index grant_list on funding.grant (network_id, hub_id, state, state_at desc);
create index grant_of_fund on funding.grant (network_id, fund_id, state);
create index grant_of_envelope on funding.grant (network_id, envelope_id) where envelope_id is not null;
alter table funding.grant enable row level security;
alter table funding.grant force row level security;
create policy grant_read on funding.grant for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy grant_propose on funding.grant for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'proposed' and paid_minor = 0 and approved_by is null and asked_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy grant_change on funding.grant for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.grant to hadina_app;
grant update (state, state_at, paid_minor, approved_by, approved_as, approved_at, meeting_id, meeting_quorum, specifications_on, specifications_document_id,
  specifications_paper, specifications_by, certificate_number, certified_by, certified_at, ended_by, ended_reason) on funding.grant to hadina_app;
create function funding.copy_typist() returns trigger language plpgsql set search_path = funding, pg_temp as $$
declare
  own uuid;
begin
  if new.application_id is not null then
    select a.typed_by, a.organization_id into new.typed_by, own from incubation.application a where a.network_id = new.network_id and a.id = new.application_id and a.hub_id = new.hub_id;
    if not found then
      raise exception 'the application is not of this hub' using errcode = 'check_violation', constraint = 'grant_application';
    end if;
    if new.organization_id is distinct from own then
      raise exception 'the money of an application goes to nobody else' using errcode = 'check_violation', constraint = 'grant_her_own';
    end if;
  end if;
  return new;
end
$$;
create trigger copy_typist before insert on funding.grant for each row execute function funding.copy_typist();
create function funding.step_grant() returns trigger language plpgsql set search_path = funding, pg_temp as $$
declare
  bound record;
begin
  if new.approved_by is distinct from old.approved_by and new.approved_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'grant_own_hand';
  end if;
  if new.certified_by is distinct from old.certified_by and new.certified_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'grant_own_hand';
  end if;
  if new.specifications_by is distinct from old.specifications_by and new.specifications_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'grant_own_hand';
  end if;
  if new.ended_by is distinct from old.ended_by and new.ended_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'grant_own_hand';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('proposed', 'approved'), ('proposed', 'cancelled'), ('approved', 'specifications_signed'), ('approved', 'cancelled'),
      ('specifications_signed', 'certified'), ('specifications_signed', 'cancelled'), ('certified', 'paid_part'), ('certified', 'paid'), ('certified', 'cancelled'),
      ('paid_part', 'paid'), ('paid_part', 'closed'), ('paid', 'closed')) then
    raise exception 'a grant does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'grant_step';
  end if;
  if old.approved_by is not null and (new.approved_by, new.approved_as, new.approved_at, new.meeting_id) is distinct from (old.approved_by, old.approved_as, old.approved_at, old.meeting_id) then
    raise exception 'a decision stays' using errcode = 'check_violation', constraint = 'grant_decided';
  end if;
  if old.specifications_on is not null and (new.specifications_on, new.specifications_document_id, new.specifications_paper, new.specifications_by)
      is distinct from (old.specifications_on, old.specifications_document_id, old.specifications_paper, old.specifications_by) then
    raise exception 'what was signed stays' using errcode = 'check_violation', constraint = 'grant_signed';
  end if;
  if old.certificate_number is not null and (new.certificate_number, new.certified_by, new.certified_at) is distinct from (old.certificate_number, old.certified_by, old.certified_at) then
    raise exception 'a certificate stays' using errcode = 'check_violation', constraint = 'grant_certificate';
  end if;
  if old.state = 'proposed' and new.state = 'approved' then
    select l.alone_minor, l.most_minor into bound from funding.approval_limit l
      where l.network_id = new.network_id and l.hub_id = new.hub_id and l.role = new.approved_as and l.currency = new.currency and l.ended_at is null;
    if not found or new.amount_minor > bound.most_minor then
      raise exception 'above what this role may approve' using errcode = 'check_violation', constraint = 'grant_limit';
    end if;
    if new.amount_minor > bound.alone_minor and new.meeting_id is null then
      raise exception 'a committee must decide' using errcode = 'check_violation', constraint = 'grant_committee';
    end if;
    -- A committee of this hub, its region or the network; it sat since the grant was asked for, its voters are written down, and its decision names the grant.
    if new.meeting_id is not null then
      if exists (select from programme.meeting m join programme.committee c on c.network_id = m.network_id and c.id = m.committee_id
          where m.network_id = new.network_id and m.id = new.meeting_id and new.approved_by in (m.set_by, c.set_by)) then
        raise exception 'nobody is her own committee' using errcode = 'check_violation', constraint = 'grant_own_meeting';
      end if;
      if not exists (select from programme.meeting m
          join programme.committee c on c.network_id = m.network_id and c.id = m.committee_id
          join network.hub h on h.network_id = m.network_id and h.id = new.hub_id
          where m.network_id = new.network_id and m.id = new.meeting_id and c.kind = 'funding'
            and (c.hub_id = h.id or (c.hub_id is null and (c.territory_code is null or c.territory_code = h.region_code)))
            and m.held_on >= (new.asked_at at time zone 'UTC')::date
            and (select count(*) from programme.presence p join programme.committee_member s on s.network_id = p.network_id and s.id = p.member_id
              where p.network_id = m.network_id and p.meeting_id = m.id and s.votes) >= c.quorum
            and exists (select from programme.decision d where d.network_id = m.network_id and d.meeting_id = m.id and d.set_by is distinct from new.approved_by
              and upper(right(new.id::text, 8)) = any (string_to_array(d.about, ' ')))) then
        raise exception 'this meeting did not decide on this grant' using errcode = 'check_violation', constraint = 'grant_meeting';
      end if;
    end if;
    if new.kind = 'sub_grant' and not exists (select from funding.sub_grant s where s.network_id = new.network_id and s.grant_id = new.id and s.state in ('evaluated', 'awarded')
        and new.approved_by not in (s.typed_by, s.evaluated_by)) then
      raise exception 'whoever typed or evaluated a proposal does not award it' using errcode = 'check_violation', constraint = 'grant_sub_grant_eyes';
    end if;
  end if;
  if old.state = 'approved' and new.state = 'specifications_signed' and new.kind = 'sub_grant' and not exists (select from funding.sub_grant s
      where s.network_id = new.network_id and s.grant_id = new.id and s.state in ('contracted', 'implementing', 'interim_report', 'final_report', 'closed')) then
    raise exception 'the contract of a sub-grant comes first' using errcode = 'check_violation', constraint = 'grant_contract_first';
  end if;
  return new;
end
$$;
create trigger step_grant before update on funding.grant for each row execute function funding.step_grant();
-- The fund's row is held from here to commit: two approvals at once stand in line, and the second finds what the first left.
create function funding.move_money() returns trigger language plpgsql set search_path = funding, pg_temp as $$
declare
  more_committed bigint := new.committed_minor;
  more_paid bigint := new.paid_minor;
  of_fund text;
begin
  if tg_op = 'UPDATE' then
    more_committed := new.committed_minor - old.committed_minor;
    more_paid := new.paid_minor - old.paid_minor;
  end if;
  if more_committed = 0 and more_paid = 0 then
    return null;
  end if;
  update funding.fund f set committed_minor = f.committed_minor + more_committed, paid_minor = f.paid_minor + more_paid
    where f.network_id = new.network_id and f.id = new.fund_id returning f.state into of_fund;
  if more_committed > 0 and of_fund = 'closed' then
    raise exception 'nothing more is granted from a closed fund' using errcode = 'check_violation', constraint = 'fund_closed';
  end if;
  if new.envelope_id is not null then
    update funding.envelope e set committed_minor = e.committed_minor + more_committed, paid_minor = e.paid_minor + more_paid
      where e.network_id = new.network_id and e.id = new.envelope_id;
  end if;
  return null;
end
$$;
create trigger move_money after insert or update on funding.grant for each row execute function funding.move_money();

-- Whoever writes committed or paid by hand is found out at commit: the grants are counted again.
create function funding.fund_balances() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if exists (select from funding.fund f where f.network_id = new.network_id and f.id = new.id and (f.committed_minor <> (select coalesce(sum(g.committed_minor), 0) from funding.grant g where g.network_id = f.network_id and g.fund_id = f.id)
      or f.paid_minor <> (select coalesce(sum(g.paid_minor), 0) from funding.grant g where g.network_id = f.network_id and g.fund_id = f.id))) then
    raise exception 'a fund is what its grants are' using errcode = 'check_violation', constraint = 'fund_balances';
  end if;
  return null;
end
$$;
create constraint trigger fund_balances after insert or update on funding.fund deferrable initially deferred for each row execute function funding.fund_balances();
create function funding.envelope_balances() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if exists (select from funding.envelope e where e.network_id = new.network_id and e.id = new.id
      and (e.committed_minor <> (select coalesce(sum(g.committed_minor), 0) from funding.grant g where g.network_id = e.network_id and g.envelope_id = e.id)
      or e.paid_minor <> (select coalesce(sum(g.paid_minor), 0) from funding.grant g where g.network_id = e.network_id and g.envelope_id = e.id))) then
    raise exception 'an envelope is what its grants are' using errcode = 'check_violation', constraint = 'fund_balances';
  end if;
  return null;
end
$$;
create constraint trigger envelope_balances after insert or update on funding.envelope deferrable initially deferred for each row execute function funding.envelope_balances();

create table funding.tranche (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  grant_id uuid not null,
  position smallint not null check (position > 0),
  amount_minor bigint not null check (amount_minor > 0),
  milestone text not null check (milestone in ('start', 'purchase', 'activity', 'sales', 'report', 'other')),
  state text not null default 'waiting' check (state in ('waiting', 'released', 'paid', 'dropped')),
  evidence_document_id uuid,
  evidence_paper text check (length(evidence_paper) between 2 and 300),
  evidence_by uuid,
  evidence_at timestamptz,
  released_by uuid,
  released_at timestamptz,
  paid_on date,
  primary key (network_id, id),
  unique (network_id, grant_id, position),
  unique (network_id, grant_id, id, amount_minor),
  foreign key (network_id, hub_id, grant_id) references funding.grant (network_id, hub_id, id),
  foreign key (network_id, evidence_document_id) references documents.document (network_id, id),
  foreign key (network_id, evidence_by) references network.account (network_id, id),
  foreign key (network_id, released_by) references network.account (network_id, id),
  constraint tranche_four_eyes check (released_by <> evidence_by),
  constraint tranche_proven check (state not in ('released', 'paid') or (released_by is not null and evidence_by is not null and num_nonnulls(evidence_document_id, evidence_paper) >= 1)),
  check ((state = 'paid') = (paid_on is not null))
);
comment on table funding.tranche is 'A part of a grant, released when its milestone is proven';
comment on column funding.tranche.network_id is 'The network; first in every key';
comment on column funding.tranche.id is 'UUIDv7';
comment on column funding.tranche.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.tranche.grant_id is 'The grant';
comment on column funding.tranche.position is 'Which in the order';
comment on column funding.tranche.amount_minor is 'How much';
comment on column funding.tranche.milestone is 'What must be reached';
comment on column funding.tranche.state is 'Waits for its proof, may be paid, was paid, or fell away';
comment on column funding.tranche.evidence_document_id is 'The proof among the documents';
comment on column funding.tranche.evidence_paper is 'Or what the proof is and where it lies';
comment on column funding.tranche.evidence_by is 'Who brought the proof';
comment on column funding.tranche.evidence_at is 'When';
comment on column funding.tranche.released_by is 'Who looked at it and released the money: another person';
comment on column funding.tranche.released_at is 'When';
comment on column funding.tranche.paid_on is 'The day the bank paid';
create index tranche_of_hub on funding.tranche (network_id, hub_id, state);
alter table funding.tranche enable row level security;
alter table funding.tranche force row level security;
create policy tranche_read on funding.tranche for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy tranche_add on funding.tranche for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'waiting' and released_by is null and evidence_by is null);
create policy tranche_change on funding.tranche for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.tranche to hadina_app;
grant update (state, evidence_document_id, evidence_paper, evidence_by, evidence_at, released_by, released_at, paid_on) on funding.tranche to hadina_app;

create table funding.payee (
  network_id uuid not null,
  hub_id uuid not null,
  grant_id uuid not null,
  person_id uuid,
  organization_id uuid,
  way text not null check (way in ('bank', 'mobile')),
  sealed bytea,
  plain jsonb,
  mark bytea not null check (length(mark) = 32),
  print bytea not null check (length(print) = 32),
  ending text not null check (ending ~ '^[0-9A-Z]{4}$'),
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (network_id, grant_id),
  foreign key (network_id, hub_id, grant_id) references funding.grant (network_id, hub_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (num_nonnulls(person_id, organization_id) = 1 and (person_id is null) = (sealed is null) and num_nonnulls(sealed, plain) = 1)
);
comment on table funding.payee is 'The account a grant is paid to. Of a person it is sealed under her key; equal accounts are told by a keyed mark';
comment on column funding.payee.network_id is 'The network; first in every key';
comment on column funding.payee.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.payee.grant_id is 'The grant';
comment on column funding.payee.person_id is 'Whose key seals it';
comment on column funding.payee.organization_id is 'The body it belongs to';
comment on column funding.payee.way is 'By bank or by mobile money';
comment on column funding.payee.sealed is 'Holder and number, sealed';
comment on column funding.payee.plain is 'Holder and number of a body';
comment on column funding.payee.mark is 'Keyed fingerprint of the number';
comment on column funding.payee.print is 'Keyed fingerprint of way, holder and number: whatever of it is changed later is noticed';
comment on column funding.payee.ending is 'Its last four characters';
comment on column funding.payee.set_at is 'When';
comment on column funding.payee.set_by is 'By whom';
create index payee_mark on funding.payee (network_id, mark);
create index payee_of_hub on funding.payee (network_id, hub_id);
create index payee_of_person on funding.payee (network_id, person_id) where person_id is not null;
alter table funding.payee enable row level security;
alter table funding.payee force row level security;
create policy payee_read on funding.payee for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy payee_add on funding.payee for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and set_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy payee_change on funding.payee for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and set_by = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on funding.payee to hadina_app;
grant update (way, sealed, plain, mark, print, ending, set_at, set_by) on funding.payee to hadina_app;
create function funding.payee_of_grant() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if not exists (select from funding.grant g left join incubation.application a on a.network_id = g.network_id and a.id = g.application_id
      where g.network_id = new.network_id and g.id = new.grant_id and g.organization_id is not distinct from new.organization_id
        and (new.person_id is null or new.person_id = a.person_id)) then
    raise exception 'a grant is paid to whom it was given' using errcode = 'check_violation', constraint = 'payee_of_grant';
  end if;
  return new;
end
$$;
create trigger payee_of_grant before insert or update on funding.payee for each row execute function funding.payee_of_grant();

create table funding.payment_file (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  number integer not null check (number > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 3),
  carrier text not null check (carrier ~ '^[a-z]{2,20}$'),
  state text not null default 'made' check (state in ('made', 'approved', 'taken_out', 'answered', 'dropped')),
  lines integer not null check (lines > 0),
  total_minor bigint not null check (total_minor > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  executed_by uuid,
  executed_at timestamptz,
  sha256 bytea check (length(sha256) = 32),
  primary key (network_id, id),
  unique (network_id, hub_id, number),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  foreign key (network_id, approved_by) references network.account (network_id, id),
  foreign key (network_id, executed_by) references network.account (network_id, id),
  constraint file_made_and_approved check (made_by <> approved_by),
  constraint file_approved_and_executed check (approved_by <> executed_by),
  constraint file_made_and_executed check (made_by <> executed_by),
  check (state not in ('approved', 'taken_out', 'answered') or approved_by is not null),
  check ((state in ('taken_out', 'answered')) = (executed_by is not null) and (executed_by is null) = (sha256 is null))
);
comment on table funding.payment_file is 'Payments that go to the bank together: made, approved and taken out by three persons';
comment on column funding.payment_file.network_id is 'The network; first in every key';
comment on column funding.payment_file.id is 'UUIDv7';
comment on column funding.payment_file.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.payment_file.number is 'Its number at the hub';
comment on column funding.payment_file.currency is 'ISO 4217';
comment on column funding.payment_file.scale is 'Digits behind the point: 3 for TND, 2 for MAD and EUR';
comment on column funding.payment_file.carrier is 'Which way to the bank: file is the one every house has';
comment on column funding.payment_file.state is 'Where it stands';
comment on column funding.payment_file.lines is 'How many payments';
comment on column funding.payment_file.total_minor is 'Their sum';
comment on column funding.payment_file.made_by is 'Who made it';
comment on column funding.payment_file.made_at is 'When';
comment on column funding.payment_file.approved_by is 'Who approved it';
comment on column funding.payment_file.approved_at is 'When';
comment on column funding.payment_file.executed_by is 'Who took it out to the bank';
comment on column funding.payment_file.executed_at is 'When';
comment on column funding.payment_file.sha256 is 'Hash of what was taken out';
create index payment_file_list on funding.payment_file (network_id, hub_id, made_at desc);
alter table funding.payment_file enable row level security;
alter table funding.payment_file force row level security;
create policy payment_file_read on funding.payment_file for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy payment_file_make on funding.payment_file for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'made' and made_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy payment_file_change on funding.payment_file for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.payment_file to hadina_app;
grant update (state, approved_by, approved_at, executed_by, executed_at, sha256) on funding.payment_file to hadina_app;

create table funding.payment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  file_id uuid not null,
  grant_id uuid not null,
  tranche_id uuid not null,
  amount_minor bigint not null,
  reference text not null check (reference ~ '^[A-Z0-9-]{6,35}$'),
  mark bytea not null check (length(mark) = 32),
  print bytea not null check (length(print) = 32),
  state text not null default 'ready' check (state in ('ready', 'paid', 'rejected', 'dropped')),
  primary key (network_id, id),
  unique (network_id, reference),
  foreign key (network_id, hub_id, file_id) references funding.payment_file (network_id, hub_id, id),
  foreign key (network_id, grant_id, tranche_id, amount_minor) references funding.tranche (network_id, grant_id, id, amount_minor)
);
comment on table funding.payment is 'One tranche on its way to an account; a tranche is in one living file only';
comment on column funding.payment.network_id is 'The network; first in every key';
comment on column funding.payment.id is 'UUIDv7';
comment on column funding.payment.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.payment.file_id is 'The file';
comment on column funding.payment.grant_id is 'The grant';
comment on column funding.payment.tranche_id is 'The tranche';
comment on column funding.payment.amount_minor is 'How much, as the tranche says';
comment on column funding.payment.reference is 'What the bank repeats in its answer';
comment on column funding.payment.mark is 'Keyed fingerprint of the account when the file was made, for doubles';
comment on column funding.payment.print is 'Keyed fingerprint of way, holder and number when the file was made: another later is noticed';
comment on column funding.payment.state is 'Waits for the bank, was paid, came back, or fell away with its file';
create unique index payment_once on funding.payment (network_id, tranche_id) where state in ('ready', 'paid');
create index payment_of_file on funding.payment (network_id, file_id);
create index payment_of_hub on funding.payment (network_id, hub_id);
create index payment_mark on funding.payment (network_id, mark);
alter table funding.payment enable row level security;
alter table funding.payment force row level security;
create policy payment_read on funding.payment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy payment_add on funding.payment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'ready');
create policy payment_change on funding.payment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.payment to hadina_app;
grant update (state) on funding.payment to hadina_app;
create function funding.pay_in_order() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if not exists (select from funding.grant g where g.network_id = new.network_id and g.id = new.grant_id and g.state in ('certified', 'paid_part') and g.specifications_on is not null) then
    raise exception 'specifications are signed and certified before anything is paid' using errcode = 'check_violation', constraint = 'payment_signed_first';
  end if;
  -- Held until commit: whoever drops it meanwhile waits, and then finds this payment.
  perform 1 from funding.tranche t where t.network_id = new.network_id and t.id = new.tranche_id and t.state = 'released' for share;
  if not found then
    raise exception 'the tranche is not released' using errcode = 'check_violation', constraint = 'payment_released';
  end if;
  if not exists (select from funding.payee y where y.network_id = new.network_id and y.grant_id = new.grant_id and y.mark = new.mark and y.print = new.print) then
    raise exception 'the account is another' using errcode = 'check_violation', constraint = 'payment_account';
  end if;
  if not exists (select from funding.payment_file f where f.network_id = new.network_id and f.id = new.file_id and f.state = 'made') then
    raise exception 'the file is closed' using errcode = 'check_violation', constraint = 'payment_file_open';
  end if;
  return new;
end
$$;
create trigger pay_in_order before insert on funding.payment for each row execute function funding.pay_in_order();

create table funding.double (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  file_id uuid not null,
  payment_id uuid not null,
  other_id uuid not null,
  why text not null check (why in ('same_account', 'same_person', 'same_amount')),
  found_by uuid not null,
  settled_by uuid,
  settled_at timestamptz,
  settled_why text check (length(settled_why) between 5 and 500),
  primary key (network_id, id),
  unique (network_id, payment_id, other_id, why),
  foreign key (network_id, hub_id, file_id) references funding.payment_file (network_id, hub_id, id),
  foreign key (network_id, payment_id) references funding.payment (network_id, id),
  foreign key (network_id, other_id) references funding.payment (network_id, id),
  foreign key (network_id, found_by) references network.account (network_id, id),
  foreign key (network_id, settled_by) references network.account (network_id, id),
  check (payment_id <> other_id),
  constraint double_four_eyes check (found_by <> settled_by),
  check (num_nonnulls(settled_by, settled_at, settled_why) in (0, 3))
);
comment on table funding.double is 'Two payments that look the same; the file waits until somebody else than its maker says why it is right';
comment on column funding.double.network_id is 'The network; first in every key';
comment on column funding.double.id is 'UUIDv7';
comment on column funding.double.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.double.file_id is 'The file that waits';
comment on column funding.double.payment_id is 'The payment in it';
comment on column funding.double.other_id is 'The payment it looks like';
comment on column funding.double.why is 'What is the same';
comment on column funding.double.found_by is 'Who made the file';
comment on column funding.double.settled_by is 'Who says that it is right';
comment on column funding.double.settled_at is 'When';
comment on column funding.double.settled_why is 'Why it is right';
create index double_of_file on funding.double (network_id, file_id);
create index double_of_hub on funding.double (network_id, hub_id);
alter table funding.double enable row level security;
alter table funding.double force row level security;
create policy double_read on funding.double for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy double_add on funding.double for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and found_by = (select nullif(current_setting('app.account', true), '')::uuid) and settled_by is null);
create policy double_change on funding.double for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.double to hadina_app;
grant update (settled_by, settled_at, settled_why) on funding.double to hadina_app;
create function funding.settle_double() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if old.settled_by is not null or new.settled_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another, and what was said stays' using errcode = 'check_violation', constraint = 'double_own_hand';
  end if;
  return new;
end
$$;
create trigger settle_double before update on funding.double for each row execute function funding.settle_double();

create function funding.step_file() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if new.approved_by is distinct from old.approved_by and new.approved_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'file_own_hand';
  end if;
  if new.executed_by is distinct from old.executed_by and new.executed_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'file_own_hand';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('made', 'approved'), ('made', 'dropped'), ('approved', 'taken_out'), ('approved', 'dropped'), ('taken_out', 'answered')) then
    raise exception 'a payment file does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'file_step';
  end if;
  if old.state = new.state and (new.approved_by, new.executed_by, new.sha256) is distinct from (old.approved_by, old.executed_by, old.sha256) then
    raise exception 'a payment file is taken out once' using errcode = 'check_violation', constraint = 'file_step';
  end if;
  if new.state = 'approved' and exists (select from funding.double d where d.network_id = new.network_id and d.file_id = new.id and d.settled_by is null) then
    raise exception 'doubles wait' using errcode = 'check_violation', constraint = 'file_doubles';
  end if;
  if new.state = 'approved' and not exists (select from funding.payment p where p.network_id = new.network_id and p.file_id = new.id having count(*) = new.lines and sum(p.amount_minor) = new.total_minor) then
    raise exception 'the sum of the file is another' using errcode = 'check_violation', constraint = 'file_sum';
  end if;
  if new.state in ('approved', 'taken_out') and old.state <> new.state then
    if exists (select from funding.payment p left join funding.payee y on y.network_id = p.network_id and y.grant_id = p.grant_id
        where p.network_id = new.network_id and p.file_id = new.id and y.print is distinct from p.print) then
      raise exception 'an account is another than when the file was made' using errcode = 'check_violation', constraint = 'file_account_changed';
    end if;
    if exists (select from funding.payment p join funding.tranche t on t.network_id = p.network_id and t.id = p.tranche_id
        where p.network_id = new.network_id and p.file_id = new.id and (p.state <> 'ready' or t.state <> 'released')) then
      raise exception 'a payment of it fell away' using errcode = 'check_violation', constraint = 'file_payment_fell_away';
    end if;
  end if;
  if new.state = 'approved' and old.state <> 'approved' and exists (select from funding.payment p join funding.payee y on y.network_id = p.network_id and y.grant_id = p.grant_id
      where p.network_id = new.network_id and p.file_id = new.id and y.set_by = new.approved_by) then
    raise exception 'whoever wrote an account does not approve its payment' using errcode = 'check_violation', constraint = 'file_own_account';
  end if;
  return new;
end
$$;
create trigger step_file before update on funding.payment_file for each row execute function funding.step_file();

create table funding.bank_answer (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  brought_at timestamptz not null,
  brought_by uuid not null,
  paid integer not null check (paid >= 0),
  rejected integer not null check (rejected >= 0),
  primary key (network_id, id),
  unique (network_id, sha256),
  foreign key (network_id, hub_id, file_id) references funding.payment_file (network_id, hub_id, id),
  foreign key (network_id, brought_by) references network.account (network_id, id)
);
comment on table funding.bank_answer is 'What the bank sent back for a file; the same bytes are taken once';
comment on column funding.bank_answer.network_id is 'The network; first in every key';
comment on column funding.bank_answer.id is 'UUIDv7';
comment on column funding.bank_answer.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.bank_answer.file_id is 'The file it answers';
comment on column funding.bank_answer.sha256 is 'Hash of the bytes';
comment on column funding.bank_answer.brought_at is 'When';
comment on column funding.bank_answer.brought_by is 'By whom';
comment on column funding.bank_answer.paid is 'How many were paid';
comment on column funding.bank_answer.rejected is 'How many came back';
create index bank_answer_of_file on funding.bank_answer (network_id, file_id);
create index bank_answer_of_hub on funding.bank_answer (network_id, hub_id);
alter table funding.bank_answer enable row level security;
alter table funding.bank_answer force row level security;
create policy bank_answer_read on funding.bank_answer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy bank_answer_add on funding.bank_answer for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.bank_answer to hadina_app;

create table funding.bank_line (
  network_id uuid not null,
  hub_id uuid not null,
  payment_id uuid not null,
  answer_id uuid not null,
  state text not null check (state in ('paid', 'rejected')),
  day date not null,
  reason text check (length(reason) <= 200),
  primary key (network_id, payment_id),
  foreign key (network_id, payment_id) references funding.payment (network_id, id),
  foreign key (network_id, answer_id) references funding.bank_answer (network_id, id)
);
comment on table funding.bank_line is 'What the bank says of one payment; it says so once';
comment on column funding.bank_line.network_id is 'The network; first in every key';
comment on column funding.bank_line.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.bank_line.payment_id is 'The payment';
comment on column funding.bank_line.answer_id is 'The answer it stands in';
comment on column funding.bank_line.state is 'Paid, or came back';
comment on column funding.bank_line.day is 'The day of the bank';
comment on column funding.bank_line.reason is 'Why it came back, in the words of the bank';
create index bank_line_of_hub on funding.bank_line (network_id, hub_id);
alter table funding.bank_line enable row level security;
alter table funding.bank_line force row level security;
create policy bank_line_read on funding.bank_line for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy bank_line_add on funding.bank_line for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.bank_line to hadina_app;

create function funding.answer_file() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if not exists (select from funding.payment p join funding.payment_file f on f.network_id = p.network_id and f.id = p.file_id
      where p.network_id = new.network_id and p.id = new.payment_id and f.state = 'taken_out') then
    raise exception 'only what was taken out is answered' using errcode = 'check_violation', constraint = 'bank_line_taken_out';
  end if;
  update funding.payment p set state = new.state where p.network_id = new.network_id and p.id = new.payment_id;
  if new.state = 'paid' then
    update funding.tranche t set state = 'paid', paid_on = new.day from funding.payment p
      where p.network_id = new.network_id and p.id = new.payment_id and t.network_id = p.network_id and t.id = p.tranche_id;
  end if;
  return null;
end
$$;
create trigger answer_file after insert on funding.bank_line for each row execute function funding.answer_file();
create function funding.step_tranche() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if (new.evidence_by, new.evidence_at, new.evidence_paper, new.evidence_document_id) is distinct from (old.evidence_by, old.evidence_at, old.evidence_paper, old.evidence_document_id) then
    if new.evidence_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
      raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'tranche_own_hand';
    end if;
    if old.state <> 'waiting' then
      raise exception 'what was proven stays' using errcode = 'check_violation', constraint = 'tranche_proof_stays';
    end if;
  end if;
  if new.released_by is distinct from old.released_by and new.released_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'tranche_own_hand';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('waiting', 'released'), ('waiting', 'dropped'), ('released', 'paid'), ('released', 'dropped')) then
    raise exception 'a tranche does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'tranche_step';
  end if;
  if new.state = 'dropped' and old.state <> 'dropped'
      and exists (select from funding.payment p where p.network_id = new.network_id and p.tranche_id = new.id and p.state in ('ready', 'paid')) then
    raise exception 'a payment of it is on its way' using errcode = 'check_violation', constraint = 'tranche_on_its_way';
  end if;
  if old.state = 'waiting' and new.state = 'released'
      and not exists (select from funding.grant g where g.network_id = new.network_id and g.id = new.grant_id and g.state in ('certified', 'paid_part')) then
    raise exception 'the certificate comes first' using errcode = 'check_violation', constraint = 'tranche_certified_first';
  end if;
  if old.state = 'released' and new.state = 'paid' then
    if not exists (select from funding.payment p join funding.bank_line b on b.network_id = p.network_id and b.payment_id = p.id
        where p.network_id = new.network_id and p.tranche_id = new.id and b.state = 'paid') then
      raise exception 'only the bank says that something was paid' using errcode = 'check_violation', constraint = 'tranche_paid_by_bank';
    end if;
    update funding.grant g set paid_minor = g.paid_minor + new.amount_minor, state_at = transaction_timestamp(),
        state = case when g.paid_minor + new.amount_minor = g.amount_minor then 'paid' else 'paid_part' end
      where g.network_id = new.network_id and g.id = new.grant_id;
  end if;
  return new;
end
$$;
create trigger step_tranche before update on funding.tranche for each row execute function funding.step_tranche();
create function funding.grant_balances() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if exists (select from funding.grant g where g.network_id = new.network_id and g.id = new.id
      and (g.paid_minor <> (select coalesce(sum(t.amount_minor), 0) from funding.tranche t where t.network_id = g.network_id and t.grant_id = g.id and t.state = 'paid')
      or (g.state in ('closed', 'cancelled') and exists (select from funding.tranche t where t.network_id = g.network_id and t.grant_id = g.id and t.state in ('waiting', 'released')))
      or (g.state not in ('closed', 'cancelled') and g.amount_minor <> (select coalesce(sum(t.amount_minor), 0) from funding.tranche t where t.network_id = g.network_id and t.grant_id = g.id and t.state <> 'dropped')))) then
    raise exception 'a grant is what its tranches are' using errcode = 'check_violation', constraint = 'grant_balances';
  end if;
  return null;
end
$$;
create constraint trigger grant_balances after insert or update on funding.grant deferrable initially deferred for each row execute function funding.grant_balances();

create table funding.repayment (
  network_id uuid not null,
  hub_id uuid not null,
  grant_id uuid not null,
  position smallint not null check (position > 0),
  due_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  paid_on date,
  recorded_by uuid,
  primary key (network_id, grant_id, position),
  foreign key (network_id, hub_id, grant_id) references funding.grant (network_id, hub_id, id),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  check ((paid_on is null) = (recorded_by is null))
);
comment on table funding.repayment is 'One date on which a part of a loan is paid back';
comment on column funding.repayment.network_id is 'The network; first in every key';
comment on column funding.repayment.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.repayment.grant_id is 'The loan';
comment on column funding.repayment.position is 'Which in the order';
comment on column funding.repayment.due_on is 'Due on';
comment on column funding.repayment.amount_minor is 'How much';
comment on column funding.repayment.paid_on is 'The day it came';
comment on column funding.repayment.recorded_by is 'Who wrote that down';
create index repayment_due on funding.repayment (network_id, hub_id, due_on) where paid_on is null;
alter table funding.repayment enable row level security;
alter table funding.repayment force row level security;
create policy repayment_read on funding.repayment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy repayment_add on funding.repayment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy repayment_change on funding.repayment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.repayment to hadina_app;
grant update (paid_on, recorded_by) on funding.repayment to hadina_app;

create table funding.sub_grant (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  fund_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  organization_id uuid not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  sector text not null check (sector in ('local_economy', 'youth_employment', 'family_social_care', 'health', 'gender_equality', 'education', 'digital_divide', 'culture', 'climate')),
  asked_minor bigint not null check (asked_minor > 0),
  own_minor bigint not null check (own_minor >= 0),
  least_own_permille smallint not null check (least_own_permille between 0 and 1000),
  letter_from_id uuid,
  letter_on date,
  state text not null default 'proposal' check (state in ('proposal', 'inadmissible', 'admissible', 'evaluated', 'not_awarded', 'awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed', 'withdrawn')),
  state_at timestamptz not null,
  reasons text[] not null default '{}' check (reasons <@ array['own_share', 'no_letter', 'letter_not_public', 'too_much']),
  typed_by uuid not null,
  checked_by uuid,
  points smallint check (points between 0 and 100),
  evaluated_by uuid,
  decided_by uuid,
  grant_id uuid,
  contract_paper text check (length(contract_paper) between 2 and 200),
  contracted_on date,
  interim_on date,
  final_on date,
  primary key (network_id, id),
  foreign key (network_id, hub_id, fund_id, currency) references funding.fund (network_id, hub_id, id, currency),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, letter_from_id) references network.organization (network_id, id),
  foreign key (network_id, hub_id, grant_id) references funding.grant (network_id, hub_id, id),
  foreign key (network_id, typed_by) references network.account (network_id, id),
  foreign key (network_id, checked_by) references network.account (network_id, id),
  foreign key (network_id, evaluated_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  check ((letter_from_id is null) = (letter_on is null)),
  check (letter_from_id <> organization_id),
  constraint sub_grant_admissible check (state in ('proposal', 'inadmissible', 'withdrawn') or (own_minor * 1000 >= least_own_permille * (asked_minor + own_minor) and letter_from_id is not null)),
  constraint sub_grant_four_eyes check (evaluated_by <> decided_by),
  constraint sub_grant_not_her_own_typing check (typed_by <> decided_by),
  check (state not in ('awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed') or (decided_by is not null and grant_id is not null)),
  check (state not in ('contracted', 'implementing', 'interim_report', 'final_report', 'closed') or contracted_on is not null),
  check ((state = 'inadmissible') = (reasons <> '{}'))
);
comment on table funding.sub_grant is 'Money passed on to a body for a pilot: from its proposal to its last report (SM-SUBGRANT)';
comment on column funding.sub_grant.network_id is 'The network; first in every key';
comment on column funding.sub_grant.id is 'UUIDv7';
comment on column funding.sub_grant.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.sub_grant.fund_id is 'Which fund would pay';
comment on column funding.sub_grant.currency is 'ISO 4217';
comment on column funding.sub_grant.organization_id is 'The body that proposes';
comment on column funding.sub_grant.names is 'Title by language';
comment on column funding.sub_grant.sector is 'What it is about (domain.md 3.1)';
comment on column funding.sub_grant.asked_minor is 'Asked for';
comment on column funding.sub_grant.own_minor is 'Brought by itself';
comment on column funding.sub_grant.least_own_permille is 'Own share it must bring, as its fund said that day';
comment on column funding.sub_grant.letter_from_id is 'The public body that supports it';
comment on column funding.sub_grant.letter_on is 'Date of its letter';
comment on column funding.sub_grant.state is 'Where it stands';
comment on column funding.sub_grant.state_at is 'Since when';
comment on column funding.sub_grant.reasons is 'Why it is not admissible';
comment on column funding.sub_grant.typed_by is 'Who wrote the proposal here';
comment on column funding.sub_grant.checked_by is 'Who looked whether it is admissible';
comment on column funding.sub_grant.points is 'What the evaluation gave';
comment on column funding.sub_grant.evaluated_by is 'By whom';
comment on column funding.sub_grant.decided_by is 'Who awarded it or not: another person';
comment on column funding.sub_grant.grant_id is 'The grant it became';
comment on column funding.sub_grant.contract_paper is 'Where the contract lies';
comment on column funding.sub_grant.contracted_on is 'Signed on';
comment on column funding.sub_grant.interim_on is 'Interim report received on';
comment on column funding.sub_grant.final_on is 'Final report received on';
create index sub_grant_list on funding.sub_grant (network_id, hub_id, state, state_at desc);
alter table funding.sub_grant enable row level security;
alter table funding.sub_grant force row level security;
create policy sub_grant_read on funding.sub_grant for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy sub_grant_add on funding.sub_grant for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy sub_grant_change on funding.sub_grant for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.sub_grant to hadina_app;
grant update (state, state_at, reasons, checked_by, points, evaluated_by, decided_by, grant_id, contract_paper, contracted_on, interim_on, final_on) on funding.sub_grant to hadina_app;

create function funding.step_sub_grant() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if new.decided_by is distinct from old.decided_by and new.decided_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'sub_grant_own_hand';
  end if;
  if new.evaluated_by is distinct from old.evaluated_by and new.evaluated_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'sub_grant_own_hand';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('proposal', 'admissible'), ('proposal', 'inadmissible'), ('proposal', 'withdrawn'), ('admissible', 'evaluated'), ('admissible', 'withdrawn'),
      ('evaluated', 'awarded'), ('evaluated', 'not_awarded'), ('evaluated', 'withdrawn'), ('awarded', 'contracted'), ('contracted', 'implementing'), ('implementing', 'interim_report'),
      ('interim_report', 'final_report'), ('final_report', 'closed')) then
    raise exception 'a sub-grant does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'sub_grant_step';
  end if;
  if old.state = 'proposal' and new.state = 'admissible'
      and not exists (select from network.organization b where b.network_id = new.network_id and b.id = new.letter_from_id and b.sector = 'public') then
    raise exception 'the letter is of no public body' using errcode = 'check_violation', constraint = 'sub_grant_letter';
  end if;
  return new;
end
$$;
create trigger step_sub_grant before update on funding.sub_grant for each row execute function funding.step_sub_grant();

create table funding.financing_file (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  person_id uuid,
  organization_id uuid,
  lender_id uuid not null,
  purpose text not null check (length(purpose) between 2 and 300),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 3),
  asked_minor bigint not null check (asked_minor > 0),
  state text not null default 'prepared' check (state in ('prepared', 'submitted', 'granted', 'refused', 'withdrawn')),
  state_at timestamptz not null,
  submitted_on date,
  answered_on date,
  granted_minor bigint check (granted_minor > 0),
  reason text check (reason in ('no_guarantee', 'debts', 'project', 'papers', 'other', 'her_wish')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, lender_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check (num_nonnulls(person_id, organization_id) = 1),
  check ((state = 'granted') = (granted_minor is not null)),
  check ((state in ('refused', 'withdrawn')) = (reason is not null)),
  check (state not in ('submitted', 'granted', 'refused') or submitted_on is not null),
  check (state not in ('granted', 'refused') or answered_on is not null),
  check (submitted_on <= answered_on)
);
comment on table funding.financing_file is 'A file that the hub carries to a lender for somebody: a bank of solidarity, a microcredit body';
comment on column funding.financing_file.network_id is 'The network; first in every key';
comment on column funding.financing_file.id is 'UUIDv7';
comment on column funding.financing_file.hub_id is 'The hub that keeps it; access compares this column';
comment on column funding.financing_file.person_id is 'For whom';
comment on column funding.financing_file.organization_id is 'Or for which body';
comment on column funding.financing_file.lender_id is 'The lender';
comment on column funding.financing_file.purpose is 'What it is for';
comment on column funding.financing_file.currency is 'ISO 4217';
comment on column funding.financing_file.scale is 'Digits behind the point: 3 for TND, 2 for MAD and EUR';
comment on column funding.financing_file.asked_minor is 'Asked for';
comment on column funding.financing_file.state is 'Where it stands';
comment on column funding.financing_file.state_at is 'Since when';
comment on column funding.financing_file.submitted_on is 'Handed in on';
comment on column funding.financing_file.answered_on is 'Answered on';
comment on column funding.financing_file.granted_minor is 'What the lender gives';
comment on column funding.financing_file.reason is 'Why not';
comment on column funding.financing_file.opened_by is 'Who prepared it';
comment on column funding.financing_file.opened_at is 'When';
create index financing_list on funding.financing_file (network_id, hub_id, state, state_at desc);
create index financing_of_person on funding.financing_file (network_id, person_id) where person_id is not null;
alter table funding.financing_file enable row level security;
alter table funding.financing_file force row level security;
create policy financing_read on funding.financing_file for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy financing_add on funding.financing_file for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy financing_change on funding.financing_file for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.financing_file to hadina_app;
grant update (state, state_at, submitted_on, answered_on, granted_minor, reason) on funding.financing_file to hadina_app;

-- What stands in other parts of the house.
alter table funding.fund add foreign key (network_id, programme_id) references programme.programme (network_id, id);
alter table funding.grant add foreign key (network_id, meeting_id, meeting_quorum) references programme.meeting (network_id, id, quorum_reached);
create index fund_of_programme on funding.fund (network_id, programme_id) where programme_id is not null;

-- Who is kept apart from her finds nothing of it. The login of rights reads what her hub keeps of her; that money was paid stays counted when she is forgotten.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['payee', 'financing_file'] loop
    execute format('create policy conflict on funding.%I as restrictive for select to hadina_app using (%s and (person_id is null or person_id not in (select k.person_id from people.kept_apart k)))', t, net);
    execute format('create policy rights_read on funding.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('grant select on funding.%I to hadina_rights', t);
  end loop;
end $$;
