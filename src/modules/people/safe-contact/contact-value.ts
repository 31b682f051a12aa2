import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';

/**
 * Opens one phone or address of a person (of any file of hers) for the job that sends a message to it, and notes the opening. Undefined when it ended, or when
 * row-level security does not know the message that is being sent.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from another module with its own tables.
export async function contactValue({ tx, network, vault }: Asking<any>, { person, contact, hub }: { person: string; contact: string; hub: string }): Promise<string | undefined> {
  const row = await within<PeopleTables>(tx).selectFrom('people.person_contact').select(['sealed', 'person_id'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).where('id', '=', contact).where('ended_at', 'is', null).executeTakeFirst();
  return row && vault.open({ person: row.person_id, hub, table: 'people.person_contact', column: 'sealed', row: contact }, row.sealed);
}
