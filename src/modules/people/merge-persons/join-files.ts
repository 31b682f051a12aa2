import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import type { PeopleTables } from '../people.ts';
import { filesOf, unmarkedFiles, writeMarks } from './write-marks.ts';

type Here = Pick<Doing<PeopleTables>, 'tx' | 'network'>;
type Joining = Pick<Doing<PeopleTables>, 'tx' | 'network' | 'blind'>;

/** One decision over two files. */
export interface Joined {
  readonly merge: string;
  readonly survivor: string;
  readonly absorbed: string;
}

/**
 * Makes the two files wait for nobody else: whoever merges or parts one of them at the same moment waits. Always in the same order,
 * so that two desks never block each other.
 */
export async function lockFiles({ tx, network }: Here, files: readonly string[]): Promise<void> {
  await tx.selectFrom('people.person').select('id').where('network_id', '=', network).where('id', 'in', [...files]).orderBy('id').forUpdate().execute();
}

/** Is this file led to another one already? Asked under `lockFiles`. */
export async function isAbsorbed({ tx, network }: Here, person: string): Promise<boolean> {
  const row = await tx.selectFrom('core.same_person').select('into_id').where('network_id', '=', network).where('person_id', '=', person).executeTakeFirst();
  return row?.into_id != null;
}

/** Leads the absorbed file, and every file that was led to it, to the surviving one. Neither may be absorbed already. No other row changes. */
export async function joinFiles(doing: Joining, { merge, survivor, absorbed }: Joined): Promise<void> {
  const { tx, network } = doing;
  const late = await unmarkedFiles(doing);
  await sql`insert into core.same_person (network_id, person_id, survivor_id) values (${network}, ${survivor}, ${survivor}) on conflict do nothing`.execute(tx);
  await sql`insert into core.same_person (network_id, person_id, survivor_id, into_id, merge_id) values (${network}, ${absorbed}, ${survivor}, ${survivor}, ${merge})
    on conflict (network_id, person_id) do update set survivor_id = excluded.survivor_id, into_id = excluded.into_id, merge_id = excluded.merge_id`.execute(tx);
  await sql`update core.same_person set survivor_id = ${survivor} where network_id = ${network} and survivor_id = ${absorbed}`.execute(tx);
  await writeMarks(doing, [...late, ...(await filesOf(doing, [survivor]))]);
}

/** Takes the absorbed file out again, with the files that had been led to it; afterwards the map is as if the merge had never been. */
export async function partFiles(doing: Joining, { absorbed }: Pick<Joined, 'absorbed'>): Promise<void> {
  const { tx, network } = doing;
  const files = [...(await unmarkedFiles(doing)), ...(await filesOf(doing, [absorbed]))];
  const { survivor_id: survivor } = await tx.selectFrom('core.same_person').select('survivor_id')
    .where('network_id', '=', network).where('person_id', '=', absorbed).executeTakeFirstOrThrow();
  await sql`with recursive under (person_id) as (
      values (${absorbed}::uuid)
      union select s.person_id from core.same_person s join under on s.network_id = ${network} and s.into_id = under.person_id)
    update core.same_person s set survivor_id = ${absorbed},
      into_id = case when s.person_id = ${absorbed} then null else s.into_id end, merge_id = case when s.person_id = ${absorbed} then null else s.merge_id end
    from under where s.network_id = ${network} and s.person_id = under.person_id`.execute(tx);
  for (const root of [absorbed, survivor]) {
    await sql`delete from core.same_person r where r.network_id = ${network} and r.person_id = ${root}
      and not exists (select from core.same_person other where other.network_id = ${network} and other.survivor_id = ${root} and other.person_id <> ${root})`.execute(tx);
  }
  await writeMarks(doing, files);
}
