import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id } from '#core/input.ts';
import { statedValues } from '#modules/evidence/public.ts';
import { query, type ReportsTables } from '../reports.ts';
import { knownReport } from './known-report.ts';
import { readReport } from './read-report.ts';
import type { ShownReport } from './shown-report.ts';

/** One number of a frozen report of this hub with all that proves it. */
export const reportNumber = query({
  name: 'report-number',
  says: 'One number of a report with its definition, its months, the seal it was read at and what stands behind it.',
  input: z.strictObject({ report: id(), number: id() }),
  run: async (asking, { report, number }) => {
    const { tx, network } = asking;
    const found = oneOf(asking, await readReport(asking, await knownReport(asking, report), 'hub'), number);
    const { stated_ids: ids } = await tx.selectFrom('reports.number').select('stated_ids').where('network_id', '=', network).where('id', '=', number).executeTakeFirstOrThrow();
    const stated = ids.length ? (await statedValues(tx, network, found.number.indicator)).filter((one) => ids.includes(one.id)) : [];
    return { ...found, stated };
  },
});

/** A number out of its report, or nothing that the reader may know of. */
export function oneOf({ absent }: Pick<Asking<ReportsTables>, 'absent'>, { numbers, ...report }: ShownReport, number: string) {
  return { report, number: numbers.find((one) => one.id === number) ?? absent() };
}
