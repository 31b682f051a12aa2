import { z } from 'zod';
import { maybe, text } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { answersIn } from './condition.ts';
import { baseOf } from './base-of.ts';
import { formsOfKind } from './form-version.ts';
import { shippedForms } from './shipped-forms.ts';

/** From what a questionnaire may be written, and the questions of the one chosen. */
export const formToWrite = query({
  name: 'form-to-write',
  says: 'Shows what a new questionnaire may begin from.',
  input: z.strictObject({ base: maybe(text(40)) }),
  run: async (asking, { base }) => {
    const { tx, network, absent } = asking;
    const today = await dayHere(asking);
    const published = [...(await formsOfKind({ tx, network }, 'needs', today)), ...(await formsOfKind({ tx, network }, 'call-', today))];
    const chosen = base ? ((await baseOf({ tx, network }, base)) ?? absent()) : null;
    return {
      today,
      shipped: shippedForms.map(({ code, names }) => ({ base: code, names })), published: published.map(({ id, version, names }) => ({ base: id, version, names })),
      chosen: chosen && { code: chosen.code, names: chosen.names, questions: chosen.questions.map(({ code, labels, required, show_if }) => ({ code, labels, required: required === true, after: show_if ? answersIn(show_if) : [] })) },
    };
  },
});
