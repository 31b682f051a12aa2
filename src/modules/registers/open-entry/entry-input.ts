import { id, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';

/** What every entry is written down with. `on` is the day since which it is so; today when left empty. */
export const entryInput = { names: multilingual(300), about: maybeMultilingual(5_000), programme: maybe(id()), organization: id(), on: maybe(isoDate()) };

/** Where and when: `country` where the place is on no map here. */
export const placeInput = { territory: maybe(text(20)) };
