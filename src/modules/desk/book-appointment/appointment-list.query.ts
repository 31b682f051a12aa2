import { z } from 'zod';
import { isoDate, maybe } from '#core/input.ts';
import { accountNames, accountsAt, hubCard } from '#modules/network/public.ts';
import { deskRoles } from '../access.ts';
import { clientNames } from '../client/client-names.ts';
import { query } from '../desk.ts';
import { dayOf, momentAt } from '../ticket/day-of.ts';

/**
 * The book of one day, today unless another is asked: who comes when, for what, with whom; with the officers of the desk
 * for the form that books. Only times still booked and those that came.
 */
export const appointmentList = query({
  name: 'appointment-list',
  says: 'Shows who has an appointment on a day.',
  input: z.strictObject({ day: maybe(isoDate()) }),
  run: async ({ tx, network, hub, now, absent }, input) => {
    const { timeZone } = (await hubCard(tx, hub)) ?? absent();
    const today = dayOf(now, timeZone);
    const day = input.day ?? today;
    const from = await momentAt(tx, day, '00:00', timeZone);
    const rows = await tx.selectFrom('desk.appointment').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub)
      .where('starts_at', '>=', from).where('starts_at', '<', await momentAt(tx, dayAfter(day), '00:00', timeZone))
      .where('state', 'in', ['booked', 'arrived'])
      .orderBy('starts_at').limit(200).execute();
    const names = await clientNames(tx, rows);
    const staff = new Map((await accountsAt(tx, hub, deskRoles)).map(({ account, name }) => [account, name]));
    const officers = await accountNames(tx, rows.map((row) => row.with_account_id));
    return {
      day, today,
      officers: [...staff].map(([id, name]) => ({ id, name })),
      appointments: rows.map((row) => ({
        id: row.id, startsAt: row.starts_at, endsAt: row.ends_at, reason: row.reason, state: row.state,
        officer: officers.get(row.with_account_id) ?? null, client: names.get(row.id) ?? null,
      })),
    };
  },
});

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
