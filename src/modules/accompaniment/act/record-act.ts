import { z } from 'zod';
import { choice, id, isoDate, maybe, wholeNumber } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { todayAt, workedCase } from '../case/worked-case.ts';
import { actKinds } from '../codes.ts';
import { keepAct } from './keep-act.ts';

/** Writes down work done for somebody outside a session: papers with the register, a call to a buyer, a training. */
export const recordAct = action({
  name: 'record-act',
  says: 'Writes down what was done for somebody, and the minutes it took.',
  input: z.strictObject({ case: id(), act: choice(actKinds), minutes: wholeNumber(1, 600), on: maybe(isoDate()) }),
  refuses: ['case-over', 'day-to-come'],
  run: async (doing, { case: id, ...given }) => {
    const file = await workedCase(doing, id);
    if (given.on && given.on > (await todayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    return { act: await keepAct(doing, file, given), case: id };
  },
});
