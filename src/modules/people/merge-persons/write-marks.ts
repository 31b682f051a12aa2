import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import { markFor, markUses } from '#core/crypto/person-marks.ts';
import type { PeopleTables } from '../people.ts';

type Here = Pick<Doing<PeopleTables>, 'tx' | 'network' | 'blind'>;

/**
 * Writes the fingerprints of these files anew as the map of identities now has them, so that whatever follows a fingerprint follows
 * the merge or its end. They are written for every merge, and so tell nothing of what may hang on one.
 */
export async function writeMarks(doing: Here, some: readonly string[]): Promise<void> {
  const { tx, network, blind } = doing;
  const files = [...new Set(some)];
  if (files.length === 0) return;
  const map = await tx.selectFrom('core.same_person').select(['person_id', 'survivor_id']).where('network_id', '=', network).where('person_id', 'in', [...files]).execute();
  const marks = files.flatMap((file) => markUses.map((use) => markFor(blind, use, file)));
  await sql`delete from core.same_mark where network_id = ${network} and mark = any (${marks})`.execute(tx);
  const rows = map.flatMap((row) => markUses.map((use) => ({ mark: markFor(blind, use, row.person_id), identity: markFor(blind, use, row.survivor_id) })));
  if (rows.length === 0) return;
  await sql`insert into core.same_mark (network_id, mark, identity) select ${network}, * from unnest(${rows.map(({ mark }) => mark)}::bytea[], ${rows.map(({ identity }) => identity)}::bytea[])`.execute(tx);
}

/** Every file of the identities that these files belong to. */
export async function filesOf({ tx, network }: Pick<Here, 'tx' | 'network'>, files: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('core.same_person as one')
    .innerJoin('core.same_person as other', (join) => join.onRef('other.network_id', '=', 'one.network_id').onRef('other.survivor_id', '=', 'one.survivor_id'))
    .select('other.person_id').where('one.network_id', '=', network).where('one.person_id', 'in', [...files]).execute();
  return [...new Set([...files, ...rows.map((row) => row.person_id)])];
}

/** Files of merges whose fingerprints are not written yet: those decided by a version that wrote none. Usually there are none. */
export async function unmarkedFiles({ tx, network }: Pick<Here, 'tx' | 'network'>): Promise<string[]> {
  const { rows: [counted] } = await sql<{ files: bigint; marks: bigint }>`select (select count(*) from core.same_person where network_id = ${network}) as files,
    (select count(*) from core.same_mark where network_id = ${network}) as marks`.execute(tx);
  if (Number(counted!.files) * markUses.length === Number(counted!.marks)) return [];
  return (await tx.selectFrom('core.same_person').select('person_id').where('network_id', '=', network).execute()).map((row) => row.person_id);
}
