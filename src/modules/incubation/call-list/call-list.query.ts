import { z } from 'zod';
import { choice, maybe, text, wholeNumber } from '#core/input.ts';
import { territoryCodesWithin } from '#modules/network/public.ts';
import { countedApplications, sumOf } from '../application/counted-applications.ts';
import { callStates } from '../codes.ts';
import { query } from '../incubation.ts';

const PAGE = 25;

/** The calls of the hub, newest opening first, with how many applications each has. Drafts are seen by who decides. */
export const callList = query({
  name: 'call-list',
  says: 'Lists the calls of the hub.',
  input: z.strictObject({ state: maybe(choice(callStates)), territory: maybe(text(40)), page: maybe(wholeNumber(1, 100_000)) }),
  run: async ({ tx, network, hub, now }, { state, territory, page = 1 }) => {
    const within = territory ? await territoryCodesWithin(tx, territory) : [];
    const calls = () => {
      let found = tx.selectFrom('incubation.call as call').where('call.network_id', '=', network).where('call.hub_id', '=', hub);
      if (state) found = found.where('call.state', '=', state);
      if (territory) found = found.where('call.territory_code', 'in', within.length ? within : [territory]);
      return found;
    };
    const { count } = await calls().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await calls().select(['call.id', 'call.code', 'call.names', 'call.state', 'call.territory_code as territory', 'call.opens_at as opensAt', 'call.closes_at as closesAt', 'call.places'])
      .orderBy('call.opens_at', 'desc').orderBy('call.id', 'desc').limit(PAGE).offset((page - 1) * PAGE).execute();
    const counted = await countedApplications({ tx, network }, rows.map(({ id }) => id));
    const others = rows.filter(({ id }) => !counted.has(id)).map(({ id }) => id);
    const counts = others.length === 0 ? [] : await tx.selectFrom('incubation.application').select('call_id').select(({ fn }) => fn.countAll<string>().as('count'))
      .where('network_id', '=', network).where('call_id', 'in', others).where('submitted_at', 'is not', null).where('state', '<>', 'withdrawn').groupBy('call_id').execute();
    // Whatever is neither a draft nor withdrawn was handed in.
    const applied = new Map([...counts.map((row) => [row.call_id, Number(row.count)] as const), ...[...counted].map(([call, cells]) => [call, sumOf(cells, (cell) => cell.state !== 'draft' && cell.state !== 'withdrawn')] as const)]);
    return { calls: rows.map((row) => ({ ...row, applied: applied.get(row.id) ?? 0 })), count: Number(count), page, pageSize: PAGE, now };
  },
});
