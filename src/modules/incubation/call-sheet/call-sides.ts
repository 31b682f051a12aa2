import type { Reader } from '#core/words/words.ts';
import type { IconName } from '#ui/icon-paths.ts';
import type { CallState } from '../codes.ts';

/** One more page of a call that its sheet leads to: what it is called, who may, and from when. */
export interface CallSide {
  readonly side: string;
  readonly needs: string;
  readonly icon: IconName;
  readonly label: (reader: Reader) => string;
  readonly from: (standing: CallState) => boolean;
}

/** The further pages of a call, in order. Each part of the module adds its own. */
export const callSides: CallSide[] = [];
