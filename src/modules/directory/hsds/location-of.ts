import type { Place } from '../entry/entry.ts';
import { derivedId } from './derived-id.ts';
import { one, others } from './texts.ts';
import { withoutEmpty } from './without-empty.ts';

const accessibilityWords: Readonly<Record<string, string>> = {
  'step-free': 'Step-free entrance', lift: 'Lift', 'accessible-toilet': 'Accessible toilet', 'sign-language': 'Sign language',
  'hearing-loop': 'Hearing loop', 'quiet-room': 'Quiet room',
};

/** A place as an HSDS location with its address, when it has one, and what makes it accessible. */
export const locationOf = (place: Place, lang: string, territory: string | undefined): Record<string, unknown> =>
  withoutEmpty({
    id: place.location,
    location_type: place.kind,
    name: one(place.names, lang),
    alternate_name: others(place.names, lang),
    latitude: place.latitude,
    longitude: place.longitude,
    url: place.url,
    addresses: addressesOf(place, lang, territory),
    accessibility: place.accessibility.map((code) => ({
      id: derivedId(place.location, `accessibility ${code}`), location_id: place.location, description: accessibilityWords[code] ?? code,
    })),
  });

/** HSDS asks for the whole address or none; what we do not know is an empty text, as its own guide advises. */
function addressesOf(place: Place, lang: string, territory: string | undefined): unknown[] {
  const line = one(place.address, lang);
  if (!line) return [];
  return [{
    id: derivedId(place.location, 'address'),
    location_id: place.location,
    address_1: line,
    city: place.locality ?? '',
    state_province: territory ?? '',
    postal_code: place.postalCode ?? '',
    country: place.territory?.slice(0, 2) ?? '',
    address_type: place.kind,
  }];
}
