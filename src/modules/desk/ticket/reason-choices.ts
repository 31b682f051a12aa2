import type { Reader } from '#core/words/words.ts';
import type { Choice } from '#ui/choice.tsx';
import { deskWords } from '../words.ts';
import { reasonIcons, reasons } from './reason.ts';

/** The eight reasons as choices with their pictures. */
export const reasonChoices = (reader: Reader): readonly Choice[] =>
  reasons.map((reason) => ({ value: reason, label: deskWords(reader)(`reason.${reason}`), icon: reasonIcons[reason] }));
