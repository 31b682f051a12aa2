import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import * as codes from './codes.ts';

const topic = z.enum(codes.topics);
const audience = z.enum(codes.audiences);
const session = z.uuid();
const programme = z.uuid().nullable();

/** Who is counted, fixed at the event's time, and the day as the hub counts days. */
const about = {
  sex: z.enum(['female', 'male', 'unknown']).nullable(), age_band: z.string().nullable(), territory: z.string().nullable(), kind: z.enum(['person', 'organization']), on: z.iso.date(),
};

/** What happens to courses and trainers. */
export const courseEvents = defineEvents('training', {
  'session-planned': z.strictObject({ topic, audience, seats: z.int(), half_days: z.int(), programme }),
  'session-announced': z.strictObject({ topic, audience }),
  'session-moved': z.strictObject({ why: z.enum(codes.moveReasons), times: z.int() }),
  'session-cancelled': z.strictObject({ why: z.enum(codes.moveReasons), given: z.int() }),
  'session-closed': z.strictObject({ topic, audience, given: z.int(), trained: z.int() }),
  'seats-given': z.strictObject({ given: z.int(), waiting: z.int(), asked: z.int() }),
  'attendance-marked': z.strictObject({ half_day: z.uuid(), present: z.int(), absent: z.int(), excused: z.int(), via: z.enum(codes.markedVia) }),
  'trainer-added': z.strictObject({ outside: z.boolean() }),
  'trainer-left': z.strictObject({}),
});

/** What happens to who learns. Colleagues and trainers are counted by their own events, never by a person's. */
export const seatEvents = defineEvents('training', {
  'seat-asked': z.strictObject({ session, topic, audience }),
  'seat-given': z.strictObject({ session, rank: z.int().nullable() }),
  'seat-waitlisted': z.strictObject({ session, rank: z.int().nullable() }),
  'seat-refused': z.strictObject({ session, reason: z.enum(codes.refusalReasons) }),
  'seat-given-back': z.strictObject({ session, reason: z.enum(codes.backReasons) }),
  'person-trained': z.strictObject({ ...about, session, topic, programme, share: z.number() }),
  'staff-trained': z.strictObject({ session, topic, programme, account: z.uuid(), on: z.iso.date(), share: z.number() }),
  'trainer-prepared': z.strictObject({ session, topic, programme, trainer: z.uuid(), on: z.iso.date(), share: z.number() }),
});
