import { z } from 'zod';
import { choice, maybe, text, wholeNumber } from '#core/input.ts';
import { foldDigits } from '#core/text/fold.ts';
import { query } from '../../incubation.ts';
import { outcomes, resultStates } from '../selection-codes.ts';

const PAGE = 100;

/** The published results of a call by receipt, without a name; or what became of one receipt. Absent before they are published. */
export const publicResults = query({
  name: 'public-results',
  says: 'Shows the published results of a call by receipt.',
  input: z.strictObject({ code: text(40), receipt: maybe(text(20)), outcome: maybe(choice(outcomes)), page: maybe(wholeNumber(1, 100_000)) }),
  run: async ({ tx, network, absent }, { code, receipt, outcome = 'selected', page = 1 }) => {
    const call = (await tx.selectFrom('incubation.call').select(['id', 'code', 'names', 'state', 'places', 'next_step']).where('network_id', '=', network).where('code', '=', code).executeTakeFirst()) ?? absent();
    if (!(resultStates as readonly string[]).includes(call.state)) absent();
    const results = tx.selectFrom('incubation.result').where('network_id', '=', network).where('call_id', '=', call.id);
    const counts = await results.select(['outcome', ({ fn }) => fn.countAll<string>().as('count')]).groupBy('outcome').execute();
    const number = receipt ? foldDigits(receipt).toUpperCase().replace(/[^A-Z0-9]/g, '') : null;
    const one = number ? await results.select(['receipt', 'outcome', 'why', 'quota_id', 'waits_at as waitsAt', 'at']).where('receipt', '=', number).executeTakeFirst() : undefined;
    const quota = one?.quota_id ? await tx.selectFrom('incubation.quota').select(['names']).where('network_id', '=', network).where('id', '=', one.quota_id).executeTakeFirst() : undefined;
    const rows = await results.select(['receipt', 'waits_at as waitsAt']).where('outcome', '=', outcome)
      .orderBy(outcome === 'waitlisted' ? 'waits_at' : 'receipt').orderBy('receipt').limit(PAGE).offset((page - 1) * PAGE).execute();
    return {
      call: { code: call.code, names: call.names, places: call.places, nextStep: call.next_step }, number,
      one: one ? { receipt: one.receipt, outcome: one.outcome, why: one.why, waitsAt: one.waitsAt, at: one.at, quota: quota?.names ?? null } : null,
      counts: Object.fromEntries(counts.map(({ outcome: each, count }) => [each, Number(count)])), outcome, rows, page, pageSize: PAGE,
    };
  },
});
