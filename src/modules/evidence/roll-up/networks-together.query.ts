import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { query } from '../evidence.ts';
import { openFigure } from '../figure/open-figure.ts';
import { findIndicator, indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { closedPeriod, month } from '../reading/period.ts';
import { declaredText } from '../receipt/figure-receipt.query.ts';
import { combine } from './combine.ts';

/** One public figure of this network beside what others say of theirs, definition against definition, and the range of all together. */
export const networksTogether = query({
  name: 'networks-together',
  says: 'Reads a figure of the network beside the same figure of other networks, with the range of all together.',
  input: z.strictObject({ indicator: maybe(choice(indicatorCodes)), month: month() }),
  run: async ({ tx, network, now, counting }, { indicator: asked, month: wanted }) => {
    const code = asked ?? 'persons-received';
    const period = closedPeriod(wanted, now);
    const own = await counting((by) => openFigure(by, { network, reading: { over: 'network', exact: false }, period, indicator: code }));
    const { unit, ...declared } = findIndicator(code)!;
    const definition = declaredText({ unit, ...declared });
    const networks = await tx.selectFrom('evidence.other_network').select(['other_id as other', 'names', 'agreed_on as agreedOn', 'agreed_by as agreedBy']).where('network_id', '=', network).orderBy('added_at').execute();
    const taken = await tx.selectFrom('evidence.taken_receipt').select(['other_id as other', 'value', 'definition', 'taken_at as takenAt']).where('network_id', '=', network).where('indicator', '=', code).where('month', '=', period.to).execute();
    const others = networks.map((one) => {
      const receipt = taken.find(({ other }) => other === one.other);
      return { ...one, receipt: receipt ? { value: receipt.value === null ? null : Number(receipt.value), definition: receipt.definition, same: receipt.definition === definition, takenAt: receipt.takenAt } : null };
    });
    const comparable = others.flatMap(({ receipt }) => (receipt?.same ? [receipt.value] : []));
    return {
      indicator: code, unit, period, own: own.shown, head: own.head, definition, others,
      counted: comparable.length, together: comparable.length ? combine(unit, [own.shown.value, ...comparable]) : null,
    };
  },
});
