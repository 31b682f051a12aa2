import { z } from 'zod';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { id, text } from '#core/input.ts';
import { newSlipCode, readSlipCode } from '#core/text/slip-code.ts';
import { isReadOnly, knownSession } from '../session/known-session.ts';
import { sessionsByIds } from '../session/sessions-by-ids.ts';
import { action, query } from '../training.ts';

const MINUTE = 60_000;
/** One may come a little early, and a code on the wall ends with the half-day. */
const earlyMinutes = 30;
/** A full room behind one address, with some who mistype. */
const mostTries = 120;
const tries = new RateLimiterMemory({ keyPrefix: 'check-in', points: mostTries, duration: 30 * 60 });
/** Of these one address has half: who plays with the code from elsewhere does not close the door to the room. */
const fromOne = mostTries / 2;
const triesFromOne = new RateLimiterMemory({ keyPrefix: 'check-in-from', points: fromOne, duration: 30 * 60 });

type Blind = (label: string, word: string) => Buffer;
const doorOf = (blind: Blind, room: string): Buffer => blind('training-room', readSlipCode(room));

/** Draws the code for the wall of a room: with it, whoever has a seat says on her own telephone that she is there. Drawn anew, the one before opens no more. */
export const openRoom = action({
  name: 'open-room',
  says: 'Draws the code with which people check in by themselves.',
  input: z.strictObject({ half_day: id() }),
  refuses: ['agreement-over', 'not-announced', 'not-yet', 'half-day-over'],
  run: async (doing, { half_day }) => {
    const { tx, network, hub, now, actor, refuse, absent, blind } = doing;
    const half = (await tx.selectFrom('training.half_day').select(['session_id', 'starts_at', 'ends_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', half_day).executeTakeFirst()) ?? absent();
    const session = await knownSession(doing, half.session_id);
    if (!(await tx.selectFrom('training.seat').select('id').where('network_id', '=', network).where('session_id', '=', session.id).limit(1).executeTakeFirst())) absent();
    if (await isReadOnly(doing, session.id)) refuse('agreement-over');
    if (session.state !== 'announced') refuse('not-announced');
    if (half.starts_at.getTime() - earlyMinutes * MINUTE > now.getTime()) refuse('not-yet');
    if (half.ends_at <= now) refuse('half-day-over');
    const code = newSlipCode();
    const drawn = { code, door: doorOf(blind, code), until_at: half.ends_at, opened_at: now, opened_by: actor.account };
    await tx.insertInto('training.room').values({ network_id: network, half_day_id: half_day, hub_id: hub, session_id: session.id, ...drawn })
      .onConflict((row) => row.columns(['network_id', 'half_day_id']).doUpdateSet(drawn)).execute();
    await doing.record({ name: 'room-opened', subject: session.id, body: { half_day } });
    return { session: session.id, half_day };
  },
});

/** The code on the wall of one half-day, and who checked in by herself and is not marked yet; codes of no seat are counted. */
export const roomSheet = query({
  name: 'room-sheet',
  says: 'Shows the code on the wall and who checked in by herself.',
  input: z.strictObject({ half_day: id() }),
  run: async ({ tx, network, hub, now, absent }, { half_day }) => {
    const half = (await tx.selectFrom('training.half_day').select(['id', 'session_id', 'on_day', 'half', 'starts_at', 'ends_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', half_day).executeTakeFirst()) ?? absent();
    const room = await tx.selectFrom('training.room').select(['code', 'until_at']).where('network_id', '=', network).where('half_day_id', '=', half_day).executeTakeFirst();
    const came = await tx.selectFrom('training.check_in').select('seat_code').where('network_id', '=', network).where('half_day_id', '=', half_day).limit(1_000).execute();
    const seats = came.length === 0 ? [] : await tx.selectFrom('training.seat').select(['id', 'code']).where('network_id', '=', network).where('session_id', '=', half.session_id).where('state', '=', 'given').where('code', 'in', came.map(({ seat_code }) => seat_code)).execute();
    const marked = seats.length === 0 ? [] : await tx.selectFrom('training.attendance').select('seat_id').where('network_id', '=', network).where('half_day_id', '=', half_day).where('seat_id', 'in', seats.map((seat) => seat.id)).execute();
    return {
      half, session: half.session_id, code: room && room.until_at > now ? room.code : null, opens: half.starts_at.getTime() - earlyMinutes * MINUTE <= now.getTime() && half.ends_at > now,
      waiting: seats.map((seat) => seat.id).filter((seat) => !marked.some(({ seat_id }) => seat_id === seat)), unknown: came.length - seats.length,
    };
  },
});

/** What a visitor who brings the code of a room sees: the course and the half-day that is on; nothing once it is over. */
export const roomDoor = query({
  name: 'room-door',
  says: 'Shows to whoever brings the code of a room what she checks in to.',
  input: z.strictObject({ room: text(20) }),
  link: ({ room }, blind) => doorOf(blind, room),
  run: async ({ tx, network }, { room: typed }) => {
    const room = await tx.selectFrom('training.room').select(['session_id', 'until_at']).where('network_id', '=', network).where('code', '=', readSlipCode(typed)).executeTakeFirst();
    if (!room) return { open: false as const };
    const session = (await sessionsByIds(tx, network, [room.session_id])).get(room.session_id);
    return { open: true as const, names: session?.names ?? null, until: room.until_at };
  },
});

/**
 * Somebody in the room types the code of her slip. Whether it is the code of a seat is never said to a visitor; whoever stands in the room
 * sees who came and confirms it. Twice the same is once.
 */
export const checkIn = action({
  name: 'check-in',
  says: 'Says by the code of her seat that somebody is in the room.',
  input: z.strictObject({ room: text(20), code: text(20) }),
  refuses: ['room-closed', 'not-a-code', 'too-many-tries'],
  link: ({ room }, blind) => doorOf(blind, room),
  run: async (doing, { room: typed, code }) => {
    const { tx, network, now, actor, refuse } = doing;
    const room = await tx.selectFrom('training.room').select(['half_day_id', 'hub_id', 'session_id']).where('network_id', '=', network).where('code', '=', readSlipCode(typed)).executeTakeFirst();
    if (!room) return refuse('room-closed');
    const seat_code = readSlipCode(code);
    if (!seat_code) refuse('not-a-code', {}, 'code');
    if (actor.from && (await triesFromOne.penalty(`${room.half_day_id}|${actor.from}`)).consumedPoints > fromOne) refuse('too-many-tries');
    if ((await tries.penalty(`${network}|${room.half_day_id}`)).consumedPoints > mostTries) refuse('too-many-tries');
    await tx.insertInto('training.check_in').values({ network_id: network, half_day_id: room.half_day_id, seat_code, hub_id: room.hub_id, session_id: room.session_id, at: now }).onConflict((row) => row.doNothing()).execute();
    await doing.record({ name: 'checked-in', subject: room.session_id, hub: room.hub_id, body: { half_day: room.half_day_id } });
    return { room: readSlipCode(typed) };
  },
});
