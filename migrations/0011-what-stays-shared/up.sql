-- What was shared stays readable only while it should: consent, state of the referral, agreement. And who may see who looked.

-- 1. From this moment the body opens nothing of a referral any more, although its loop is not closed yet.
alter table desk.referral add column shut_at timestamptz;
comment on column desk.referral.shut_at is 'When she took her consent to sharing back: from then on the body opens nothing of it';

-- Runs with the rights of whoever writes the consent: the hub that asked is the hub that sent.
create function desk.shut_referrals() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.purpose <> 'sharing' or (new.answer = 'given' and new.withdrawn_at is null) then return null; end if;
  update desk.referral_link l set revoked_at = coalesce(new.withdrawn_at, new.answered_at)
    from desk.referral r
    where r.network_id = new.network_id and r.hub_id = new.hub_id and r.spoken_to_id = new.person_id
      and l.network_id = r.network_id and l.referral_id = r.id and l.used_at is null and l.revoked_at is null;
  update people.access_grant g set revoked_at = coalesce(new.withdrawn_at, new.answered_at)
    from desk.referral r
    where r.network_id = new.network_id and r.hub_id = new.hub_id and r.spoken_to_id = new.person_id and r.state in ('sent', 'accepted', 'declined')
      and g.network_id = r.network_id and g.hub_id = r.hub_id and g.basis = 'referral' and g.basis_id = r.id and g.revoked_at is null;
  update desk.referral r set shut_at = coalesce(new.withdrawn_at, new.answered_at)
    where r.network_id = new.network_id and r.hub_id = new.hub_id and r.spoken_to_id = new.person_id
      and r.shut_at is null and r.state in ('sent', 'accepted', 'declined', 'served');
  return null;
end $$;
create trigger sharing_ended after insert or update of withdrawn_at on people.consent
  for each row execute function desk.shut_referrals();
grant update (shut_at) on desk.referral to hadina_app;

-- 2. A body by account reads a referral while its loop is open, and what was disclosed only while it may still be used.
-- A declined one stays readable as a row (the decliner wrote it), never as a disclosure.
drop policy referral_read on desk.referral;
create policy referral_read on desk.referral for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or (organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
        and state in ('sent', 'accepted', 'declined', 'served') and shut_at is null)
      or id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));
drop policy disclosure_read on desk.disclosure;
create policy disclosure_read on desk.disclosure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or referral_id in (select r.id from desk.referral r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and r.organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])
        and r.state in ('sent', 'accepted', 'served') and r.shut_at is null)
      or referral_id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')) and l.used_at is null and l.revoked_at is null
        and (l.expires_at > now() or (select current_setting('app.demo', true)) = 'yes'))));

-- 3. Whoever holds a link may learn whether the agreement behind it is in force, so that it closes with the agreement.
create policy agreement_by_link on network.agreement for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select r.agreement_id from desk.referral r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and r.id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));
create policy agreement_version_by_link on network.agreement_version for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and agreement_id in (select r.agreement_id from desk.referral r where r.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and r.id in (select l.referral_id from desk.referral_link l where l.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and l.hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))));

-- 4. A supervisor reads who opened sealed fields in the hub where she stands; refusals and protected matters stay with the dpo.
create policy look_supervise on core.look for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
    and compartment in ('C1a', 'C1b') and outcome = 'opened');

-- 5. A service whose name alone would tell too much on a paper somebody else may find.
alter table directory.service add column delicate boolean not null default false;
comment on column directory.service.delicate is 'Its name alone would tell too much: public in the directory, never named on a slip or its status page';

-- 6. With her slip open she says herself how the visit was; once, and nobody at the desk sees her say it.
alter table desk.slip add column about jsonb;
comment on column desk.slip.about is 'The client as figures know her when the slip was made: sex, age band, territory, kind; empty on older slips';
create policy assessment_by_slip on desk.assessment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and via = 'slip' and referral_id is null
    and (select coalesce(current_setting('app.link', true), '')) <> ''
    and ticket_id in (select s.ticket_id from desk.slip s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy assessment_of_slip on desk.assessment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select coalesce(current_setting('app.link', true), '')) <> ''
    and ticket_id in (select s.ticket_id from desk.slip s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
