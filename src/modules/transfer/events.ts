import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { moveKinds, refusalReasons } from './codes.ts';

const kind = z.enum(moveKinds);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** The parcel's fingerprint and the head of the chain: the same in both hubs' logs. */
const sealed = { digest: hash, head: hash.nullable() };

/** Moves between hubs: numbers, hubs and fingerprints, never what was in a parcel. */
export const transferEvents = defineEvents('transfer', {
  'parcel-prepared': z.strictObject({ kind, to_hub: z.uuid(), fields: z.array(z.string()), documents: z.int(), ...sealed }),
  'parcel-withdrawn': z.strictObject({}),
  'parcel-opened': z.strictObject({}),
  'parcel-accepted': z.strictObject({ kind, from_hub: z.uuid(), contacts: z.int(), documents: z.int(), ...sealed }),
  'departure-accepted': z.strictObject({ kind, to_hub: z.uuid(), ...sealed }),
  'parcel-refused': z.strictObject({ reason: z.enum(refusalReasons) }),
  'departure-refused': z.strictObject({ reason: z.enum(refusalReasons) }),
  'departure-late': z.strictObject({}),
  'parcels-looked-at': z.strictObject({ late: z.int() }),
});
