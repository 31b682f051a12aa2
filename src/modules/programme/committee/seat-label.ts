import type { Multilingual } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { nameIn } from '../shown.tsx';

/** What a seat is called in a list: the body, the seat, the colleague who sits there; as much of it as is known. */
export const seatLabel = (view: Reader, { names, seat, colleague }: { readonly names: Multilingual; readonly seat: Multilingual; readonly colleague: string | null }): string =>
  [nameIn(view, names), nameIn(view, seat), colleague ?? ''].filter(Boolean).join(' · ');
