import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';

/** Is something open for her at this desk, so that her contact and papers of identity (C1a) may be opened now? It opens nothing itself. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function contactIsOpen({ tx, network, actor, now }: Asking<any>, person: string): Promise<boolean> {
  const group = await personGroup(tx, person);
  const grant = await within<PeopleTables>(tx).selectFrom('people.access_grant').select('id').where('network_id', '=', network)
    .where('hub_id', '=', actor.hub).where('person_id', 'in', [...group])
    .where('revoked_at', 'is', null).where('from_at', '<=', now).where('until_at', '>', now).limit(1).executeTakeFirst();
  return grant !== undefined;
}
