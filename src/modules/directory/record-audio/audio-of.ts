import { sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';

/** A spoken version: its id (heard at `/audio/<id>`), its variety, and the hub that recorded it. */
export interface Recording {
  readonly id: string;
  readonly variety: string;
  readonly hub: string;
}

/** The spoken versions of several services or questions, by the id of what is read aloud. */
export async function audioOf(
  { tx, network }: { readonly tx: Tx<DirectoryTables>; readonly network: string },
  kind: 'service' | 'question',
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Recording[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await tx
    .selectFrom('directory.audio')
    .select(['id', 'variety', 'hub_id', 'subject_id'])
    .where('network_id', '=', network)
    .where('subject_kind', '=', kind)
    .where(sql<boolean>`subject_id = any (${[...subjects]}::uuid[])`)
    .orderBy('variety')
    .execute();
  const bySubject = new Map<string, Recording[]>();
  for (const { id, variety, hub_id, subject_id } of rows) bySubject.set(subject_id, [...(bySubject.get(subject_id) ?? []), { id, variety, hub: hub_id }]);
  return bySubject;
}
