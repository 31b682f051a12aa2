import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../funding.ts';
import { amount, minorOf, plainAmount } from '../money.ts';
import { knownFund } from './known-fund.ts';
import { leastPromised } from './least-promised.ts';

/**
 * Asks that a fund becomes more, or less, with the reason. Nothing moves before somebody else agrees. Never below what is granted, set apart or
 * paid in already (`amount-below`); one amendment waits at a time (`amendment-waits`).
 */
export const askAmendment = action({
  name: 'ask-amendment',
  says: 'Asks that the amount of a fund is amended.',
  input: z.strictObject({ fund: id(), promised: amount(), reason: text(500).pipe(z.string().min(5)), signed_paper: maybe(text(200).pipe(z.string().min(2))) }),
  refuses: ['fund-closed', 'amount-odd', 'amount-same', 'amount-below', 'amendment-waits'],
  run: async (doing, { fund: of, promised, reason, signed_paper }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const fund = await knownFund(doing, of, true);
    if (fund.state === 'closed') refuse('fund-closed');
    const amount_minor = minorOf(promised, fund.currency) || refuse('amount-odd', {}, 'promised');
    if (amount_minor === fund.amount) refuse('amount-same', {}, 'promised');
    const least = await leastPromised(doing, fund);
    if (amount_minor < least) refuse('amount-below', { least: plainAmount(least, fund.currency) }, 'promised');
    const waits = await tx.selectFrom('funding.amendment').select('id').where('network_id', '=', network).where('fund_id', '=', of).where('state', '=', 'asked').executeTakeFirst();
    if (waits) refuse('amendment-waits');
    const amendment = newId(now.getTime());
    await tx.insertInto('funding.amendment').values({
      network_id: network, id: amendment, hub_id: hub, fund_id: of, currency: fund.currency, before_minor: fund.amount, amount_minor, reason, paper: signed_paper ?? null, asked_by: actor.account!, asked_at: now,
    }).execute();
    await record({ name: 'amendment-asked', subject: amendment, organization: fund.funder_id, body: { amount_minor, before_minor: fund.amount, currency: fund.currency, fund: of } });
    return { fund: of, amendment };
  },
});

/** Agrees to an amendment that somebody else asked for (`own-amendment`), or declines it. From the moment of agreement the fund has the new amount. */
export const decideAmendment = action({
  name: 'decide-amendment',
  says: 'Agrees to an amendment of a fund that somebody else asked for, or declines it.',
  input: z.strictObject({ amendment: id(), decision: choice(['agree', 'decline']) }),
  refuses: ['wrong-step', 'own-amendment', 'fund-closed', 'amount-below'],
  run: async (doing, { amendment: of, decision }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const found = await tx.selectFrom('funding.amendment').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst() ?? absent();
    // The fund first, as everybody who moves its money holds it.
    const fund = await knownFund(doing, found.fund_id, true);
    const { state } = await tx.selectFrom('funding.amendment').select('state').where('network_id', '=', network).where('id', '=', of).forUpdate().executeTakeFirstOrThrow();
    if (state !== 'asked') refuse('wrong-step');
    if (found.asked_by === actor.account) refuse('own-amendment');
    const [amount_minor, before_minor, agreed] = [Number(found.amount_minor), Number(found.before_minor), decision === 'agree'];
    if (agreed && fund.state === 'closed') refuse('fund-closed');
    const least = await leastPromised(doing, fund);
    if (agreed && amount_minor < least) refuse('amount-below', { least: plainAmount(least, fund.currency) });
    await tx.updateTable('funding.amendment').set({ state: agreed ? 'agreed' : 'declined', decided_by: actor.account, decided_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'amendment-decided', subject: of, organization: fund.funder_id, body: { amount_minor, before_minor, currency: fund.currency, fund: fund.id, agreed } });
    return { fund: fund.id };
  },
});
