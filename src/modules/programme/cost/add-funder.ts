import { z } from 'zod';
import { id, maybe, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { decimal, minorOf } from '#core/money.ts';
import { organizationCard } from '#modules/network/public.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';

const PERCENT = 2;
const WHOLE = 10_000;

/** Writes who pays which part of a cost, as the source gives it: a share, an amount, or both. Nothing is computed to make it fit. */
export const addFunder = action({
  name: 'add-funder',
  says: 'Writes who pays which part of what a programme costs.',
  input: z.strictObject({
    programme: id(), cost: id(), organization: maybe(id()), names: maybeMultilingual(300), activity: maybeMultilingual(300),
    share: maybe(decimal()), amount: maybe(decimal()), approximate: yes(),
  }),
  refuses: ['programme-closed', 'cost-withdrawn', 'funder-unnamed', 'share-or-amount', 'share-not-understood', 'too-many-decimals', 'more-than-the-cost'],
  run: async (doing, { programme, cost, organization, names, activity, share, amount, approximate }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    await ownProgramme(doing, programme);
    const whole = await tx
      .selectFrom('programme.cost').select(['amount_minor', 'scale', 'withdrawn_at'])
      .where('network_id', '=', network).where('programme_id', '=', programme).where('id', '=', cost).executeTakeFirst() ?? absent();
    if (whole.withdrawn_at) refuse('cost-withdrawn');
    if (organization ? !(await organizationCard(tx, organization)) : false) absent();
    if (!organization && Object.keys(names).length === 0) refuse('funder-unnamed', {}, 'organization');
    if (share === undefined && amount === undefined) refuse('share-or-amount', {}, 'share');
    const share_ten_thousandths = share === undefined ? null : minorOf(share, PERCENT) || refuse('share-not-understood', {}, 'share');
    if ((share_ten_thousandths ?? 0) > WHOLE) refuse('share-not-understood', {}, 'share');
    const amount_minor = amount === undefined ? null : minorOf(amount, whole.scale) || refuse('too-many-decimals', { scale: whole.scale }, 'amount');
    if (BigInt(amount_minor ?? 0) > whole.amount_minor) refuse('more-than-the-cost', {}, 'amount');
    const funding = newId(now.getTime());
    await tx
      .insertInto('programme.funding_share')
      .values({ network_id: network, id: funding, programme_id: programme, cost_id: cost, organization_id: organization ?? null, names, activity, share_ten_thousandths, amount_minor, approximate, set_at: now, set_by: actor.account })
      .execute();
    await record({ name: 'funder-added', subject: funding, organization: organization ?? null, hub: null, body: { programme, cost, share_ten_thousandths, amount_minor } });
    return { funding, programme };
  },
});
