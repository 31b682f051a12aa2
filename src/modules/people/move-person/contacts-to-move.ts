import type { Asking } from '#core/action.ts';
import { within } from '#core/db/transaction.ts';
import { personGroup } from '../identity/person-group.ts';
import type { PeopleTables } from '../people.ts';
import type { Channel, SafeHours } from '../safe-contact/may-contact.ts';

/** A way to reach her that goes with her to another hub: the value, whose it is, and how she said it may be used. */
export interface MovedContact {
  readonly kind: 'phone' | 'email';
  readonly value: string;
  readonly owner: 'self' | 'household' | 'relative' | 'neighbour' | 'other';
  readonly shared: boolean;
  readonly asked: boolean;
  readonly channels: readonly Channel[];
  readonly hours: readonly SafeHours[];
  readonly voicemail: boolean;
  /** What to say when somebody else answers. */
  readonly words: string | null;
}

/**
 * Opens her phones and e-mail addresses with the rules of safe contact, to go with her to another hub; never one of which she said that
 * nobody may use it. PostgreSQL shows them while something is open for her at this desk; every opening is noted.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function contactsToMove({ tx, network, hub, vault }: Asking<any>, person: string): Promise<MovedContact[]> {
  const rows = await within<PeopleTables>(tx).selectFrom('people.person_contact as contact')
    .innerJoin('people.contact_rule as rule', (join) => join.onRef('rule.network_id', '=', 'contact.network_id').onRef('rule.contact_id', '=', 'contact.id').on('rule.ended_at', 'is', null))
    .select(['contact.id', 'contact.person_id', 'contact.kind', 'contact.sealed', 'rule.owner', 'rule.shared', 'rule.asked', 'rule.channels', 'rule.hours', 'rule.voicemail', 'rule.sealed_words'])
    .where('contact.network_id', '=', network).where('contact.hub_id', '=', hub).where('contact.person_id', 'in', [...(await personGroup(tx, person))])
    .where('contact.kind', 'in', ['phone', 'email']).where('contact.ended_at', 'is', null).where('rule.never', '=', false)
    .orderBy('contact.set_at').orderBy('contact.id').execute();
  return Promise.all(rows.map(async ({ id: row, person_id: file, kind, sealed, sealed_words: words, ...rule }) => ({
    ...rule, kind: kind as MovedContact['kind'],
    value: await vault.open({ person: file, table: 'people.person_contact', column: 'sealed', row }, sealed),
    words: words && (await vault.open({ person: file, table: 'people.contact_rule', column: 'sealed_words', row }, words)),
  })));
}
