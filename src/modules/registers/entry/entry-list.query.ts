import { z } from 'zod';
import { choice, id, maybe, wholeNumber } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { programmesByIds } from '#modules/programme/public.ts';
import { countingOf, entryStates, kinds } from '../machines.ts';
import { query } from '../registers.ts';
import { standingProofs } from './standing-proofs.ts';

const PAGE = 50;

/** One register of the hub, what changed last first, with what is counted and why the rest is not. */
export const entryList = query({
  name: 'entry-list',
  says: 'One register: what it holds, where each stands and whether it counts.',
  input: z.strictObject({ kind: choice(kinds), state: maybe(choice(entryStates)), programme: maybe(id()), page: maybe(wholeNumber(1, 100_000)), rows: maybe(wholeNumber(1, 1_000)) }),
  run: async (asking, { kind, state, programme, page = 1, rows: pageSize = PAGE }) => {
    const { tx, network, hub } = asking;
    const found = tx.selectFrom('registers.entry').where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', kind)
      .$if(state !== undefined, (q) => q.where('state', '=', state!)).$if(programme !== undefined, (q) => q.where('programme_id', '=', programme!));
    const { count } = await found.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await found
      .select(['id', 'names', 'state', 'state_on', 'organization_id', 'programme_id', 'territory_code', 'country', 'starts_on', 'ends_on', 'female', 'male', 'unknown'])
      .orderBy('state_on', 'desc').orderBy('id', 'desc').limit(pageSize).offset((page - 1) * pageSize).execute();
    const stand = await standingProofs(asking, kind, rows.map(({ id: entry }) => entry));
    const bodies = new Map((await organizationsByIds(tx, rows.flatMap(({ organization_id }) => organization_id ?? []))).map((body) => [body.id, body.names]));
    const used = await tx.selectFrom('registers.entry').select('programme_id').distinct().where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', kind).where('programme_id', 'is not', null).limit(200).execute();
    const programmes = await programmesByIds(tx, used.map(({ programme_id }) => programme_id!));
    return {
      count: Number(count), page, pageSize, programmes: programmes.map(({ id: one, names }) => ({ id: one, names })),
      entries: rows.map(({ organization_id, programme_id, ...row }) => ({
        ...row, body: bodies.get(organization_id ?? '') ?? {}, programme: programmes.find(({ id: one }) => one === programme_id)?.names ?? null,
        counting: countingOf(kind, row.state, stand.has(row.id)),
      })),
    };
  },
});

export type ListedEntry = Awaited<ReturnType<(typeof entryList)['spec']['run']>>['entries'][number];
