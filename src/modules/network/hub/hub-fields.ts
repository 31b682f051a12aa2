import { choice, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { countries } from '#core/words/locale.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { hubKinds } from '../hub-kind.ts';

/** What the plate on a hub's door says; shared by opening and editing. */
export const hubFields = {
  names: multilingual(200),
  welcomes: maybeMultilingual(1_000),
  territory: maybe(text(20)),
  address: maybeMultilingual(300),
  phone: maybe(text(40)),
  email: maybe(text(200)),
  website: maybe(text(300)),
};

/** What is fixed when a hub opens. */
export const openingFields = {
  kind: choice(hubKinds),
  country: choice(countries),
  opened_on: maybe(isoDate()),
};
