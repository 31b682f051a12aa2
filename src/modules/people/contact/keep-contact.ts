import type { Asking, Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { PeopleTables } from '../people.ts';
import { markKindOf, markOf } from './contact-mark.ts';
import { isMarked, type ReadContact } from './read-contact.ts';

/**
 * Seals one value of identity or contact under the person's key and leaves its fingerprint for this hub.
 * Answers false when another value of that kind stands already; the event says the kind, never the value.
 */
export async function keepContact(doing: Doing<PeopleTables>, person: string, contact: ReadContact): Promise<boolean> {
  const id = await sealContact(doing, person, contact);
  if (id === undefined) return false;
  await doing.record({ name: 'contact-set', subject: id, person, body: { kind: contact.kind, shared: contact.shared } });
  return true;
}

/** The same without its event, for what came along with something that has one; gives the row, or undefined when another value stands. */
export async function sealContact(asking: Asking<PeopleTables>, person: string, contact: ReadContact): Promise<string | undefined> {
  const { tx, network, hub, now, actor, vault, blind } = asking;
  const id = newId();
  const sealed = await vault.seal({ person, table: 'people.person_contact', column: 'sealed', row: id }, contact.value);
  const kept = await tx.insertInto('people.person_contact').values({
    network_id: network, id, hub_id: hub, person_id: person, kind: contact.kind, sealed, owner: contact.owner, shared: contact.shared,
    id_kind: contact.id_kind, country: contact.country, set_at: now, ended_at: null,
    seen_by: contact.seen ? actor.account : null, seen_at: contact.seen ? now : null,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (!kept.numInsertedOrUpdatedRows) return undefined;
  if (isMarked(contact)) {
    await tx.insertInto('people.contact_mark')
      .values({ network_id: network, hub_id: hub, blind: markOf(blind, contact), kind: markKindOf(contact), person_id: person, contact_id: id })
      .onConflict((conflict) => conflict.doNothing()).execute();
  }
  return id;
}

/** Takes a value's fingerprint away when the value no longer holds. */
export async function dropMark({ tx, network, hub }: Doing<PeopleTables>, contact: string): Promise<void> {
  await tx.deleteFrom('people.contact_mark').where('network_id', '=', network).where('hub_id', '=', hub).where('contact_id', '=', contact).execute();
}
