import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { actionStates, committeeKinds, countedSexes, levels, partnerRoles } from './codes.ts';

const count = z.int().min(0);
const programme = z.uuid();

/** What happens to programmes and committees: codes, dates and amounts, never a name. Amounts are in the smallest unit of the currency. */
export const programmeEvents = defineEvents('programme', {
  'programme-opened': z.strictObject({ level: z.enum(levels), parent: z.uuid().nullable(), predecessor: z.uuid().nullable() }),
  'programme-edited': z.strictObject({ listed: z.boolean(), sensitive: z.boolean() }),
  'period-changed': z.strictObject({ version: count }),
  'predecessor-linked': z.strictObject({ predecessor: z.uuid() }),
  'programme-closed': z.strictObject({}),
  'cost-added': z.strictObject({ programme, amount_minor: count, currency: z.string() }),
  'cost-withdrawn': z.strictObject({ programme }),
  'funder-added': z.strictObject({ programme, cost: z.uuid(), share_ten_thousandths: count.nullable(), amount_minor: count.nullable() }),
  'partner-named': z.strictObject({ programme, role: z.enum(partnerRoles), replaces: z.uuid().nullable() }),
  'partner-ended': z.strictObject({ programme }),
  'target-set': z.strictObject({ indicator: z.string(), territory: z.string().nullable(), sex: z.enum(countedSexes), version: count, value: count }),
  'controller-named': z.strictObject({}),
  'committee-named': z.strictObject({ kind: z.enum(committeeKinds), quorum: count }),
  'committee-closed': z.strictObject({}),
  'member-named': z.strictObject({ committee: z.uuid(), votes: z.boolean() }),
  'member-ended': z.strictObject({ committee: z.uuid() }),
  'meeting-held': z.strictObject({ committee: z.uuid(), number: count, present: count, quorum: count, quorum_reached: z.boolean(), decisions: count }),
  'action-added': z.strictObject({ committee: z.uuid(), number: count }),
  'action-begun': z.strictObject({ committee: z.uuid() }),
  'action-closed': z.strictObject({ committee: z.uuid(), state: z.enum(actionStates) }),
});
