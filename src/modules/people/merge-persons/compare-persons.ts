import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { type PeopleTables, query } from '../people.ts';
import { compareFiles } from './compare-files.ts';
import { mergesOf } from './merges-of.ts';
import { worksAlone } from './works-alone.ts';

/** What a file has here, so that one sees which is the fuller one. */
export interface FileWeight {
  readonly since: Date;
  readonly visits: number;
  readonly events: number;
}

/**
 * Two files of this hub side by side, what speaks for and against their being one person, and what was decided about them before.
 * Sealed values are compared by fingerprint; nothing is opened.
 */
export const comparePersons = query({
  name: 'compare-persons',
  says: 'Lays two files of the hub side by side.',
  input: z.strictObject({ a: id(), b: id() }),
  run: async (asking, { a, b }) => {
    const comparison = a === b ? undefined : await compareFiles(asking, a, b);
    if (!comparison) return asking.absent();
    const merges = await mergesOf(asking, { between: [a, b] });
    const live = merges.find(({ state }) => state === 'proposed' || state === 'merged') ?? null;
    return {
      ...comparison, live, earlier: merges.filter((each) => each !== live),
      weights: [await weightOf(asking, a), await weightOf(asking, b)] as const,
      /** She may decide what she proposed herself only where nobody else could. */
      mine: live !== null && live.proposedBy === asking.actor.account && !(await worksAlone(asking)),
    };
  },
});

async function weightOf({ tx, network, hub, absent }: Asking<PeopleTables>, person: string): Promise<FileWeight> {
  const { since } = (await tx.selectFrom('people.enrolment').select('since').where('network_id', '=', network).where('hub_id', '=', hub)
    .where('person_id', '=', person).executeTakeFirst()) ?? absent();
  const { rows: [counted] } = await sql<{ events: bigint; visits: bigint }>`select count(*) as events, count(*) filter (where name = 'desk.client-received') as visits
    from core.event where network_id = ${network} and person_id = ${person} and hub_id = ${hub}`.execute(tx);
  return { since, visits: Number(counted!.visits), events: Number(counted!.events) };
}
