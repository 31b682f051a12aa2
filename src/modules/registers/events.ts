import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import * as codes from './codes.ts';
import { told } from './machines.ts';

const count = z.int().min(0);
const programme = z.uuid().nullable();
const territory = z.string().nullable();
const on = z.iso.date();
const proof = z.uuid().nullable();

/** A step of an entry: what a figure needs to count it and to leave it out. */
const step = z.strictObject({ programme, territory, on, proof, female: count, male: count, unknown: count });

/** One event for each step of each kind (machines.ts). */
export const stepEvents = defineEvents('registers', Object.fromEntries(Object.values(told).flatMap((names) => Object.values(names)).map((name) => [name, step])));

/** What happens to proofs, measures, professionals, baselines and stories: codes, days and counts, never a name. */
export const registerEvents = defineEvents('registers', {
  'proof-added': z.strictObject({ media_type: z.string(), bytes: count, sha256: z.string() }),
  'proof-withdrawn': z.strictObject({ why: z.enum([...codes.withdrawals, 'replaced']), entries: z.array(z.uuid()) }),
  'proof-replaced': z.strictObject({ entry: z.uuid(), to: z.string(), proof: z.uuid(), instead_of: proof }),
  'measure-decided': z.strictObject({ event: z.uuid(), number: count, due_on: on }),
  'measure-followed': z.strictObject({ event: z.uuid(), state: z.enum(codes.measureStates), progress: count, on, proof }),
  'professional-added': z.strictObject({ occupation: z.enum(codes.occupations), sex: z.enum(codes.sexes) }),
  'professional-trained': z.strictObject({ occupation: z.enum(codes.occupations), sex: z.enum(codes.sexes), on, hours: count, programme, proof: z.uuid() }),
  'baseline-set': z.strictObject({ programme, territory, on, unit: z.enum(codes.units), proof }),
  'story-told': z.strictObject({ kind: z.enum(codes.changeKinds), level: z.enum(codes.levels), programme, territory, on, proof: z.uuid() }),
  'story-withdrawn': z.strictObject({ why: z.enum(codes.storyEnds) }),
  'measured-again': z.strictObject({ baseline: z.uuid(), programme, territory, on, proof }),
});
