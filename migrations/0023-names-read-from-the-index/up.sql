-- A search for a person reads some thousand words of the hub. Whether an import still hides a word stood in the table alone, so each
-- of them was looked up there one by one; now the key's own index says it, and the table is not opened.
alter table people.name_word drop constraint name_word_pkey;
alter table people.name_word add constraint name_word_pkey primary key (network_id, hub_id, word, person_id) include (import_id);
