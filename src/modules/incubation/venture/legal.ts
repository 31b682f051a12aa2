import { z } from 'zod';
import { choice, id, isoDate } from '#core/input.ts';
import { action } from '../incubation.ts';
import { dayAt, herself, workRefusals } from '../path/worked-application.ts';
import { legalForms, legalStepCodes, legalStepsOf } from './legal-steps.ts';
import { ofVenture, workedVenture } from './venture-of.ts';

/** Chooses the legal form; the steps of its papers in that country follow from it. Steps done for another form stay written. */
export const chooseLegalForm = action({
  name: 'choose-legal-form',
  says: 'Chooses the legal form of a project.',
  input: z.strictObject({ venture: id(), form: choice(legalForms) }),
  refuses: [...workRefusals, 'no-such-form-here', 'created-already'],
  run: async (doing, { venture: id, form }) => {
    const { venture, row } = await workedVenture(doing, id);
    if (legalStepsOf(venture.country, form).length === 0) doing.refuse('no-such-form-here', {}, 'form');
    if (venture.created_on) doing.refuse('created-already');
    await doing.tx.updateTable('incubation.venture').set({ legal_form: form }).where('network_id', '=', doing.network).where('id', '=', id).execute();
    await doing.record({ name: 'legal-form-chosen', subject: id, ...herself(row), body: { form } });
    return { venture: id };
  },
});

/** Ticks a step of the papers off, with its day. */
export const finishLegalStep = action({
  name: 'finish-legal-step',
  says: 'Says that a step of the papers is done.',
  input: z.strictObject({ venture: id(), step: choice(legalStepCodes), on: isoDate() }),
  refuses: [...workRefusals, 'no-such-form-here', 'day-to-come', 'done-already'],
  run: async (doing, { venture: id, step, on }) => {
    const { venture, row } = await workedVenture(doing, id);
    const form = venture.legal_form;
    if (!form || !legalStepsOf(venture.country, form).includes(step)) return doing.refuse('no-such-form-here', {}, 'step');
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    const done = await doing.tx.insertInto('incubation.legal_step').values({ ...ofVenture(doing, venture), form, step, done_on: on, done_by: doing.actor.account })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(done.numInsertedOrUpdatedRows)) doing.refuse('done-already');
    await doing.record({ name: 'legal-step-done', subject: id, ...herself(row), body: { form, step } });
    return { venture: id };
  },
});
