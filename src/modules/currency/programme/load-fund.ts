import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { knownProgramme } from './known-programme.ts';
import { approvedSoFar, loadRefusals, whyNotLoad } from './why-not-load.ts';

/**
 * Approves that money of the funder is taken in, with the paper that shows it came. Nothing moves yet. Refused while the law, the rules or the budget file are
 * missing (`basis-pending`, `no-rulebook`, `no-budget`), and above what budget and pledge allow.
 */
export const approveLoad = action({
  name: 'approve-load',
  says: 'Approves that money of the funder is taken into the fund of an aid programme.',
  input: z.strictObject({ programme: id(), amount: decimal(), proof: text(300) }),
  refuses: ['amount-odd', 'proof-too-short', ...loadRefusals],
  run: async (doing, { programme: of, amount, proof }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const programme = await knownProgramme(doing, of);
    const amount_minor = minorOf(amount, scaleOf(programme.currency)) || refuse('amount-odd', {}, 'amount');
    if (proof.length < 3) refuse('proof-too-short', {}, 'proof');
    const [against] = await whyNotLoad(doing, programme, await approvedSoFar(doing, of), amount_minor);
    if (against) refuse(against, {}, against === 'over-budget' || against === 'over-pledge' ? 'amount' : undefined);
    const load = newId(now.getTime());
    await tx.insertInto('currency.load').values({ network_id: network, id: load, hub_id: programme.hub_id, programme_id: of, amount_minor, proof, approved_by: actor.account ?? absent(), approved_at: now }).execute();
    await record({ name: 'load-approved', subject: load, body: { amount_minor, currency: programme.currency, programme: of } });
    return { load, programme: of };
  },
});

/** Takes approved money into the fund, by somebody else than who approved it (`own-approval`); once (`loaded-already`). What stood against it is asked again. */
export const loadFund = action({
  name: 'load-fund',
  says: 'Takes approved money of the funder into the fund of an aid programme.',
  input: z.strictObject({ load: id() }),
  refuses: ['own-approval', 'loaded-already', ...loadRefusals],
  run: async (doing, { load: of }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const row = await tx.selectFrom('currency.load').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst();
    if (!row) return absent();
    if (row.number !== null) refuse('loaded-already');
    if (actor.account === null || row.approved_by === actor.account) refuse('own-approval');
    const programme = await knownProgramme(doing, row.programme_id);
    const amount = Number(row.amount_minor);
    const [against] = await whyNotLoad(doing, programme, await approvedSoFar(doing, programme.id, of), amount);
    if (against) refuse(against);
    const number = await transfer(doing, programme.instrument_id, { key: of, from: programme.instrument_id, to: programme.id, amount, reason: reasons.load });
    const done = await tx.updateTable('currency.load').set({ loaded_by: actor.account, loaded_at: now, number }).where('network_id', '=', network).where('id', '=', of).where('number', 'is', null).executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) refuse('loaded-already');
    await record({ name: 'fund-loaded', subject: of, organization: programme.funder_id, body: { amount_minor: amount, currency: programme.currency, programme: programme.id, number } });
    return { load: of, programme: programme.id };
  },
});
