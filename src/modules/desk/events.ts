import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { reasons } from './ticket/reason.ts';
import { vias } from './ticket/ticket-state.ts';

/**
 * Who was concerned, fixed at the event's time, so that a figure never changes when she moves or has a birthday:
 * what `snapshotOf` of people gives. Every event that feeds a figure carries it.
 */
export const snapshotShape = {
  sex: z.enum(['female', 'male', 'unknown']).nullable(),
  age_band: z.string().nullable(),
  territory: z.string().nullable(),
  kind: z.enum(['person', 'organization']),
};

/** The day it truly happened, in the hub's time zone: a paper sheet is typed later than she came. */
const on = z.iso.date();

/** Queue, intake and listening. */
export const visitEvents = defineEvents('desk', {
  'ticket-opened': z.strictObject({ ...snapshotShape, via: z.enum(vias), reason: z.enum(reasons), on }),
  'ticket-called': z.strictObject({ ...snapshotShape, waited_minutes: z.int().min(0), counter: z.int() }),
  'ticket-ended-unserved': z.strictObject({ ...snapshotShape, state: z.enum(['left', 'no-show']) }),
  'client-received': z.strictObject({ ...snapshotShape, on, via: z.enum(vias) }),
  'listening-noted': z.strictObject({}),
  'visit-closed': z.strictObject({ ...snapshotShape, on, minutes: z.int().min(0) }),
  'appointment-booked': z.strictObject({ ...snapshotShape, via: z.enum(['desk', 'phone']), reason: z.enum(reasons) }),
  'appointment-ended': z.strictObject({ state: z.enum(['missed', 'cancelled']) }),
});
