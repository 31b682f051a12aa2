import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { applicationsToFund, fundableStates, noteFunding } from '#modules/incubation/public.ts';
import { organizationCard } from '#modules/network/public.ts';
import { milestones } from '../codes.ts';
import { knownEnvelope, knownFund } from '../fund/known-fund.ts';
import { action } from '../funding.ts';
import { amount, minorOf } from '../money.ts';
import { writeGrant } from './write-grant.ts';

const rowsOf = (given: unknown): unknown =>
  Array.isArray(given) ? given : typeof given === 'object' && given !== null ? Object.keys(given).sort().map((key) => (given as Record<string, unknown>)[key]) : given === undefined ? [] : [given];

const input = z.strictObject({
  fund: id(), envelope: maybe(id()), kind: choice(['grant', 'loan']), receipt: maybe(text(12)), organization: maybe(id()), purpose: text(300),
  // A list, or the numbered rows of a form: what stays empty is no tranche.
  tranche: z.preprocess(rowsOf, z.array(maybe(amount()))), milestone: z.preprocess(rowsOf, z.array(maybe(choice(milestones)))),
});

/**
 * Proposes money for an application whose plan is validated, or for a body (`for-whom`: one of the two), as tranches each with its milestone. Nothing is taken
 * from the fund yet: that is the approval, by somebody else. `not-ready`: the plan is not validated; `already-funded`: this fund has
 * a grant for it; `choose-envelope`: the fund has envelopes and none was named.
 */
export const proposeGrant = action({
  name: 'propose-grant',
  says: 'Proposes a grant or a loan, with the tranches in which it would be paid.',
  input,
  refuses: ['amount-odd', 'tranches-missing', 'for-whom', 'not-ready', 'already-funded', 'fund-closed', 'choose-envelope', 'fund-too-small', 'receipt-unknown'],
  run: async (doing, { fund: of, envelope, kind, receipt, organization, purpose, ...typed }) => {
    const { tx, network, hub, refuse, absent } = doing;
    const fund = await knownFund(doing, of);
    if (fund.state === 'closed') refuse('fund-closed', {}, 'fund');
    const tranches = typed.tranche.flatMap((each, at) => (each === undefined ? [] : [{ amount: minorOf(each, fund.currency) || refuse('amount-odd', {}, `tranche.${at}`), milestone: typed.milestone[at] ?? ('other' as const) }]));
    if (tranches.length === 0) refuse('tranches-missing', {}, 'tranche.0');
    if (!receipt === !organization) refuse('for-whom', {}, 'receipt');
    if (organization && !(await organizationCard(tx, organization))) absent();
    const application = receipt ? await fundable(doing, of, receipt) : null;
    const envelopes = await tx.selectFrom('funding.envelope').select('id').where('network_id', '=', network).where('fund_id', '=', of).execute();
    if (envelopes.length > 0 && !envelope) refuse('choose-envelope', {}, 'envelope');
    const free = envelope ? (await knownEnvelope(doing, of, envelope)).free : fund.free;
    if (tranches.reduce((sum, each) => sum + each.amount, 0) > free) refuse('fund-too-small', {}, 'tranche.0');
    const grant = await writeGrant(doing, {
      fund: of, envelope: envelope ?? null, currency: fund.currency, kind, application: application?.id ?? null, organization: organization ?? application?.organization ?? null, purpose, tranches,
    });
    if (application) await noteFunding(doing, application.id, 'funding_committee');
    return { grant, hub };
  },
});

async function fundable({ tx, network, hub, refuse }: Parameters<typeof proposeGrant.spec.run>[0], fund: string, receipt: string) {
  const wanted = receipt.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const [application] = await applicationsToFund(tx, network, { hub, receipt: wanted });
  if (!application) return refuse('receipt-unknown', {}, 'receipt');
  const before = await tx.selectFrom('funding.grant').select('id').where('network_id', '=', network).where('fund_id', '=', fund).where('application_id', '=', application.id).where('state', '<>', 'cancelled').executeTakeFirst();
  if (before) refuse('already-funded', {}, 'receipt', { grant: before.id });
  if (!fundableStates.includes(application.state)) refuse('not-ready', {}, 'receipt');
  return application;
}
