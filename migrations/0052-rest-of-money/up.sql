-- What was left of money: a fund is raised or lowered by an amendment that two colleagues sign, what a funder pays in has a receipt with a
-- number, a committee of money needs voices that somebody answers for, a sub-grant that nobody signs gives its money back, and what an
-- enterprise became may be paid for the application it grew from.

create table funding.amendment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  fund_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  before_minor bigint not null check (before_minor > 0),
  amount_minor bigint not null check (amount_minor > 0 and amount_minor < 9000000000000000),
  reason text not null check (length(reason) between 5 and 500),
  paper text check (length(paper) between 2 and 200),
  state text not null default 'asked' check (state in ('asked', 'agreed', 'declined')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, fund_id, currency) references funding.fund (network_id, hub_id, id, currency),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  check (before_minor <> amount_minor),
  check ((state = 'asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint amendment_four_eyes check (asked_by <> decided_by)
);
comment on table funding.amendment is 'A fund becomes more or less: asked for by one colleague with the reason, agreed or declined by another; none is ever removed';
comment on column funding.amendment.network_id is 'The network; first in every key';
comment on column funding.amendment.id is 'UUIDv7';
comment on column funding.amendment.hub_id is 'The hub that keeps the fund; access compares this column';
comment on column funding.amendment.fund_id is 'The fund';
comment on column funding.amendment.currency is 'ISO 4217';
comment on column funding.amendment.before_minor is 'What was promised when it was asked for';
comment on column funding.amendment.amount_minor is 'What would be promised after it';
comment on column funding.amendment.reason is 'Why, without names of persons';
comment on column funding.amendment.paper is 'Where the signed amendment lies';
comment on column funding.amendment.state is 'Asked for, agreed, or declined';
comment on column funding.amendment.asked_by is 'Who asked for it';
comment on column funding.amendment.asked_at is 'When';
comment on column funding.amendment.decided_by is 'Who decided: another person';
comment on column funding.amendment.decided_at is 'When';
create unique index amendment_waits on funding.amendment (network_id, fund_id) where state = 'asked';
create index amendment_of_fund on funding.amendment (network_id, fund_id, asked_at);
create index amendment_of_hub on funding.amendment (network_id, hub_id);
alter table funding.amendment enable row level security;
alter table funding.amendment force row level security;
create policy amendment_read on funding.amendment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (select current_setting('app.manages_network', true)) = 'yes'));
create policy amendment_ask on funding.amendment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'asked' and asked_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy amendment_decide on funding.amendment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.amendment to hadina_app;
grant update (state, decided_by, decided_at) on funding.amendment to hadina_app;
create function funding.step_amendment() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if old.state <> 'asked' or new.state = 'asked' then
    raise exception 'what was decided stays' using errcode = 'check_violation', constraint = 'amendment_step';
  end if;
  if new.decided_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'amendment_own_hand';
  end if;
  if new.state = 'agreed' then
    update funding.fund f set amount_minor = new.amount_minor where f.network_id = new.network_id and f.id = new.fund_id and f.amount_minor = new.before_minor and f.state = 'open';
    if not found then
      raise exception 'the fund is another meanwhile' using errcode = 'check_violation', constraint = 'amendment_of_this_fund';
    end if;
  end if;
  return new;
end
$$;
create trigger step_amendment before update on funding.amendment for each row execute function funding.step_amendment();

create table funding.receipt (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  fund_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  number integer not null check (number > 0),
  amount_minor bigint not null check (amount_minor > 0),
  received_on date not null,
  paper text not null check (length(paper) between 2 and 200),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  taken_back_why text check (length(taken_back_why) between 5 and 500),
  primary key (network_id, id),
  unique (network_id, hub_id, number),
  foreign key (network_id, hub_id, fund_id, currency) references funding.fund (network_id, hub_id, id, currency),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  foreign key (network_id, taken_back_by) references network.account (network_id, id),
  check (num_nonnulls(taken_back_by, taken_back_at, taken_back_why) in (0, 3)),
  constraint receipt_four_eyes check (recorded_by <> taken_back_by)
);
comment on table funding.receipt is 'What a funder paid in, with the number of the receipt it was given; a mistaken one is taken back and keeps its number';
comment on column funding.receipt.network_id is 'The network; first in every key';
comment on column funding.receipt.id is 'UUIDv7';
comment on column funding.receipt.hub_id is 'The hub that keeps the fund; access compares this column';
comment on column funding.receipt.fund_id is 'The fund it was paid into';
comment on column funding.receipt.currency is 'ISO 4217';
comment on column funding.receipt.number is 'Its number at the hub; none is left out';
comment on column funding.receipt.amount_minor is 'How much';
comment on column funding.receipt.received_on is 'The day the bank of the hub received it';
comment on column funding.receipt.paper is 'What proves it: the statement of the bank and its line';
comment on column funding.receipt.recorded_by is 'Who wrote it down';
comment on column funding.receipt.recorded_at is 'When';
comment on column funding.receipt.taken_back_by is 'Who took it back: another person';
comment on column funding.receipt.taken_back_at is 'When';
comment on column funding.receipt.taken_back_why is 'Why';
create index receipt_of_fund on funding.receipt (network_id, fund_id);
create index receipt_of_hub on funding.receipt (network_id, hub_id);
alter table funding.receipt enable row level security;
alter table funding.receipt force row level security;
create policy receipt_read on funding.receipt for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])
      or (select current_setting('app.manages_network', true)) = 'yes'));
