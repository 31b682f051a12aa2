import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { usualDays } from '../codes.ts';
import { knownReport } from '../read/known-report.ts';
import { action, type ReportsTables } from '../reports.ts';
import { readerStands } from './reader-stands.ts';

const DAY = 86_400_000;

/** Hands a frozen report to one reader: she alone opens it, signed in, until its day. Nothing of it leaves in a message. */
export const deliverReport = action({
  name: 'deliver-report',
  says: 'Hands a frozen report to one reader, who opens it signed in until a day.',
  input: z.strictObject({ report: id(), reader: id(), days: maybe(wholeNumber(1, 366)) }),
  refuses: ['not-frozen', 'may-not-read'],
  run: async (doing, { report, reader, days }) => {
    const row = await knownReport(doing, report);
    if (!row.frozen_at) doing.refuse('not-frozen');
    if (!(await readerStands(doing.tx, reader))) doing.refuse('may-not-read', {}, 'reader');
    return { report, delivery: await handOver(doing, row, { reader, days: days ?? usualDays }) };
  },
});

/** Writes a delivery and its event. */
export async function handOver({ tx, network, now, actor, record }: Doing<ReportsTables>, { id: report, hub_id: hub }: { id: string; hub_id: string }, { reader, days }: { reader: string; days: number }): Promise<string> {
  const delivery = newId(now.getTime());
  const until = new Date(now.getTime() + days * DAY);
  await tx.insertInto('reports.delivery').values({ network_id: network, id: delivery, hub_id: hub, report_id: report, account_id: reader, sent_at: now, sent_by: actor.account, until_at: until }).execute();
  await record({ name: 'report-delivered', subject: delivery, hub, body: { report, reader, until: until.toISOString() } });
  return delivery;
}

/** Takes a delivery back: from then on it opens to nobody. */
export const withdrawDelivery = action({
  name: 'withdraw-delivery',
  says: 'Takes a delivered report back: its reader opens it no more.',
  input: z.strictObject({ delivery: id() }),
  run: async ({ tx, network, hub, now, absent, record }, { delivery }) => {
    const { report } = (await tx.updateTable('reports.delivery').set({ withdrawn_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', delivery).where('withdrawn_at', 'is', null).returning('report_id as report').executeTakeFirst()) ?? absent();
    await record({ name: 'delivery-withdrawn', subject: delivery, body: { report } });
    return { report };
  },
});
