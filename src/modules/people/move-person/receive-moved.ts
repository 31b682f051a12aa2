import type { Asking } from '#core/action.ts';
import { type Tx, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { markOf } from '../contact/contact-mark.ts';
import { sealContact } from '../contact/keep-contact.ts';
import { indexNames } from '../matching/name-words.ts';
import type { PeopleTables } from '../people.ts';
import { cardsAsWritten } from '../person/person-card.ts';
import { namesOf } from '../person/read-person.ts';
import type { MovedContact } from './contacts-to-move.ts';

/** What came with her. */
export interface Moved {
  readonly person: string;
  readonly contacts: readonly MovedContact[];
  /** A summary written with her for this hub. */
  readonly summary: string | null;
}

/**
 * Receives somebody who moved here from another hub: the same identity, enrolled here once, however often she came before. Ways to reach
 * her are kept with their rules, those known already stay; the summary becomes a sealed note of whoever received her. Gives the file that
 * stands for her and how many contacts were new. The caller writes the event.
 */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function receiveMoved(asking: Asking<any>, { person: told, contacts, summary }: Moved): Promise<{ person: string; contacts: number }> {
  const { network, hub, now, blind, actor, vault } = asking;
  const tx = within<PeopleTables>(asking.tx);
  const person = await standsFor(tx, network, told);
  await tx.insertInto('people.enrolment').values({ network_id: network, id: newId(), hub_id: hub, person_id: person, via: 'told', since: now })
    .onConflict((conflict) => conflict.doNothing()).execute();
  const card = (await cardsAsWritten(tx, [person])).get(person) ?? asking.absent();
  await indexNames({ tx, network, blind }, hub, person, { names: namesOf({ name: card.name, name_other: card.other }), birthYear: card.birthYear });
  let kept = 0;
  for (const contact of contacts) if (await keepMoved({ ...asking, tx }, person, contact)) kept++;
  if (summary && actor.account) {
    const row = newId(now.getTime());
    const sealed = await vault.seal({ person, table: 'people.person_life', column: 'sealed', row }, summary);
    await tx.insertInto('people.person_life').values({ network_id: network, id: row, hub_id: hub, person_id: person, kind: 'situation', sealed, written_by: actor.account, written_at: now }).execute();
  }
  return { person, contacts: kept };
}

/** The file that stands for an identity, whether the reader sees it yet or not. */
async function standsFor(tx: Tx<PeopleTables>, network: string, person: string): Promise<string> {
  const row = await tx.selectFrom('core.same_person').select('survivor_id').where('network_id', '=', network).where('person_id', '=', person).executeTakeFirst();
  return row?.survivor_id ?? person;
}

async function keepMoved(asking: Asking<PeopleTables>, person: string, { words, kind, value, owner, shared, ...rule }: MovedContact): Promise<boolean> {
  const { tx, network, hub, now, vault, blind } = asking;
  if (kind === 'phone') {
    const known = await tx.selectFrom('people.contact_mark').select('contact_id').where('network_id', '=', network).where('hub_id', '=', hub)
      .where('person_id', '=', person).where('blind', '=', markOf(blind, { kind, value })).executeTakeFirst();
    if (known) return false;
  }
  const contact = await sealContact(asking, person, { kind, value, owner, shared, id_kind: null, country: null });
  if (!contact) return false;
  // The strict rule that every new contact begins with gives way to what she said where she was known.
  if (rule.asked) {
    await tx.updateTable('people.contact_rule').set({ ended_at: now }).where('network_id', '=', network).where('contact_id', '=', contact).where('ended_at', 'is', null).execute();
    await tx.insertInto('people.contact_rule').values({
      network_id: network, id: newId(now.getTime()), hub_id: hub, person_id: person, contact_id: contact, kind, owner, shared, asked: true, never: false,
      channels: [...rule.channels], hours: JSON.stringify(rule.hours), voicemail: rule.voicemail, set_at: now, set_by: null, ended_at: null,
      sealed_words: words ? await vault.seal({ person, table: 'people.contact_rule', column: 'sealed_words', row: contact }, words) : null,
    }).execute();
  }
  return true;
}
