import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, maybe, multilingual, text } from '#core/input.ts';
import { action } from '../funding.ts';
import { amount, minorOf } from '../money.ts';
import { knownFund } from './known-fund.ts';

/** Sets a part of a fund apart for one activity or place. All envelopes together never hold more than the fund (`envelopes-too-big`). */
export const addEnvelope = action({
  name: 'add-envelope',
  says: 'Sets a part of a fund apart for an activity or a place.',
  input: z.strictObject({ fund: id(), names: multilingual(200), territory: maybe(text(20)), amount: amount() }),
  refuses: ['amount-odd', 'envelopes-too-big', 'fund-closed'],
  run: async (doing, { fund: of, names, territory, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const fund = await knownFund(doing, of, true);
    if (fund.state === 'closed') refuse('fund-closed');
    const amount_minor = minorOf(typed.amount, fund.currency) || refuse('amount-odd', {}, 'amount');
    const others = await tx.selectFrom('funding.envelope').select(({ fn }) => fn.sum('amount_minor').as('sum')).where('network_id', '=', network).where('fund_id', '=', of).executeTakeFirst();
    if (Number(others?.sum ?? 0) + amount_minor > fund.amount) refuse('envelopes-too-big', {}, 'amount');
    const envelope = newId(now.getTime());
    await tx.insertInto('funding.envelope').values({
      network_id: network, id: envelope, hub_id: hub, fund_id: of, currency: fund.currency, names, territory_code: territory ?? null, amount_minor, opened_at: now, opened_by: actor.account,
    }).execute();
    await record({ name: 'envelope-added', subject: envelope, body: { amount_minor, currency: fund.currency, fund: of } });
    return { fund: of, envelope };
  },
});
