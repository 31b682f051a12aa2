import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';

/** Opens her date of birth (`YYYY-MM-DD`), the newest that was noted; undefined when none was or nothing is open for her at this desk. The opening is noted. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function birthDateOf({ tx, network, hub, vault }: Asking<any>, person: string): Promise<string | undefined> {
  const row = await within<PeopleTables>(tx).selectFrom('people.person_contact').select(['id', 'person_id', 'sealed']).where('network_id', '=', network).where('hub_id', '=', hub)
    .where('person_id', 'in', [...(await personGroup(tx, person))]).where('kind', '=', 'birth-date').where('ended_at', 'is', null)
    .orderBy('set_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
  return row && vault.open({ person: row.person_id, table: 'people.person_contact', column: 'sealed', row: row.id }, row.sealed);
}
