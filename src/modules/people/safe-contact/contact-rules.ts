import { type AnyTx, within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';
import type { SafeContact } from './may-contact.ts';

/** How one contact may be used, with its name in the file and whether words were agreed for whoever else answers. */
export interface ContactRule extends SafeContact {
  /** The contact it is about. */
  readonly id: string;
  readonly safeWords: boolean;
  readonly setAt: Date;
}

/** The live rules of the phones and addresses of a person (of every file of hers) at a hub: her own before others', the newest first. Opens nothing. */
export async function contactRules(tx: AnyTx, { network, hub, person }: { network: string; hub: string; person: string }): Promise<ContactRule[]> {
  const rows = await within<PeopleTables>(tx).selectFrom('people.contact_rule').selectAll()
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...(await personGroup(tx, person))]).where('ended_at', 'is', null)
    .orderBy(({ eb }) => eb('owner', '<>', 'self')).orderBy('shared').orderBy('set_at', 'desc').orderBy('contact_id').execute();
  return rows.map((row) => ({
    id: row.contact_id, kind: row.kind, owner: row.owner, shared: row.shared, asked: row.asked, never: row.never, channels: row.channels,
    hours: row.hours, voicemail: row.voicemail, safeWords: row.sealed_words !== null, setAt: row.set_at,
  }));
}
