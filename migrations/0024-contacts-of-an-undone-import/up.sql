-- A row is deleted only where it may also be seen, and a contact is seen only under a live grant: so whoever had left a phone stayed
-- behind when her import was taken back. The import that is being undone sees the sealed contacts of its own persons.
create policy undone_seen on people.person_contact for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    and person_id in (select e.person_id from people.enrolment e
      join exchange.import i on i.network_id = e.network_id and i.id = e.import_id and i.state = 'undoing'
      where e.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
        and e.import_id = (select nullif(current_setting('app.importing', true), '')::uuid)));
