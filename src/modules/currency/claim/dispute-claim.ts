import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, text } from '#core/input.ts';
import { reverseTransfer, voidHold } from '#modules/ledger/public.ts';
import { newId } from '#core/id.ts';
import { disputeEnds } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { ownMerchants } from '../merchant/known-merchant.ts';
import { isTied, knownClaim, type KnownClaim, writeStep } from './known-claim.ts';

const input = z.strictObject({ claim: id(), why: text(300) });
const refuses = ['wrong-step', 'why-too-short', 'in-settlement'];

/** Objects to a claim that is not reconciled yet, from the side of the hub; what is reserved stays so. One that stands in a run is taken out of it first (`in-settlement`). */
export const disputeClaim = action({
  name: 'dispute-claim',
  says: 'Objects to the claim of a shop, with the reason.',
  input,
  refuses,
  run: async (doing, { claim: of, why }) => object(doing, await knownClaim(doing, of), why),
});

/** Objects to its own claim from the side of the shop: the amount is not what it expected, or the money did not come. */
export const objectToClaim = action({
  name: 'object-to-claim',
  says: 'Says that something is wrong with a claim of my shop.',
  input,
  refuses,
  run: async (doing, { claim: of, why }) => {
    const { tx, network, absent } = doing;
    const mine = (await ownMerchants(doing)).map(({ id: each }) => each);
    const row = mine.length > 0 ? await tx.selectFrom('currency.claim').selectAll().where('network_id', '=', network).where('merchant_id', 'in', mine).where('id', '=', of).executeTakeFirst() : undefined;
    return object(doing, row ? { ...row, amount: Number(row.amount_minor) } : absent(), why);
  },
});

async function object(doing: Doing<CurrencyTables>, claim: KnownClaim, why: string): Promise<{ claim: string }> {
  const { tx, network, now, actor, refuse, absent, record } = doing;
  if (claim.state !== 'submitted' && claim.state !== 'validated' && claim.state !== 'paid') refuse('wrong-step');
  if (claim.state === 'validated' && claim.settlement_id !== null) refuse('in-settlement');
  if (why.length < 3) refuse('why-too-short', {}, 'why');
  const done = await tx.updateTable('currency.claim').set({ state: 'disputed', disputed_by: actor.account ?? absent(), disputed_at: now, why, ended_by: null, ended_at: null })
    .where('network_id', '=', network).where('id', '=', claim.id).where('state', '=', claim.state).executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) refuse('wrong-step');
  await writeStep(doing, claim, 'disputed', why);
  await record({ name: 'claim-disputed', subject: claim.id, organization: claim.organization_id, hub: claim.hub_id, body: { amount_minor: claim.amount, currency: claim.currency } });
  return { claim: claim.id };
}

/**
 * Ends a dispute, by somebody else than who raised it and by nobody tied to the shop (`own-dispute`, `own-claim`): the claim goes on where it stood, validated anew
 * when it was not paid; or it is dropped, and what was reserved or paid stands on the shop's accounts again. Refuses `wrong-step`, `why-too-short`.
 */
export const endDispute = action({
  name: 'end-dispute',
  says: 'Ends the dispute about a claim: it goes on, or it is dropped.',
  input: z.strictObject({ claim: id(), how: choice(disputeEnds), why: text(300) }),
  refuses: ['wrong-step', 'why-too-short', 'own-dispute', 'own-claim'],
  run: async (doing, { claim: of, how, why }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const claim = await knownClaim(doing, of);
    if (claim.state !== 'disputed') refuse('wrong-step');
    if (why.length < 3) refuse('why-too-short', {}, 'why');
    if (actor.account === null || claim.disputed_by === actor.account) refuse('own-dispute');
    if (claim.submitted_by === actor.account || (await isTied(doing, claim))) refuse('own-claim');
    const paid = claim.paid_by !== null;
    const state = how === 'dropped' ? 'dropped' : paid ? 'paid' : 'submitted';
    if (how === 'dropped') await giveBack(doing, of);
    await tx.updateTable('currency.claim').set({ state, ended_by: actor.account, ended_at: now, ...(paid ? {} : { validated_by: null, validated_at: null }) }).where('network_id', '=', network).where('id', '=', of).execute();
    await writeStep(doing, claim, state, why);
    await record({ name: 'dispute-ended', subject: of, organization: claim.organization_id, body: { amount_minor: claim.amount, currency: claim.currency, how } });
    return { claim: of };
  },
});

/** What a claim reserved is let go; what it paid comes back by a transfer the other way. A reservation that ran out by itself is free already. */
async function giveBack(doing: Doing<CurrencyTables>, claim: string): Promise<void> {
  const { tx, network, now } = doing;
  const { rows } = await sql<{ account: string; book: string; held: string; paid: string | null; waits: boolean }>`
    select p.account_id as account, p.instrument_id as book, p.held_number as held, p.paid_number as paid, h.state = 'held' and h.until_at > ${now} as waits
    from currency.claim_part p join ledger.hold h on h.network_id = p.network_id and h.book_id = p.instrument_id and h.number = p.held_number
    where p.network_id = ${network} and p.claim_id = ${claim} order by p.account_id`.execute(tx);
  for (const { account, book, held, paid, waits } of rows) {
    if (paid === null && !waits) continue;
    const key = newId(now.getTime());
    const back_number = paid === null ? await voidHold(doing, book, { key, of: Number(held) }) : await reverseTransfer(doing, book, { key, of: Number(paid) });
    await tx.updateTable('currency.claim_part').set({ back_number }).where('network_id', '=', network).where('claim_id', '=', claim).where('account_id', '=', account).execute();
  }
}
