import { choice, choices, id, isoDate, maybe, multilingual, text, wholeNumber } from '#core/input.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { activities, qualifiers } from '../registry/sse-terms.ts';
import { organizationKinds, sectors } from './organization-kind.ts';

/** What is written of a body when it is registered. */
export const organizationFields = {
  names: multilingual(200),
  sector: choice(sectors),
  kind: choice(organizationKinds),
  descriptions: maybeMultilingual(2_000),
  legal_status: maybe(text(120)),
  founded_year: maybe(wholeNumber(1800, 2200)),
  website: maybe(text(300)),
  email: maybe(text(200)),
  phone: maybe(text(40)),
  address: maybeMultilingual(300),
  territory: maybe(text(20)),
  activities: choices(activities),
  qualifiers: choices(qualifiers),
  runs_hub: maybe(id()),
  agreed_on: maybe(isoDate()),
};
