import { z } from 'zod';
import { choice, id, isoDate, text } from '#core/input.ts';
import { methods } from '../codes.ts';
import { proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action } from '../registers.ts';
import { todayAt } from '../today.ts';
import { decimal } from '#core/money.ts';
import { writeMeasurement } from './write-measurement.ts';

/** Writes down what was found later of the same thing, in the same unit; it never comes before its baseline. */
export const measureAgain = action({
  name: 'measure-again',
  says: 'Writes down what was found later, to hold it against its baseline.',
  input: z.strictObject({ baseline: id(), value: decimal(), on: isoDate(), method: choice(methods), said_by: text(300), ...proofInput }),
  refuses: ['day-in-future', 'before-baseline', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { baseline, value, on, method, said_by, ...typed }) => {
    const { tx, network, hub, refuse, absent, record } = doing;
    const first = await tx.selectFrom('registers.measurement').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', baseline).where('baseline_id', 'is', null).executeTakeFirst() ?? absent();
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (on <= first.on_day) refuse('before-baseline', {}, 'on');
    const { measurement, proof } = await writeMeasurement(doing, {
      baseline_id: baseline, what: first.what, value, unit: first.unit, currency: first.currency, on_day: on, method, said_by, programme_id: first.programme_id, territory_code: first.territory_code,
    }, typed);
    await record({ name: 'measured-again', subject: measurement, body: { baseline, programme: first.programme_id, territory: first.territory_code, on, proof } });
    return { baseline, measurement };
  },
});
