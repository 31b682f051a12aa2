import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { stepDoers } from '../codes.ts';

/** What one types of a step: what is to be done, who does it, until when. */
export const stepFields = { words: text(300), who: choice(stepDoers), partner: maybe(id()), due_on: maybe(isoDate()) };
