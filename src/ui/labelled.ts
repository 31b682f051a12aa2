import type { View } from './view.ts';
import { uiWords } from './words.ts';

/** A label with the sign its language puts after it, before what it names: "Pledged:", with a space before the sign in French. */
export const labelled = (view: View, label: string): string => uiWords(view)('labelled', { label });
