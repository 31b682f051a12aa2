import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { isTied, knownClaim } from './known-claim.ts';

/** One claim for the hub: of which instruments it is made, each step with whose hand it was, and whether the reader may be the next. */
export const claimSheet = query({
  name: 'claim-sheet',
  says: 'Shows a claim of a shop with its parts and its steps.',
  input: z.strictObject({ claim: id() }),
  run: async (asking, { claim: of }) => {
    const { tx, network, actor } = asking;
    const claim = await knownClaim(asking, of, false);
    const parts = await tx.selectFrom('currency.claim_part as p').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
      .select(['i.names', 'p.amount_minor']).where('p.network_id', '=', network).where('p.claim_id', '=', of).orderBy('p.account_id').execute();
    const steps = await tx.selectFrom('currency.claim_step').select(['id', 'state', 'at', 'by_account', 'why']).where('network_id', '=', network).where('claim_id', '=', of).orderBy('at').orderBy('id').execute();
    const hands = await accountNames(tx, steps.map(({ by_account }) => by_account));
    const run = claim.settlement_id ? await tx.selectFrom('currency.settlement').select(['id', 'number']).where('network_id', '=', network).where('id', '=', claim.settlement_id).executeTakeFirst() : undefined;
    const { names = {} } = (await organizationCard(tx, claim.organization_id)) ?? {};
    return {
      id: of, number: claim.number, merchant: claim.merchant_id, names, state: claim.state, amount: claim.amount, currency: claim.currency, bankLine: claim.bank_line, run: run ?? null,
      parts: parts.map(({ names: instrument, amount_minor }) => ({ names: instrument, amount: Number(amount_minor) })),
      steps: steps.map(({ by_account, ...step }) => ({ ...step, by: hands.get(by_account) ?? null })),
      tied: claim.submitted_by === actor.account || (await isTied(asking, claim)), paidByMe: claim.paid_by === actor.account, disputedByMe: claim.disputed_by === actor.account,
    };
  },
});
