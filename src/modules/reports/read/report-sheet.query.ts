import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { query } from '../reports.ts';
import { knownReport } from './known-report.ts';
import { readReport } from './read-report.ts';

/** A report of this hub, its numbers exactly, with to whom it was handed and on which schedule it goes out. */
export const reportSheet = query({
  name: 'report-sheet',
  says: 'A report of the hub: what it tells, its numbers with their proof, and who was handed it.',
  input: z.strictObject({ report: id() }),
  run: async (asking, { report }) => {
    const { tx, network } = asking;
    const row = await knownReport(asking, report);
    const deliveries = await tx.selectFrom('reports.delivery').select(['id', 'account_id as reader', 'sent_at as sentAt', 'until_at as until', 'withdrawn_at as withdrawnAt'])
      .where('network_id', '=', network).where('report_id', '=', report).orderBy('id', 'desc').execute();
    const schedules = await tx.selectFrom('reports.schedule').select(['id', 'account_id as reader', 'every', 'next_month as next'])
      .where('network_id', '=', network).where('report_id', '=', report).where('ended_at', 'is', null).orderBy('id').execute();
    const names = await accountNames(tx, [...deliveries, ...schedules].map(({ reader }) => reader));
    const named = <R extends { reader: string }>(rows: readonly R[]) => rows.map((one) => ({ ...one, name: names.get(one.reader) ?? '' }));
    return { ...(await readReport(asking, row, 'hub')), deliveries: named(deliveries), schedules: named(schedules) };
  },
});

/** The reports of this hub, newest first. */
export const reportList = query({
  name: 'report-list',
  says: 'The reports of the hub: drafts, frozen ones, and those that were delivered.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const rows = await tx.selectFrom('reports.report as r').select((eb) => [
      'r.id', 'r.titles', 'r.template', 'r.from_month as from', 'r.to_month as to', 'r.opened_at as openedAt', 'r.frozen_at as frozenAt',
      eb.exists(eb.selectFrom('reports.delivery as d').select('d.id').whereRef('d.network_id', '=', 'r.network_id').whereRef('d.report_id', '=', 'r.id').where('d.withdrawn_at', 'is', null)).as('delivered'),
    ]).where('r.network_id', '=', network).where('r.hub_id', '=', hub).orderBy('r.id', 'desc').limit(200).execute();
    return rows.map(({ delivered, frozenAt, ...row }) => ({ ...row, frozenAt, state: delivered ? ('delivered' as const) : frozenAt ? ('frozen' as const) : ('draft' as const) }));
  },
});
