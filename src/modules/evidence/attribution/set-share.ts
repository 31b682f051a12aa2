import { z } from 'zod';
import { id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { decimal, minorOf } from '#core/money.ts';
import { organizationCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { action } from '../evidence.ts';
import { funderShares } from './attributed-to.ts';
import { mostOnAnyDay, WHOLE } from './shares.ts';

const PERCENT = 2;

/** Says which part of a programme a body pays from a day on: what is reported to it is that part of what counted then. On no day may the parts be more than the whole. */
export const setFunderShare = action({
  name: 'set-funder-share',
  says: 'Says which part of a programme a funder pays, from which day to which; together never more than the whole.',
  input: z.strictObject({ programme: id(), funder: id(), share: decimal(), from: isoDate(), to: maybe(isoDate()), said_by: text(300) }),
  refuses: ['ends-before', 'share-not-understood', 'more-than-the-whole'],
  run: async (doing, { programme, funder, share, from, to, said_by }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    if (!(await programmeCard(tx, programme)) || !(await organizationCard(tx, funder))) absent();
    if (to && to < from) refuse('ends-before', {}, 'to');
    const part = minorOf(share, PERCENT) || refuse('share-not-understood', {}, 'share');
    const taken = mostOnAnyDay(await funderShares(doing, { programme }), { from, to: to ?? null });
    if (part + taken > WHOLE) refuse('more-than-the-whole', { left: Math.max(0, WHOLE - taken) / 10 ** PERCENT }, 'share');
    const row = newId(now.getTime());
    await tx.insertInto('evidence.funder_share').values({
      network_id: network, id: row, programme_id: programme, funder_id: funder, share_ten_thousandths: part, from_on: from, to_on: to ?? null, said_by, set_at: now, set_by: actor.account,
    }).execute();
    await record({ name: 'funder-share-set', subject: row, organization: funder, hub: null, body: { programme, share_ten_thousandths: part, from, to: to ?? null } });
    return { programme, share: row };
  },
});

/** Ends a share on a day; what counted until then stays reported by it. */
export const endFunderShare = action({
  name: 'end-funder-share',
  says: 'Ends what a funder pays of a programme on a day; what counted before stays as it was reported.',
  input: z.strictObject({ share: id(), to: isoDate(), why: text(500) }),
  refuses: ['ends-before', 'share-ended'],
  run: async ({ tx, network, refuse, absent, record }, { share, to, why }) => {
    const row = await tx.selectFrom('evidence.funder_share').select(['programme_id as programme', 'from_on as from', 'to_on as to', 'ended_why as ended'])
      .where('network_id', '=', network).where('id', '=', share).executeTakeFirst() ?? absent();
    if (row.ended !== null || (row.to !== null && row.to <= to)) refuse('share-ended', {}, 'to');
    if (to < row.from) refuse('ends-before', {}, 'to');
    await tx.updateTable('evidence.funder_share').set({ to_on: to, ended_why: why }).where('network_id', '=', network).where('id', '=', share).execute();
    await record({ name: 'funder-share-ended', subject: share, hub: null, body: { programme: row.programme, to } });
    return { programme: row.programme };
  },
});
