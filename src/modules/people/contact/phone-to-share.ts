import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';
import type { PersonContactTable } from './contact-tables.ts';

/** A number at which somebody else may reach her, and who picks it up. */
export interface PhoneToShare {
  readonly value: string;
  readonly owner: NonNullable<PersonContactTable['owner']>;
}

/**
 * Opens the phone that goes with her when she is sent elsewhere: her own before one of the household (rule 2), the newest
 * first; never one of which she said that nobody may use it. Undefined when she gave none or nothing is open for her at this desk; every opening is noted.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function phoneToShare({ tx, network, hub, vault }: Asking<any>, person: string): Promise<PhoneToShare | undefined> {
  const files = [...(await personGroup(tx, person))];
  const rows = await within<PeopleTables>(tx).selectFrom('people.person_contact').select(['id', 'person_id', 'sealed', 'owner'])
    .where('id', 'not in', (eb) => eb.selectFrom('people.contact_rule').select('contact_id').where('network_id', '=', network).where('person_id', 'in', files).where('ended_at', 'is', null).where('never', '=', true))
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', files)
    .where('kind', '=', 'phone').where('ended_at', 'is', null).orderBy('set_at', 'desc').orderBy('id', 'desc').execute();
  const chosen = rows.find(({ owner }) => owner === 'self') ?? rows[0];
  if (!chosen) return undefined;
  const value = await vault.open({ person: chosen.person_id, table: 'people.person_contact', column: 'sealed', row: chosen.id }, chosen.sealed);
  return { value, owner: chosen.owner ?? 'self' };
}
