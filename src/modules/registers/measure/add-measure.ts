import { z } from 'zod';
import { id, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { organizationCard } from '#modules/network/public.ts';
import { knownEntry } from '../entry/known-entry.ts';
import { action } from '../registers.ts';

/** Once an event was held it has decided something. */
const decided = ['held', 'attendance_validated', 'reported'];

/** Writes down a measure that an event decided: it gets the next number of that event, an owner and a deadline (domain.md 2.1). */
export const addMeasure = action({
  name: 'add-measure',
  says: 'Writes down a measure that an event decided: what, whose, by when.',
  input: z.strictObject({ event: id(), what: multilingual(1_000), organization: maybe(id()), owner: maybe(text(200)), due_on: isoDate() }),
  refuses: ['not-held', 'owner-unnamed', 'due-before-event'],
  run: async (doing, { event, what, organization, owner, due_on }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const row = await knownEntry(doing, event, true);
    if (row.kind !== 'event') absent();
    if (!decided.includes(row.state)) refuse('not-held');
    if (!organization && !owner) refuse('owner-unnamed', {}, 'owner');
    if (organization && !(await organizationCard(tx, organization))) absent();
    if (row.starts_on && due_on < row.starts_on) refuse('due-before-event', {}, 'due_on');
    const { last } = await tx.selectFrom('registers.measure').select((eb) => eb.fn.max('number').as('last')).where('network_id', '=', network).where('event_id', '=', event).executeTakeFirstOrThrow();
    const measure = newId(now.getTime());
    const number = (last ?? 0) + 1;
    await tx.insertInto('registers.measure').values({
      network_id: network, id: measure, hub_id: hub, event_id: event, number, what, organization_id: organization ?? null, owner: owner ?? null, due_on, state_on: row.state_on, set_by: actor.account, set_at: now,
    }).execute();
    await record({ name: 'measure-decided', subject: measure, organization: organization ?? null, body: { event, number, due_on } });
    return { event, measure };
  },
});
