import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** The application behind which somebody stands in a call: its row, when a file brought it. */
export interface Standing {
  readonly application: string;
  readonly receipt: string;
  readonly importId: string | null;
  readonly row: number | null;
}

/** Who of these persons stands behind an application of the call already, under any file of theirs. */
export async function appliedAlready(tx: AnyTx, network: string, call: string, persons: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  if (persons.length === 0) return new Map();
  const { rows } = await sql<Standing & { person: string }>`with asked as (
      select p.person, coalesce(s.survivor_id, p.person) as who from unnest(${[...persons]}::uuid[]) as p (person)
      left join core.same_person s on s.network_id = ${network} and s.person_id = p.person),
    files as (
      select a.person, a.person as file from asked a union
      select a.person, s.person_id from asked a join core.same_person s on s.network_id = ${network} and s.survivor_id = a.who)
    select f.person, n.id as application, n.receipt, n.import_id as "importId", n.import_row as row from files f
    join incubation.applicant a on a.network_id = ${network} and a.call_id = ${call} and a.person_id = f.file and a.left_at is null
    join incubation.application n on n.network_id = ${network} and n.id = a.application_id`.execute(tx);
  return new Map(rows.map(({ person, ...standing }) => [person, standing]));
}

/** Who applies or leads in each of these applications. */
export async function personsBehind(tx: AnyTx, network: string, applications: readonly string[]): Promise<readonly { readonly application: string; readonly person: string }[]> {
  const { rows } = await sql<{ application: string; person: string }>`select id as application, person_id as person from incubation.application
    where network_id = ${network} and id = any (${[...applications]}::uuid[])`.execute(tx);
  return rows;
}
