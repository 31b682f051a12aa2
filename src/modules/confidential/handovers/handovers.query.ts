import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { type ConfidentialTables, query } from '../confidential.ts';
import { markOfPerson } from '../marks.ts';
import { openPointer } from '../pointer.ts';
import { standingOf } from '../standing.ts';

/** A hand-over as its protection officer reads it. */
export interface HandoverRow {
  readonly id: string;
  readonly givenAt: Date;
  readonly givenBy: string;
  readonly taken: boolean;
  /** Taken by me: I may open a file from it. */
  readonly mine: boolean;
  readonly number: number | null;
  readonly person: { readonly name: string; readonly other: string | null } | null;
}

/** Hand-overs of the hub, those waiting first; each pointer opened leaves its trace among the protected looks. */
export const handovers = query({
  name: 'handovers',
  says: 'Shows whom colleagues asked me to look after.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const rows = await tx
      .selectFrom('confidential.handover as h')
      .innerJoin('confidential.colleague as c', (on) => on.onRef('c.network_id', '=', 'h.network_id').onRef('c.id', '=', 'h.given_by'))
      .select(['h.id', 'h.given_at', 'h.state', 'h.key_owner_id', 'h.pointer', 'h.taken_by', 'c.name as given_by'])
      .where('h.network_id', '=', network).where('h.hub_id', '=', hub)
      .orderBy('h.state', 'desc').orderBy('h.given_at', 'desc').limit(50)
      .execute();
    const { keptOutBy } = await standingOf(asking);
    const read = await Promise.all(rows.map((row) => readHandover(asking, row, keptOutBy)));
    return read.filter((row) => row !== null);
  },
});

async function readHandover(
  asking: Asking<ConfidentialTables>,
  row: { id: string; given_at: Date; state: string; key_owner_id: string; pointer: Buffer; given_by: string; taken_by: string | null },
  keptOutBy: ReadonlySet<string>,
): Promise<HandoverRow | null> {
  const { tx, network, actor } = asking;
  const { ticket, person } = await openPointer(asking, row);
  const visit = ticket
    ? await tx.selectFrom('confidential.visit').select(['number', 'person_id'])
        .where('network_id', '=', network).where('id', '=', ticket).executeTakeFirst()
    : undefined;
  const known = person ?? visit?.person_id;
  // Handed over before she was named, named since: whom she keeps out does not read it either.
  if (known && keptOutBy.has(markOfPerson(asking, known).toString('hex'))) return null;
  const named = known
    ? await tx.selectFrom('confidential.known_person').select(['name', 'name_other as other'])
        .where('network_id', '=', network).where('id', '=', known).executeTakeFirst()
    : undefined;
  return {
    id: row.id, givenAt: row.given_at, givenBy: row.given_by, taken: row.state === 'taken', mine: row.taken_by === actor.account,
    number: visit?.number ?? null, person: named ?? null,
  };
}
