/** A relation of the house: its full name and its columns. */
export interface Relation {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every way we know to get a row, a part of one or a count out of a relation. */
export function readingsOf({ name, columns }: Relation): string[] {
  const first = columns[0]!;
  return [
    `select * from ${name}`, `select count(*) from ${name}`, `select 1 from ${name} limit 1`, `select max(${first}::text) from ${name}`, `table ${name}`,
    `copy ${name} to stdout`, `copy (select * from ${name}) to stdout`, `select exists (select from ${name})`,
    `with seen as (select * from ${name}) select * from seen`, `select * from ${name} for update`, `lock table ${name} in access share mode`,
    `select query_to_xml('select * from ${name}', true, false, '')`, `select table_to_xml('${name}', true, false, '')`,
    `insert into ${name} default values returning *`, `insert into ${name} (${first}) values (null) on conflict do nothing returning *`,
    `update ${name} set ${first} = ${first}`, `update ${name} set ${first} = ${first} returning *`, `delete from ${name}`, `delete from ${name} returning *`,
    `truncate ${name}`, `create temp table taken as select * from ${name}`, `create view pg_temp.taken as select * from ${name}`,
    `declare taken cursor for select * from ${name}`, `explain analyze select * from ${name}`, `alter table ${name} disable row level security`, `drop table ${name}`,
  ];
}

/** Ways round: another login, the files of the server, what others ask at this moment, what statistics tell of values. */
export const waysRound: readonly string[] = [
  ...['hadina_app', 'hadina_report', 'hadina_protected', 'hadina_worker', 'hadina_owner', 'hadina_keys'].flatMap((login) => [`set role ${login}`, `set session authorization ${login}`]),
  `select pg_read_file('PG_VERSION')`, `select pg_ls_dir('.')`, `copy portal.intake from program 'id'`, `select lo_import('/etc/passwd')`, `alter role hadina_intake superuser`,
  'create extension dblink', `grant select on portal.intake to hadina_intake`, 'create schema mine', 'create table portal.mine (a int)', 'set row_security = off; select * from portal.intake',
];

/** What the catalog could tell of values and of what others ask; each must come back empty. */
export const catalogReadings: readonly string[] = [
  `select schemaname, tablename from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`,
  `select query from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`,
  'select * from pg_largeobject_metadata',
];
