-- Whoever leads a call counts every application of it by number, also of somebody who keeps her apart (0041): so she can read that row, and until
-- now she could write it by hand. What moves by number with all the others may still move; nothing else of it does.
create function incubation.keep_apart_hands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> 'hadina_app' or not exists (select from people.kept_apart) then
    return null;
  end if;
  if exists (select from is_now n join was w on w.network_id = n.network_id and w.id = n.id
    where n.person_id in (select k.person_id from people.kept_apart k)
      and (to_jsonb(n) - array['state', 'state_at', 'reason'] is distinct from to_jsonb(w) - array['state', 'state_at', 'reason']
        -- Results of the whole call, the next in line, and the way of money are by number.
        or (n.state is distinct from w.state and n.state not in ('selected', 'waitlisted', 'rejected', 'plan_validated', 'funding_committee', 'funded'))
        or (n.state is not distinct from w.state and (n.state_at, n.reason) is distinct from (w.state_at, w.reason)))) then
    raise exception 'somebody else works on this application' using errcode = 'check_violation', constraint = 'application_kept_apart';
  end if;
  return null;
end $$;
comment on function incubation.keep_apart_hands is 'Lets nobody write an application of somebody who keeps her apart, but for what moves by number with all others of the call';
create trigger keep_apart_hands after update on incubation.application referencing old table as was new table as is_now for each statement execute function incubation.keep_apart_hands();
