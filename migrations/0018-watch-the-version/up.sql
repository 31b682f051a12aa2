-- The process that keeps public pages asks for the version before every one of them: one prepared statement, without a context.
grant usage on schema core to hadina_worker;
grant select on core.public_version to hadina_worker;
create policy version_watch on core.public_version for select to hadina_worker using (true);
