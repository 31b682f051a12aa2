import { z } from 'zod';
import { choices, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { columns } from '../extract/columns.ts';
import { action } from '../research.ts';

const mostMonths = 24;
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** Months that are over, oldest first. A researcher asks for no month twice: the difference of two extracts would be about few persons. */
export const askExtract = action({
  name: 'ask-extract',
  says: 'Asks for an extract without names, for one purpose, over months that are over.',
  input: z.strictObject({ purpose: text(2_000), ethics: text(300), columns: choices(columns), from: month, to: month, days: wholeNumber(7, 90) }),
  refuses: ['purpose-too-short', 'columns-missing', 'ends-before', 'month-not-over', 'too-many-months', 'months-overlap'],
  run: async ({ tx, network, now, actor, refuse, absent, record }, { purpose, ethics, columns: asked, from, to, days }) => {
    if (!actor.account) return absent();
    if (purpose.length < 20) refuse('purpose-too-short', {}, 'purpose');
    if (asked.length === 0) refuse('columns-missing', {}, 'columns');
    if (to < from) refuse('ends-before', {}, 'to');
    const [fromOn, next] = [`${from}-01`, monthAfter(to)];
    // A month is over when it is over at every hub: a day beyond the one of London.
    if (now.getTime() < Date.parse(`${next}-02T00:00:00Z`)) refuse('month-not-over', {}, 'to');
    if (monthsBetween(from, to) > mostMonths) refuse('too-many-months', { most: mostMonths }, 'from');
    const toOn = new Date(Date.parse(`${next}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const other = await tx.selectFrom('research.extract').select('id').where('network_id', '=', network).where('asked_by', '=', actor.account).where('state', '<>', 'declined')
      .where('from_on', '<=', toOn).where('to_on', '>=', fromOn).executeTakeFirst();
    if (other) refuse('months-overlap', {}, 'from');
    const extract = newId(now.getTime());
    const chosen = columns.filter((one) => asked.includes(one));
    await tx.insertInto('research.extract').values({
      network_id: network, id: extract, asked_by: actor.account, purpose, ethics, columns: chosen, from_on: fromOn, to_on: toOn, days, asked_at: now, state: 'asked',
      dpo_by: null, dpo_at: null, admin_by: null, admin_at: null, declined_by: null, declined_at: null, declined_why: null, ready_at: null, rows_in: null, left_out: null, until_at: null,
    }).execute();
    await record({ name: 'extract-asked', subject: extract, hub: null, body: { columns: chosen, from: fromOn, to: toOn, days } });
    return { extract };
  },
});

const monthsBetween = (from: string, to: string): number => {
  const [a, b] = [from, to].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5))) as [number, number];
  return b - a + 1;
};

const monthAfter = (month: string): string => {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
};
