-- A partner whose agreement ended in mid-cohort becomes read-only: what it accompanies, and the courses held for it alone, take no writing
-- until the cohort is handed over, taken back or closed. The actions say so in words; this is the second wall, for any program.

create view incubation.read_only_cohort with (security_invoker = true) as
  select c.network_id, c.id as cohort_id from incubation.cohort c
  where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.partner_id is not null and c.closed_at is null and coalesce((select current_setting('app.demo', true)), '') <> 'yes'
    and not exists (select from network.agreement a
      join network.agreement_version v on v.network_id = a.network_id and v.agreement_id = a.id
      left join network.hub h on h.network_id = a.network_id and h.id = a.hub_id
      where a.network_id = c.network_id and a.standing in ('standing', 'renewed') and (a.hub_id is null or a.hub_id = c.hub_id)
        and v.state = 'signed' and v.organization_ids @> array[c.partner_id] and v.opens @> array['delegated-service']
        and (now() at time zone coalesce(h.time_zone, 'UTC'))::date between v.valid_from and v.valid_until
        and not exists (select from network.agreement_version newer where newer.network_id = v.network_id and newer.agreement_id = v.agreement_id and newer.state = 'signed'
          and newer.version > v.version and newer.valid_from <= (now() at time zone coalesce(h.time_zone, 'UTC'))::date));
comment on view incubation.read_only_cohort is 'Open cohorts whose partner works under no agreement in force today; the loader of invented rows lives in the past and is not asked';
comment on column incubation.read_only_cohort.network_id is 'The network';
comment on column incubation.read_only_cohort.cohort_id is 'The cohort';

create view incubation.read_only_application with (security_invoker = true) as
  select p.network_id, p.application_id from incubation.cohort_place p join incubation.read_only_cohort c on c.network_id = p.network_id and c.cohort_id = p.cohort_id
  where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.left_at is null;
comment on view incubation.read_only_application is 'Applications that stand in such a cohort';
comment on column incubation.read_only_application.network_id is 'The network';
comment on column incubation.read_only_application.application_id is 'The application';

create view training.read_only_session with (security_invoker = true) as
  select j.network_id, j.session_id from incubation.cohort_session j
    join incubation.cohort c on c.network_id = j.network_id and c.id = j.cohort_id
    left join incubation.read_only_cohort r on r.network_id = j.network_id and r.cohort_id = j.cohort_id
  where j.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.closed_at is null
  group by j.network_id, j.session_id having bool_and(r.cohort_id is not null);
comment on view training.read_only_session is 'Courses that open cohorts take part in, each of them with a partner whose agreement is over';
comment on column training.read_only_session.network_id is 'The network';
comment on column training.read_only_session.session_id is 'The course';
grant select on incubation.read_only_cohort, incubation.read_only_application to hadina_app;
grant select on training.read_only_session to hadina_app;

-- The login of rights erases whatever the agreement says; her wish to be shown no more, and the end of a place or of a mentor, are always written.
create function incubation.keep_read_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  key uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  over boolean;
begin
  if current_user <> 'hadina_app' then return new; end if;
  if tg_argv[0] = 'cohort' then
    over := exists (select from incubation.read_only_cohort r where r.network_id = new.network_id and r.cohort_id = key);
  elsif tg_argv[0] = 'application' then
    over := exists (select from incubation.read_only_application r where r.network_id = new.network_id and r.application_id = key);
  elsif tg_argv[0] = 'venture' then
    over := exists (select from incubation.venture v join incubation.read_only_application r on r.network_id = v.network_id and r.application_id = v.application_id where v.network_id = new.network_id and v.id = key);
  else
    over := exists (select from incubation.follow_up f join incubation.read_only_application r on r.network_id = f.network_id and r.application_id = f.application_id where f.network_id = new.network_id and f.id = key);
  end if;
  if over then raise exception 'the agreement of its partner is over: it is read-only' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
comment on function incubation.keep_read_only is 'Refuses to write what a partner without an agreement accompanies';

create function training.keep_read_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb;
begin
  if tg_op = 'DELETE' then held := to_jsonb(old); else held := to_jsonb(new); end if;
  if current_user = 'hadina_app' and exists (select from training.read_only_session r where r.network_id = (held ->> 'network_id')::uuid and r.session_id = (held ->> tg_argv[0])::uuid) then
    raise exception 'the agreement of its partner is over: the course is read-only' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
comment on function training.keep_read_only is 'Refuses to write a course that is held for partners without an agreement alone';

create trigger keep_read_only after insert or update of partner_id, until_on on incubation.cohort for each row when (new.partner_id is not null) execute function incubation.keep_read_only('cohort', 'id');
create trigger keep_read_only before insert or update of coach_id on incubation.cohort_place for each row execute function incubation.keep_read_only('cohort', 'cohort_id');
create trigger keep_read_only before insert on incubation.cohort_session for each row execute function incubation.keep_read_only('cohort', 'cohort_id');
create trigger keep_read_only before update of state on incubation.application for each row when (new.state in ('trained', 'incubating', 'created', 'post_creation', 'consolidated', 'ceased', 'dropped_out')) execute function incubation.keep_read_only('application', 'id');
create trigger keep_read_only before insert or update on incubation.mentoring for each row when (new.state <> 'ended') execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.coaching_act for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.coaching_note for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.turnover for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert or update on incubation.venture for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert or update on incubation.legal_step for each row execute function incubation.keep_read_only('venture', 'venture_id');
create trigger keep_read_only before insert or update on incubation.plan_version for each row execute function incubation.keep_read_only('venture', 'venture_id');
create trigger keep_read_only before insert or update on incubation.prototype for each row execute function incubation.keep_read_only('venture', 'venture_id');
create trigger keep_read_only before insert or update on incubation.product_sheet for each row execute function incubation.keep_read_only('venture', 'venture_id');
create trigger keep_read_only before insert or update on incubation.milestone for each row execute function incubation.keep_read_only('venture', 'venture_id');
create trigger keep_read_only before insert or update on incubation.follow_up for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.job for each row execute function incubation.keep_read_only('follow_up', 'follow_up_id');
create trigger keep_read_only before insert or update on incubation.photo_slot for each row execute function incubation.keep_read_only('application', 'application_id');
create trigger keep_read_only before insert on incubation.spotlight_owner for each row execute function incubation.keep_read_only('application', 'application_id');

create trigger keep_read_only before update on training.session for each row execute function training.keep_read_only('id');
create trigger keep_read_only before insert or update on training.half_day for each row execute function training.keep_read_only('session_id');
create trigger keep_read_only before insert or update or delete on training.taught for each row execute function training.keep_read_only('session_id');
create trigger keep_read_only before insert or update on training.seat for each row execute function training.keep_read_only('session_id');
create trigger keep_read_only before insert or update on training.attendance for each row execute function training.keep_read_only('session_id');
create trigger keep_read_only before insert on training.certificate for each row execute function training.keep_read_only('session_id');

-- Whoever decides on money reads whether an agreement is in force at her hub: without it every cohort of a partner seemed read-only to her.
create policy agreement_of_deciders on network.agreement for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy agreement_version_of_deciders on network.agreement_version for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));

-- The public page reads what stands, by the consent it stands on.
create index spotlight_standing on incubation.spotlight (network_id, consent_id, consent_until) where taken_away_at is null;
