import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import { query } from '../directory.ts';

/** The committee's decisions of the whole network, those due first at the top; `state` keeps open, done or dropped ones. */
export const decisions = query({
  name: 'decisions',
  says: 'What the coordination committee decided, who answers for it and by when',
  input: z.strictObject({ state: maybe(choice(['open', 'done', 'dropped'])) }),
  run: async (asking, { state }) => {
    const { tx, network } = asking;
    let wanted = tx.selectFrom('directory.committee_decision').selectAll().where('network_id', '=', network);
    if (state) wanted = wanted.where('state', '=', state);
    const rows = await wanted.orderBy('due_on').orderBy('id').limit(500).execute();
    const owners = await providersOf(asking, rows.map((row) => row.owner_organization_id));
    const places = await namesOfPlaces(asking, rows.flatMap((row) => row.territory_code ?? []));
    const today = await dayHere(asking);
    return {
      decisions: rows.map((row) => ({
        id: row.id,
        hub: row.hub_id,
        what: row.what,
        owner: row.owner_organization_id,
        ownerNames: owners.get(row.owner_organization_id)?.names ?? {},
        serviceType: row.service_type,
        territory: row.territory_code ? (places.get(row.territory_code) ?? null) : null,
        decidedOn: row.decided_on,
        dueOn: row.due_on,
        state: row.state as 'open' | 'done' | 'dropped',
        late: row.state === 'open' && row.due_on < today,
        outcome: row.outcome,
        closedAt: row.closed_at,
      })),
    };
  },
});
