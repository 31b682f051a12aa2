import { z } from 'zod';
import { choice, choices, id, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { providersOf, unknownPlaces } from '../around.ts';
import { action } from '../directory.ts';
import { optionalTexts } from '../entry/optional-texts.ts';
import { webAddress } from '../entry/web-address.ts';
import { written } from '../entry/row-of-typed.ts';

/** What makes a place easier to enter and to use. */
export const accessibilityCodes = ['step-free', 'lift', 'accessible-toilet', 'sign-language', 'hearing-loop', 'quiet-room'] as const;

const degrees = (most: number) =>
  maybe(z.coerce.number().min(-most).max(most).transform((value) => String(Math.round(value * 100_000) / 100_000)));

/** A place: name, kind, address, territory, and what makes it accessible. Degrees with a decimal point. */
export const addLocationInput = z.strictObject({
  organization: maybe(id()),
  names: multilingual(160),
  kind: choice(['physical', 'postal', 'virtual']),
  address: optionalTexts(300),
  locality: maybe(text(120)),
  postalCode: maybe(text(12)),
  territory: maybe(text(20)),
  latitude: degrees(90),
  longitude: degrees(180),
  url: webAddress(),
  accessibility: choices(accessibilityCodes),
});

/** Adds a place where services are given. Refuses an unknown territory and a latitude without a longitude. */
export const addLocation = action({
  name: 'add-location',
  says: 'Add a place where services are given',
  input: addLocationInput,
  refuses: ['unknown-organization', 'unknown-territory', 'half-position'],
  run: async (doing, typed) => {
    const { tx, now, hub, network, record, refuse } = doing;
    if (typed.organization && !(await providersOf(doing, [typed.organization])).has(typed.organization)) refuse('unknown-organization', {}, 'organization');
    if (typed.territory && (await unknownPlaces(doing, [typed.territory])).length) refuse('unknown-territory', { code: typed.territory }, 'territory');
    if ((typed.latitude === undefined) !== (typed.longitude === undefined)) refuse('half-position', {}, 'latitude');
    const location = newId(now.getTime());
    await tx
      .insertInto('directory.location')
      .values({
        network_id: network, id: location, hub_id: hub, organization_id: typed.organization ?? null,
        names: written(typed.names), kind: typed.kind, address: written(typed.address),
        locality: typed.locality ?? null, postal_code: typed.postalCode ?? null, territory_code: typed.territory ?? null,
        latitude: typed.latitude ?? null, longitude: typed.longitude ?? null, url: typed.url ?? null,
        accessibility: typed.accessibility, created_at: now,
      })
      .execute();
    await record({ name: 'location-added', subject: location, body: { kind: typed.kind, territory: typed.territory ?? null } });
    return { location };
  },
});
