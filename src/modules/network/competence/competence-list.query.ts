import { z } from 'zod';
import { sql } from 'kysely';
import { choice, id, maybe } from '#core/input.ts';
import { dayHere } from '../hub/day-here.ts';
import { managesNetwork, managedHub } from '../managed-hub.ts';
import { query } from '../network.ts';
import type { CompetenceCode } from './competence-kinds.ts';

/** Which papers are looked for: all, those past their last day, or ending within 30 or 90 days. */
export const endings = ['all', 'expired', 'within_30', 'within_90'] as const;

const before = { all: null, expired: 0, within_30: 30, within_90: 90 } as const;

/** The register of a hub: the papers that count or ran out, those that end first on top. For the whole network without hub. */
export const competenceList = query({
  name: 'competence-list',
  says: 'What the colleagues of a hub are trained and accredited for, and what ends soon.',
  input: z.strictObject({ hub: maybe(id()), ending: maybe(choice(endings)), kind: maybe(z.string().max(40)) }),
  run: async (asking, { hub: wanted, ending = 'all', kind }) => {
    const { tx, network, actor } = asking;
    const hub = managesNetwork(actor) ? (wanted ?? null) : managedHub(asking, wanted);
    const today = sql<string>`${await dayHere(asking)}::date`;
    const rows = await tx.selectFrom('network.competence as c')
      .innerJoin('network.account as a', (join) => join.onRef('a.network_id', '=', 'c.network_id').onRef('a.id', '=', 'c.account_id'))
      .where('c.network_id', '=', network).where('c.ended_at', 'is', null).where('a.closed_at', 'is', null)
      .$if(hub !== null, (q) => q.where('a.home_hub_id', '=', hub!))
      .$if(kind !== undefined, (q) => q.where('c.kind', '=', kind!))
      .$if(ending === 'expired', (q) => q.where(sql<boolean>`c.until_on < ${today}`))
      .$if(before[ending] !== null && ending !== 'expired', (q) => q.where(sql<boolean>`c.until_on between ${today} and ${today} + ${before[ending]}::int`))
      .select(['c.id', 'c.kind', 'c.standing', 'c.why', 'c.since_on as since', 'c.until_on as until', 'a.id as account', 'a.name'])
      .select(sql<number | null>`c.until_on - ${today}`.as('days'))
      .orderBy(sql`c.until_on nulls last`).orderBy('a.name').orderBy('c.kind').limit(500)
      .execute();
    return rows.map((row) => ({ ...row, kind: row.kind as CompetenceCode }));
  },
});
