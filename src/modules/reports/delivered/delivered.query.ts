import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { readReport } from '../read/read-report.ts';
import { oneOf } from '../read/report-number.query.ts';
import { query, type ReportsTables } from '../reports.ts';

/** Her own live delivery with its report; row-level security lets her see it until its day and while it was not taken back. */
async function handedReport({ tx, network, actor, now, absent }: Asking<ReportsTables>, delivery: string) {
  if (!actor.account) return absent();
  const mine = await tx.selectFrom('reports.delivery').select(['report_id as report', 'until_at as until']).where('network_id', '=', network).where('id', '=', delivery)
    .where('account_id', '=', actor.account).where('withdrawn_at', 'is', null).where('until_at', '>', now).executeTakeFirst();
  const row = mine && (await tx.selectFrom('reports.report').selectAll().where('network_id', '=', network).where('id', '=', mine.report).where('frozen_at', 'is not', null).executeTakeFirst());
  return row ? { row, until: mine!.until } : absent();
}

/** The reports somebody was handed and may still open, newest first. */
export const deliveredList = query({
  name: 'delivered-list',
  says: 'The reports you were handed and may still open.',
  input: z.strictObject({}),
  run: ({ tx, network, actor, now }) =>
    tx.selectFrom('reports.delivery as d').innerJoin('reports.report as r', (join) => join.onRef('r.network_id', '=', 'd.network_id').onRef('r.id', '=', 'd.report_id'))
      .select(['d.id', 'r.titles', 'r.from_month as from', 'r.to_month as to', 'd.sent_at as sentAt', 'd.until_at as until'])
      .where('d.network_id', '=', network).where('d.account_id', '=', actor.account).where('d.withdrawn_at', 'is', null).where('d.until_at', '>', now).orderBy('d.id', 'desc').limit(200).execute(),
});

/** For so many days a report that was handed over stands as new beside its entry of the menu. */
const newFor = 14 * 86_400_000;

/** How many reports were handed to the reader lately: no number leaves in a message, so she is told where she signs in. */
export const deliveriesWaiting = query({
  name: 'deliveries-waiting',
  says: 'How many reports were handed to you in the last fourteen days.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, now }) => {
    const row = await tx.selectFrom('reports.delivery').select(({ fn }) => fn.countAll<string>().as('many')).where('network_id', '=', network).where('account_id', '=', actor.account)
      .where('withdrawn_at', 'is', null).where('until_at', '>', now).where('sent_at', '>', new Date(now.getTime() - newFor)).executeTakeFirstOrThrow();
    return Number(row.many);
  },
});

/** A report as its reader outside the hub is told it. */
export const deliveredReport = query({
  name: 'delivered-report',
  says: 'A report you were handed: its numbers as they are told outside the hub, each with its proof.',
  input: z.strictObject({ delivery: id() }),
  run: async (asking, { delivery }) => {
    const { row, until } = await handedReport(asking, delivery);
    return { ...(await readReport(asking, row, 'outside')), until };
  },
});

/** One number of a report that was handed out, with what proves it. */
export const deliveredNumber = query({
  name: 'delivered-number',
  says: 'One number of a report you were handed, with its definition, its months and the seal it was read at.',
  input: z.strictObject({ delivery: id(), number: id() }),
  run: async (asking, { delivery, number }) => oneOf(asking, await readReport(asking, (await handedReport(asking, delivery)).row, 'outside'), number),
});
