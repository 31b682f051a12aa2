do $$
begin
  assert not exists (select from pg_policy where pg_get_expr(polqual, polrelid) ~ 'ARRAY\( SELECT a\.' or pg_get_expr(polwithcheck, polrelid) ~ 'ARRAY\( SELECT a\.'),
    'no policy makes the list of all somebody accompanies for every statement';
  -- Each of them still asks of the assignment: whose it is, at which hub, in which state, until when.
  assert not exists (
    select from pg_policy pol, lateral (values (pg_get_expr(polqual, polrelid)), (pg_get_expr(polwithcheck, polrelid))) as e (asked)
    where asked ~ 'FROM accompaniment\.assignment a' and not (asked ~ 'a\.account_id = ' and asked ~ 'app\.account' and asked ~ 'a\.hub_id = ANY' and asked ~ 'app\.assigned_hubs'
      and asked ~ 'a\.state = ' and asked ~ 'a\.until_at > now\(\)' and asked ~ '\(a\.(case_id|person_id) = |SELECT a\.case_id')),
    'an assignment opens to its own worker, at her hub, while it lasts, and only the file or person it is about';
  assert exists (select from pg_trigger where tgrelid = 'people.person_contact'::regclass and tgname = 'rule_begins' and tgenabled <> 'D' and tgnewtable is not null), 'every phone has a rule from its first moment';
  assert (select count(*) from pg_policy where pg_get_expr(polqual, polrelid) ~ 'FROM accompaniment\.assignment a') >= 20, 'the policies of accompaniment are there';
end $$;
