import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { PeopleTables } from '../people.ts';
import type { AccessGrantTable } from './contact-tables.ts';

type Basis = AccessGrantTable['basis'];

/** The longest a forgotten grant stays open: a visit is days, a need or a referral is months. */
const mostDays: Record<Basis, number> = { ticket: 7, need: 90, referral: 180 };

/**
 * Opens a person's contact and identity (C1a) to this desk because something is open for her here. Once per basis:
 * asking again changes nothing. PostgreSQL refuses it to whoever has no contact role at this hub.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function openContactGrant(asking: Asking<any>, { person, basis, basisId }: { person: string; basis: Basis; basisId: string }): Promise<void> {
  const until = new Date(asking.now.getTime() + mostDays[basis] * 86_400_000);
  await within<PeopleTables>(asking.tx).insertInto('people.access_grant').values({
    network_id: asking.network, id: newId(), hub_id: asking.hub, person_id: person, basis, basis_id: basisId,
    from_at: asking.now, until_at: until, revoked_at: null, granted_by: asking.actor.account,
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Closes what `openContactGrant` opened for this basis at this hub; nothing happens when it is closed already. */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function closeContactGrant(asking: Asking<any>, { basis, basisId }: { basis: Basis; basisId: string }): Promise<void> {
  await within<PeopleTables>(asking.tx).updateTable('people.access_grant').set({ revoked_at: asking.now })
    .where('network_id', '=', asking.network).where('hub_id', '=', asking.hub)
    .where('basis', '=', basis).where('basis_id', '=', basisId).where('revoked_at', 'is', null).execute();
}
