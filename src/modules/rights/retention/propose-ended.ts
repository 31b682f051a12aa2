import { z } from 'zod';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import { dueOn } from '../request/deadline.ts';
import { action } from '../rights.ts';
import { endedAt } from './ended-retention.query.ts';

/** Proposes to erase everybody on the list whose time is over; somebody else decides each. Nothing is erased by it. */
export const proposeEnded = action({
  name: 'propose-ended',
  says: 'Proposes to erase those whose time of keeping is over.',
  input: z.strictObject({}),
  refuses: ['nobody-over'],
  run: async (doing) => {
    const { tx, network, now, actor, recordAll, refuse } = doing;
    const today = await dayHere(doing);
    const ended = await endedAt(tx, network, now);
    if (ended.length === 0) refuse('nobody-over');
    const rows = [...new Map(ended.map((each) => [each.person, each])).values()].map((each) => ({ ...each, id: newId(now.getTime()) }));
    await tx.insertInto('rights.request').values(rows.map(({ id, person, hub }) => ({
      network_id: network, id, hub_id: hub, person_id: person, kind: 'erase' as const, basis: 'retention' as const, identified_by: [], wish: null, asked_at: now,
      asked_by: actor.account!, due_on: dueOn('', 'erase', today), until_at: null, state: 'open' as const, reason: null, answer: null, answered_at: null, answered_by: null,
    }))).execute();
    await recordAll(rows.map(({ id, person, hub }) => ({ name: 'request-opened', subject: id, hub, person, body: { kind: 'erase', basis: 'retention', identified_by: 0 } })));
    return { proposed: rows.length };
  },
});
