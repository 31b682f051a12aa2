import { z } from 'zod';
import { query } from '../currency.ts';
import { sumsOf } from './sums-of.ts';

/** Aid at this hub: its instruments, its programmes with their sums, and the batches that wait for a decision. */
export const aidHome = query({
  name: 'aid-home',
  says: 'Shows the aid of the hub: instruments, programmes with their sums, and what waits.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const instruments = await tx.selectFrom('currency.instrument').select(['id', 'kind', 'names', 'currency']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('opened_at').execute();
    const rows = await tx.selectFrom('currency.programme').select(['id', 'instrument_id', 'names', 'ends_on', 'closed_at']).where('network_id', '=', network).where('hub_id', '=', hub).orderBy('opened_at', 'desc').execute();
    const waiting = await tx.selectFrom('currency.batch').select(['id', 'programme_id', 'households', 'total_minor', 'proposed_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', 'proposed').orderBy('proposed_at').execute();
    const currencyOf = (instrument: string) => instruments.find(({ id }) => id === instrument)!.currency;
    const programmes = [];
    for (const { id, instrument_id: book, names, ends_on, closed_at } of rows) {
      programmes.push({ id, names, currency: currencyOf(book), endsOn: ends_on, closed: closed_at !== null, sums: await sumsOf(tx, network, { book, programme: id }) });
    }
    const byId = new Map(programmes.map((each) => [each.id, each]));
    return {
      instruments, programmes,
      waiting: waiting.map(({ id, programme_id, households, total_minor, proposed_at }) => { const of = byId.get(programme_id)!; return { id, names: of.names, currency: of.currency, households, total: Number(total_minor), at: proposed_at }; }),
    };
  },
});
