import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, dayHere } from '#modules/network/public.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { query } from '../rights.ts';

/** What a person asked at this hub, the newest first, with what still waits; her words are opened only where the request is. */
export const personRequests = query({
  name: 'person-requests',
  says: 'Shows what a person asked of what is kept of her.',
  input: z.strictObject({ person: id() }),
  run: async (asking, { person }) => {
    const { tx, network, hub, now, actor, absent } = asking;
    const card = (await personCard(tx, person)) ?? absent();
    const rows = await tx.selectFrom('rights.request')
      .select(['id', 'kind', 'state', 'reason', 'asked_at', 'asked_by', 'due_on', 'confirmed_at', 'confirmed_by', 'until_at', 'answered_at', 'answered_by'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, card.id))])
      .orderBy('asked_at', 'desc').limit(100).execute();
    const names = await accountNames(tx, rows.flatMap((row) => [row.asked_by, row.confirmed_by, row.answered_by].flatMap((account) => account ?? [])));
    const today = await dayHere(asking);
    return {
      card,
      requests: rows.map((row) => ({
        id: row.id, kind: row.kind, state: row.state, reason: row.reason, askedAt: row.asked_at, askedBy: names.get(row.asked_by) ?? null, dueOn: row.due_on,
        late: row.state === 'open' && row.due_on < today,
        toConfirm: row.kind === 'access' && row.state === 'open' && !row.confirmed_at, mine: row.asked_by === actor.account,
        confirmedBy: (row.confirmed_by && names.get(row.confirmed_by)) || null,
        packOpen: row.until_at !== null && row.until_at > now && (row.state === 'open' || row.state === 'done'),
        answeredAt: row.answered_at, answeredBy: (row.answered_by && names.get(row.answered_by)) || null,
      })),
    };
  },
});