create policy receipt_write on funding.receipt for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[])
    and taken_back_by is null and recorded_by = (select nullif(current_setting('app.account', true), '')::uuid));
create policy receipt_take_back on funding.receipt for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on funding.receipt to hadina_app;
grant update (taken_back_by, taken_back_at, taken_back_why) on funding.receipt to hadina_app;
-- Whoever writes at the same moment waits, and gets the next number; the fund's row is held, so that no more comes in than was promised.
create function funding.number_receipt() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('funding.receipt ' || new.hub_id::text, 0));
  select coalesce(max(r.number), 0) + 1 into new.number from funding.receipt r where r.network_id = new.network_id and r.hub_id = new.hub_id;
  perform 1 from funding.fund f where f.network_id = new.network_id and f.id = new.fund_id for update;
  if (select coalesce(sum(r.amount_minor), 0) + new.amount_minor from funding.receipt r where r.network_id = new.network_id and r.fund_id = new.fund_id and r.taken_back_by is null)
    > (select f.amount_minor from funding.fund f where f.network_id = new.network_id and f.id = new.fund_id) then
    raise exception 'more came in than was promised' using errcode = 'check_violation', constraint = 'receipt_fits';
  end if;
  return new;
end
$$;
create trigger number_receipt before insert on funding.receipt for each row execute function funding.number_receipt();
create function funding.step_receipt() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if old.taken_back_by is not null or new.taken_back_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another, and what was taken back stays so' using errcode = 'check_violation', constraint = 'receipt_own_hand';
  end if;
  return new;
end
$$;
create trigger step_receipt before update on funding.receipt for each row execute function funding.step_receipt();

-- What was promised moves with an agreed amendment alone, and never under what is granted, set apart or paid in already.
create function funding.keep_amount() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if new.amount_minor is not distinct from old.amount_minor then
    return new;
  end if;
  if pg_trigger_depth() < 2 then
    raise exception 'a fund is amended by two' using errcode = 'check_violation', constraint = 'fund_amended_by_two';
  end if;
  if new.amount_minor < old.committed_minor + old.paid_minor
    or new.amount_minor < (select coalesce(sum(e.amount_minor), 0) from funding.envelope e where e.network_id = new.network_id and e.fund_id = new.id)
    or new.amount_minor < (select coalesce(sum(r.amount_minor), 0) from funding.receipt r where r.network_id = new.network_id and r.fund_id = new.id and r.taken_back_by is null) then
    raise exception 'a fund is not lowered under what is promised of it' using errcode = 'check_violation', constraint = 'fund_not_below';
  end if;
  return new;
end
$$;
create trigger keep_amount before update of amount_minor on funding.fund for each row execute function funding.keep_amount();
grant update (amount_minor) on funding.fund to hadina_app;

-- On money nobody votes who is only a text: a voice is a body's or a colleague's, and two make a quorum.
create function programme.keep_money_voices() returns trigger language plpgsql set search_path = programme, pg_temp as $$
begin
  if new.votes and num_nonnulls(new.organization_id, new.account_id) = 0
    and exists (select from programme.committee c where c.network_id = new.network_id and c.id = new.committee_id and c.kind = 'funding') then
    raise exception 'a seat that is only a text has no voice on money' using errcode = 'check_violation', constraint = 'member_has_a_voice';
  end if;
  return new;
end
$$;
comment on function programme.keep_money_voices is 'Refuses a voice on money to a seat without a body and without an account';
create trigger keep_money_voices before insert on programme.committee_member for each row execute function programme.keep_money_voices();
create function programme.keep_money_quorum() returns trigger language plpgsql set search_path = programme, pg_temp as $$
begin
  raise exception 'on money at least two decide' using errcode = 'check_violation', constraint = 'committee_two_decide';
end
$$;
comment on function programme.keep_money_quorum is 'Refuses a committee of money whose quorum is one';
create trigger keep_money_quorum before insert or update of quorum on programme.committee for each row when (new.kind = 'funding' and new.quorum < 2) execute function programme.keep_money_quorum();

-- Who let an enterprise into the register of bodies: she does not approve the money that goes to it.
alter table incubation.venture add column listed_by uuid;
alter table incubation.venture add foreign key (network_id, listed_by) references network.account (network_id, id);
comment on column incubation.venture.listed_by is 'Who let it into the register of bodies; written by the database';
create function incubation.note_lister() returns trigger language plpgsql set search_path = incubation, pg_temp as $$
begin
  if current_user = 'hadina_app' then
    new.listed_by := nullif(current_setting('app.account', true), '')::uuid;
  end if;
  return new;
