import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { query } from '../rights.ts';

/** What a person asked at this hub, the newest first, with what still waits; her words are opened only where the request is. */
export const personRequests = query({
  name: 'person-requests',
  says: 'Shows what a person asked of what is kept of her.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, now, absent }, { person }) => {
    const card = (await personCard(tx, person)) ?? absent();
    const rows = await tx.selectFrom('rights.request')
      .select(['id', 'kind', 'state', 'reason', 'asked_at', 'asked_by', 'due_on', 'until_at', 'answered_at', 'answered_by'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, card.id))])
      .orderBy('asked_at', 'desc').limit(100).execute();
    const names = await accountNames(tx, rows.flatMap(({ asked_by, answered_by }) => [asked_by, ...(answered_by ? [answered_by] : [])]));
    return {
      card,
      requests: rows.map((row) => ({
        id: row.id, kind: row.kind, state: row.state, reason: row.reason, askedAt: row.asked_at, askedBy: names.get(row.asked_by) ?? null, dueOn: row.due_on,
        late: row.state === 'open' && row.due_on < now.toISOString().slice(0, 10),
        packOpen: row.kind === 'access' && row.until_at! > now && (row.state === 'open' || row.state === 'done'),
        answeredAt: row.answered_at, answeredBy: (row.answered_by && names.get(row.answered_by)) || null,
      })),
    };
  },
});
