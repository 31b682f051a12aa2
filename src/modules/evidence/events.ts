import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { keptUnits, sources } from './kept/definition.ts';
import { targetLevels } from './target/levels.ts';
import { revenueKinds } from './target/target-tables.ts';
import { findings } from './sample/sample-tables.ts';

const count = z.int().min(0);
const unit = z.enum(keptUnits);
const source = z.enum(sources);

/** All that a printed figure says of itself, so that it lies under the seal too; whoever prints one writes the same. */
export const figurePrinted = z.strictObject({
  indicator: z.uuid(), version: count, definition: z.string(), from_month: z.string(), to_month: z.string(), cut: z.string().nullable(), cut_key: z.string().nullable(), value: z.string(),
  events: count, events_digest: z.string(), head_seq: count, head_hash: z.string(),
});

/** How many of what until when, as a target says it. */
const promised = { indicator: z.uuid(), version: count, from: z.iso.date(), to: z.iso.date(), value: z.string() };

/** What happens to indicators and to figures that leave the house: codes and numbers, never a name. */
export const evidenceEvents = defineEvents('evidence', {
  'indicator-opened': z.strictObject({ code: z.string(), set: z.string().nullable(), unit, source }),
  'indicator-changed': z.strictObject({ version: count, unit, source }),
  'indicator-set-loaded': z.strictObject({ set: z.string(), opened: count, changed: count }),
  'value-stated': z.strictObject({ indicator: z.uuid(), version: count, from: z.iso.date(), to: z.iso.date(), value: z.string(), proven: z.boolean() }),
  'value-withdrawn': z.strictObject({ indicator: z.uuid() }),
  'figure-printed': figurePrinted,
  'sample-drawn': z.strictObject({ figure: z.uuid(), seed: z.string(), drawn: count, drawn_from: count, events_digest: z.string() }),
  'proof-looked-for': z.strictObject({ place: count, event: z.uuid(), result: z.enum(findings) }),
  'figure-released': z.strictObject({ indicator: z.uuid(), receipt: z.string() }),
  'network-added': z.strictObject({ other: z.uuid(), key: z.string(), agreed_on: z.iso.date() }),
  'receipt-taken-in': z.strictObject({ other: z.uuid(), indicator: z.string(), month: z.string(), value: z.string().nullable() }),
  'target-set': z.strictObject({ ...promised, level: z.enum(targetLevels) }),
  'target-rescoped': z.strictObject(promised),
  'funder-share-set': z.strictObject({ programme: z.uuid(), share_ten_thousandths: count, from: z.iso.date(), to: z.iso.date().nullable() }),
  'funder-share-ended': z.strictObject({ programme: z.uuid(), to: z.iso.date() }),
  'cost-entered': z.strictObject({ indicator: z.uuid(), programme: z.uuid().nullable(), amount_minor: count, currency: z.string(), from: z.iso.date(), to: z.iso.date() }),
  'cost-withdrawn': z.strictObject({}),
  'rate-stated': z.strictObject({ from_currency: z.string(), to_currency: z.string(), on: z.iso.date(), rate: z.string() }),
  'rate-withdrawn': z.strictObject({}),
  'revenue-entered': z.strictObject({ year: count, kind: z.enum(revenueKinds), amount_minor: count, currency: z.string() }),
  'revenue-withdrawn': z.strictObject({}),
  // A month stands as it was counted, under the seal it was read at.
  'month-frozen': z.strictObject({ month: z.string(), figures: count, head_seq: count, head_hash: z.string() }),
});
