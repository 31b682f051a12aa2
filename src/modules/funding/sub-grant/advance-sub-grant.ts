import { z } from 'zod';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import type { SubGrantState } from '../codes.ts';
import { action } from '../funding.ts';
import { knownSubGrant } from './known-sub-grant.ts';

/** What follows on what, once it is awarded (SM-SUBGRANT). */
export const afterAward = { awarded: 'contracted', contracted: 'implementing', implementing: 'interim_report', interim_report: 'final_report', final_report: 'closed' } as const;
const withdrawable: readonly SubGrantState[] = ['proposal', 'admissible'];

/** Takes a sub-grant one step on: contract signed (with its paper and day), work begun, reports received, closed; or its body withdraws it before it is evaluated. */
export const advanceSubGrant = action({
  name: 'advance-sub-grant',
  says: 'Takes an awarded sub-grant one step on.',
  input: z.strictObject({ sub_grant: id(), to: choice(['contracted', 'implementing', 'interim_report', 'final_report', 'closed', 'withdrawn']), on: maybe(isoDate()), paper: maybe(text(200)) }),
  refuses: ['wrong-step', 'contract-missing', 'day-missing', 'signed-in-future'],
  run: async (doing, { sub_grant: of, to, on, paper }) => {
    const { tx, network, now, refuse, record } = doing;
    const proposal = await knownSubGrant(doing, of);
    const fits = to === 'withdrawn' ? withdrawable.includes(proposal.state) : afterAward[proposal.state as keyof typeof afterAward] === to;
    if (!fits) refuse('wrong-step');
    if (to === 'contracted' && !paper) refuse('contract-missing', {}, 'paper');
    if (['contracted', 'interim_report', 'final_report'].includes(to) && !on) refuse('day-missing', {}, 'on');
    if (on && on > (await dayHere(doing))) refuse('signed-in-future', {}, 'on');
    const dated = to === 'contracted' ? { contracted_on: on!, contract_paper: paper! } : to === 'interim_report' ? { interim_on: on! } : to === 'final_report' ? { final_on: on! } : {};
    await tx.updateTable('funding.sub_grant').set({ state: to, state_at: now, ...dated }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'sub-grant-advanced', subject: of, organization: proposal.organization_id, body: { to } });
    return { sub_grant: of };
  },
});
