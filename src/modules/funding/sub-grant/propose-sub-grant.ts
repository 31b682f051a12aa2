import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, multilingual } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { subGrantSectors } from '../codes.ts';
import { knownFund } from '../fund/known-fund.ts';
import { action } from '../funding.ts';
import { amount, minorOf } from '../money.ts';
import { knownSubGrant } from './known-sub-grant.ts';
import { whyInadmissible } from './why-inadmissible.ts';

/** Writes down the proposal of a body for a pilot: what it asks, what it brings, and who supports it by letter. */
export const proposeSubGrant = action({
  name: 'propose-sub-grant',
  says: 'Writes down a proposal for a sub-grant.',
  input: z.strictObject({ fund: id(), organization: id(), names: multilingual(200), sector: choice(subGrantSectors), asked: amount(), own: amount(), letter_from: maybe(id()), letter_on: maybe(isoDate()) }),
  refuses: ['amount-odd', 'fund-closed', 'letter-date', 'own-letter'],
  run: async (doing, { fund: of, organization, names, sector, letter_from, letter_on, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const fund = await knownFund(doing, of);
    if (fund.state === 'closed') refuse('fund-closed', {}, 'fund');
    const asked_minor = minorOf(typed.asked, fund.currency) || refuse('amount-odd', {}, 'asked');
    const own_minor = minorOf(typed.own, fund.currency) ?? refuse('amount-odd', {}, 'own');
    if ((letter_from === undefined) !== (letter_on === undefined)) refuse('letter-date', {}, 'letter_on');
    if (letter_from === organization) refuse('own-letter', {}, 'letter_from');
    for (const body of [organization, letter_from]) if (body && !(await organizationCard(tx, body))) absent();
    const subGrant = newId(now.getTime());
    await tx.insertInto('funding.sub_grant').values({
      network_id: network, id: subGrant, hub_id: hub, fund_id: of, currency: fund.currency, organization_id: organization, names, sector, asked_minor, own_minor,
      least_own_permille: fund.least_own_permille, letter_from_id: letter_from ?? null, letter_on: letter_on ?? null, state_at: now, typed_by: actor.account!,
    }).execute();
    await record({ name: 'sub-grant-proposed', subject: subGrant, organization, body: { asked_minor, own_minor, currency: fund.currency } });
    return { sub_grant: subGrant };
  },
});

/** Looks whether a proposal is admissible: own share, letter of a public body, and no more than the pot holds. The reasons stay with it. */
export const checkSubGrant = action({
  name: 'check-sub-grant',
  says: 'Looks whether a proposal for a sub-grant is admissible.',
  input: z.strictObject({ sub_grant: id() }),
  refuses: ['wrong-step'],
  run: async (doing, { sub_grant: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const proposal = await knownSubGrant(doing, of);
    if (proposal.state !== 'proposal') refuse('wrong-step');
    const fund = await knownFund(doing, proposal.fund_id);
    const letterSector = proposal.letter_from_id ? ((await organizationCard(tx, proposal.letter_from_id))?.sector ?? 'unknown') : null;
    const reasons = whyInadmissible({ asked: proposal.asked, own: proposal.own, leastOwnPermille: proposal.least_own_permille, letterSector, potLeft: fund.free });
    await tx.updateTable('funding.sub_grant').set({ state: reasons.length === 0 ? 'admissible' : 'inadmissible', state_at: now, reasons, checked_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'sub-grant-checked', subject: of, organization: proposal.organization_id, body: { admissible: reasons.length === 0, reasons } });
    return { sub_grant: of, admissible: reasons.length === 0 };
  },
});