end
$$;
comment on function incubation.note_lister is 'Writes who let an enterprise into the register of bodies';
create trigger note_lister before update of organization_id on incubation.venture for each row when (new.organization_id is distinct from old.organization_id) execute function incubation.note_lister();
-- One that comes with its body already has whoever writes it for its lister: nobody names another.
create trigger note_first_lister before insert on incubation.venture for each row when (new.organization_id is not null or new.listed_by is not null) execute function incubation.note_lister();

create or replace function funding.copy_typist() returns trigger language plpgsql set search_path = funding, pg_temp as $$
declare
  own uuid;
begin
  if new.application_id is not null then
    select a.typed_by, a.organization_id into new.typed_by, own from incubation.application a where a.network_id = new.network_id and a.id = new.application_id and a.hub_id = new.hub_id;
    if not found then
      raise exception 'the application is not of this hub' using errcode = 'check_violation', constraint = 'grant_application';
    end if;
    -- An application made as a person may be paid to the body that grew from it, and to no other.
    if new.organization_id is distinct from own and not (own is null and exists (select from incubation.venture v
        where v.network_id = new.network_id and v.hub_id = new.hub_id and v.application_id = new.application_id and v.organization_id = new.organization_id)) then
      raise exception 'the money of an application goes to nobody else' using errcode = 'check_violation', constraint = 'grant_her_own';
    end if;
  end if;
  return new;
end
$$;

-- An awarded sub-grant whose body never signs its contract ends with a reason.
alter table funding.sub_grant drop constraint sub_grant_state_check;
alter table funding.sub_grant add constraint sub_grant_state_check check (state in ('proposal', 'inadmissible', 'admissible', 'evaluated', 'not_awarded', 'awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed', 'withdrawn', 'lapsed'));
alter table funding.sub_grant add column ended_by uuid;
alter table funding.sub_grant add column ended_reason text check (ended_reason ~ '^[a-z][a-z_]{2,39}$');
alter table funding.sub_grant add foreign key (network_id, ended_by) references network.account (network_id, id);
alter table funding.sub_grant add constraint sub_grant_ended check ((state = 'lapsed') = (ended_reason is not null) and (ended_by is null) = (ended_reason is null));
comment on column funding.sub_grant.ended_by is 'Who ended it after its award, when its contract was never signed';
comment on column funding.sub_grant.ended_reason is 'Why; a code with words';
grant update (ended_by, ended_reason) on funding.sub_grant to hadina_app;
create or replace function funding.step_sub_grant() returns trigger language plpgsql set search_path = funding, pg_temp as $$
begin
  if new.decided_by is distinct from old.decided_by and new.decided_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'sub_grant_own_hand';
  end if;
  if new.evaluated_by is distinct from old.evaluated_by and new.evaluated_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'sub_grant_own_hand';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (('proposal', 'admissible'), ('proposal', 'inadmissible'), ('proposal', 'withdrawn'), ('admissible', 'evaluated'), ('admissible', 'withdrawn'),
      ('evaluated', 'awarded'), ('evaluated', 'not_awarded'), ('evaluated', 'withdrawn'), ('awarded', 'contracted'), ('awarded', 'lapsed'), ('contracted', 'implementing'), ('implementing', 'interim_report'),
      ('interim_report', 'final_report'), ('final_report', 'closed')) then
    raise exception 'a sub-grant does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'sub_grant_step';
  end if;
  if new.ended_by is distinct from old.ended_by and new.ended_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'sub_grant_own_hand';
  end if;
  if new.state = 'lapsed' and not exists (select from funding.grant g where g.network_id = new.network_id and g.id = new.grant_id and g.state = 'cancelled') then
    raise exception 'its money is free again first' using errcode = 'check_violation', constraint = 'sub_grant_frees_its_money';
  end if;
  if old.state = 'proposal' and new.state = 'admissible'
      and not exists (select from network.organization b where b.network_id = new.network_id and b.id = new.letter_from_id and b.sector = 'public') then
    raise exception 'the letter is of no public body' using errcode = 'check_violation', constraint = 'sub_grant_letter';
  end if;
  return new;
end
$$;

create or replace function funding.step_grant() returns trigger language plpgsql set search_path = funding, pg_temp as $$
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
              where p.network_id = m.network_id and p.meeting_id = m.id and s.votes and num_nonnulls(s.organization_id, s.account_id) > 0) >= c.quorum
            and (select count(distinct s.account_id) from programme.presence p join programme.committee_member s on s.network_id = p.network_id and s.id = p.member_id
              where p.network_id = m.network_id and p.meeting_id = m.id and s.votes) >= 2
            and exists (select from programme.decision d where d.network_id = m.network_id and d.meeting_id = m.id and d.set_by is distinct from new.approved_by
              and upper(right(new.id::text, 8)) = any (string_to_array(d.about, ' ')))) then
        raise exception 'this meeting did not decide on this grant' using errcode = 'check_violation', constraint = 'grant_meeting';
      end if;
    end if;
    if new.application_id is not null and exists (select from incubation.venture v where v.network_id = new.network_id and v.application_id = new.application_id
        and v.organization_id = new.organization_id and v.listed_by = new.approved_by) then
      raise exception 'whoever let an enterprise into the register does not approve its money' using errcode = 'check_violation', constraint = 'grant_own_venture';
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
