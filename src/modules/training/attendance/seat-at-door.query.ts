import { z } from 'zod';
import { readSlipCode } from '#core/text/slip-code.ts';
import { text } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../training.ts';

/** Who stands at the door with this code, and in which half-day: the one that is on now, else the next one of today, else the last that began. */
export const seatAtDoor = query({
  name: 'seat-at-door',
  says: 'Reads the code of a seat at the door.',
  input: z.strictObject({ code: text(20) }),
  run: async ({ tx, network, hub, now, absent }, { code }) => {
    const seat = (await tx.selectFrom('training.seat').select(['id', 'session_id', 'person_id', 'account_id', 'state']).where('network_id', '=', network).where('hub_id', '=', hub).where('code', '=', readSlipCode(code)).executeTakeFirst()) ?? absent();
    const halves = await tx.selectFrom('training.half_day').select(['id', 'on_day', 'half', 'starts_at', 'ends_at']).where('network_id', '=', network).where('session_id', '=', seat.session_id).orderBy('starts_at').execute();
    const begun = halves.filter(({ starts_at }) => starts_at <= now);
    const half = begun.find(({ ends_at }) => ends_at > now) ?? begun.at(-1) ?? null;
    const mark = half ? await tx.selectFrom('training.attendance').select('state').where('network_id', '=', network).where('seat_id', '=', seat.id).where('half_day_id', '=', half.id).executeTakeFirst() : undefined;
    return {
      seat: seat.id, session: seat.session_id, state: seat.state, half, mark: mark?.state ?? null,
      card: seat.person_id ? ((await peopleByIds(tx, [seat.person_id])).get(seat.person_id) ?? null) : null,
      name: seat.account_id ? ((await accountNames(tx, [seat.account_id])).get(seat.account_id) ?? null) : null,
    };
  },
});
