-- A letter may also be left at the server's own console, in somebody's name or to try it: the event says so.
drop policy event_of_letter on core.event;
create policy event_of_letter on core.event for insert to hadina_intake
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and name = 'portal.request-left' and action = 'portal.leave-request' and compartment = 'C0'
    and hub_id is not null and account_id is null and person_actor_id is null and typed_for is null and person_id is null
    and organization_id is null and body = '{}'::jsonb and key is null and input_hash is null);
