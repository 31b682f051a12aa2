import { choice, choices, id, isoDate, listOf, multilingual } from '#core/input.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { agreementKinds, openings } from './agreement-kind.ts';

/** The wording of one version. */
export const wordingFields = {
  titles: multilingual(200),
  terms: maybeMultilingual(5_000),
  parties: listOf(id()),
  opens: choices(openings),
  valid_from: isoDate(),
  valid_until: isoDate(),
};

/** What the agreement is about; fixed for all its versions. */
export const kindField = { kind: choice(agreementKinds) };
