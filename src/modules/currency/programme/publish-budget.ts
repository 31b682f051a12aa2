import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, listOf, maybe, text } from '#core/input.ts';
import { decimal, minorOf } from '#core/money.ts';
import { action } from '../currency.ts';
import { knownProgramme } from './known-programme.ts';
import { sumsOf } from './sums-of.ts';

/**
 * Publishes the budget file of a programme, before its first money: what of it reaches households, and what else it costs. A later version may not promise
 * households less than was loaded (`below-loaded`), nor the whole more than the funder pledged (`over-pledge`).
 */
export const publishBudget = action({
  name: 'publish-budget',
  says: 'Publishes the budget file of an aid programme.',
  input: z.strictObject({ programme: id(), aid: decimal(), lines: listOf(z.strictObject({ what: maybe(text(200)), amount: maybe(decimal()) })) }),
  refuses: ['amount-odd', 'line-half', 'over-pledge', 'below-loaded'],
  run: async (doing, { programme: of, aid, lines }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const programme = await knownProgramme(doing, of);
    const scale = (await tx.selectFrom('currency.instrument').select('scale').where('network_id', '=', network).where('id', '=', programme.instrument_id).executeTakeFirstOrThrow()).scale;
    const read = (typed: string, field: string): number => minorOf(typed, scale) || refuse('amount-odd', {}, field);
    const aidMinor = read(aid, 'aid');
    // A form has empty rows: what stays empty is no line, half a line is a mistake.
    const others = lines.flatMap(({ what, amount }, n) => {
      if (!what && !amount) return [];
      if (!what || !amount) return refuse('line-half', {}, `lines.${n}.${what ? 'amount' : 'what'}`);
      return [{ what, amount_minor: read(amount, `lines.${n}.amount`) }];
    });
    if (aidMinor + others.reduce((sum, { amount_minor }) => sum + amount_minor, 0) > programme.pledged) refuse('over-pledge', {}, 'aid');
    if (aidMinor < (await sumsOf(tx, network, { book: programme.instrument_id, programme: of })).loaded) refuse('below-loaded', {}, 'aid');
    const last = await tx.selectFrom('currency.budget').select('version').where('network_id', '=', network).where('programme_id', '=', of).orderBy('version', 'desc').limit(1).executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await tx.insertInto('currency.budget').values({
      network_id: network, id: newId(now.getTime()), hub_id: programme.hub_id, programme_id: of, version, lines: JSON.stringify(others) as never, aid_minor: aidMinor, published_at: now, published_by: actor.account,
    }).execute();
    await record({ name: 'budget-published', subject: of, body: { amount_minor: aidMinor, currency: programme.currency, version } });
    return { programme: of, version };
  },
});
