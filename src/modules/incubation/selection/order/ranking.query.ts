import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { givenTo, type NumberedPoints } from './jurors-of.ts';
import { standingFields, standingsOf } from './standings-of.ts';

/**
 * The newest ranking of a call: order, raw and adjusted score, what follows and why, what became of each quota, the formula, and all that
 * gives it again: the points of every criterion, what each juror gave by the juror's number, and what tells equals apart.
 */
export const ranking = query({
  name: 'ranking',
  says: 'Shows the ranking of a call with the reason of each place.',
  input: z.strictObject({ call: id(), ...standingFields }),
  run: async (asking, { call: wanted, ...which }) => {
    const call = await ownCall(asking, wanted);
    const shown = await standingsOf(asking, call.id, which);
    const judged = shown.made?.formula.criteria.some(({ kind }) => kind === 'jury');
    const given = judged ? await givenTo(asking, call.id, shown.made!.madeAt, shown.rows.map(({ application_id }) => application_id)) : new Map<string, Readonly<Record<string, readonly NumberedPoints[]>>>();
    return {
      call: { id: call.id, code: call.code, names: call.names, state: call.state, places: call.places }, ...shown,
      rows: shown.rows.map((row) => ({ ...row, given: given.get(row.application_id) ?? {} })),
    };
  },
});
