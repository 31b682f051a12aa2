import { z } from 'zod';
import { choice, id, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { territoryCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { methods, units } from '../codes.ts';
import { proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action } from '../registers.ts';
import { todayAt } from '../today.ts';
import { decimal } from '#core/money.ts';
import { writeMeasurement } from './write-measurement.ts';

/** Writes down what was found at the beginning, with its source and method, so that what is found later can be held against it (domain.md 3.19). */
export const setBaseline = action({
  name: 'set-baseline',
  says: 'Writes down a baseline: what was found at the beginning, how, and who says so.',
  input: z.strictObject({
    what: multilingual(300), value: decimal(), unit: choice(units), currency: maybe(z.string().regex(/^[A-Z]{3}$/)), on: isoDate(), method: choice(methods), said_by: text(300),
    programme: maybe(id()), territory: maybe(text(20)), ...proofInput,
  }),
  refuses: ['day-in-future', 'unknown-territory', 'currency-missing', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { what, value, unit, currency, on, method, said_by, programme = null, territory = null, ...typed }) => {
    const { tx, refuse, absent, record } = doing;
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (unit === 'amount' && !currency) refuse('currency-missing', {}, 'currency');
    if (territory && !(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
    if (programme && !(await programmeCard(tx, programme))) absent();
    const { measurement, proof } = await writeMeasurement(doing, {
      baseline_id: null, what, value, unit, currency: unit === 'amount' ? currency! : null, on_day: on, method, said_by, programme_id: programme, territory_code: territory,
    }, typed);
    await record({ name: 'baseline-set', subject: measurement, body: { programme, territory, on, unit, proof } });
    return { baseline: measurement };
  },
});
