do $$
begin
  assert (select pg_get_expr(polwithcheck, polrelid) like '%portal.request-left%' from pg_policy
    where polrelid = 'core.event'::regclass and polname = 'event_of_letter'), 'the intake login writes other events than its own';
end $$;
