import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { countries } from '#core/words/locale.ts';
import { contactMarkOf, personGroup, readPhone } from '#modules/people/public.ts';
import { action, type ConfidentialTables } from '../confidential.ts';
import { openLabel } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';

/**
 * Has one number of hers, or every phone and address that the desk keeps of her, never used again: no call, no message of any kind. At
 * the desk it stands as "never", as if she had said it there, with the same trace (people.note-safe-contact); that it was said here, and
 * by whom, is told nowhere outside this file.
 */
export const neverUse = action({
  name: 'never-use',
  says: 'Has a number of hers never called or written to again.',
  input: z.strictObject({ file: id(), number: maybe(text(40)) }),
  refuses: ['read-only', 'file-closed', 'not-named', 'number-unreadable', 'number-not-kept'],
  run: async (doing, { file, number }) => {
    const { tx, network, now, record, later, refuse } = doing;
    const row = await heldFile(doing, file);
    const { person } = await openLabel(doing, row);
    if (!person) return refuse('not-named');
    const hers = tx.selectFrom('people.contact_rule').select(['id', 'person_id', 'contact_id', 'kind', 'owner', 'shared', 'sealed_words']).where('network_id', '=', network)
      .where('hub_id', '=', row.hub_id).where('person_id', 'in', [...(await personGroup(tx, person))]).where('ended_at', 'is', null);
    const rules = await (number ? hers.where('contact_id', 'in', await contactsOf(doing, row.hub_id, number)) : hers).execute();
    if (rules.length === 0) refuse('number-not-kept', {}, number ? 'number' : undefined);
    for (const [nth, { id: old, ...rule }] of rules.entries()) {
      const at = toldAt(now, nth);
      const said = newId(at.getTime());
      await tx.updateTable('people.contact_rule').set({ ended_at: at }).where('network_id', '=', network).where('id', '=', old).where('ended_at', 'is', null).execute();
      await tx.insertInto('people.contact_rule').values({
        ...rule, network_id: network, id: said, hub_id: row.hub_id, asked: true, never: true, set_at: at,
      }).execute();
      await later('people.note-safe-contact', { rule: said, hub: row.hub_id, person: rule.person_id, kind: rule.kind }, nth > 0 ? { at } : {});
    }
    await record({ name: 'use-ended', subject: file, body: { many: rules.length } });
    return { file };
  },
});

/** When each of several would have been told at the desk, where they are told one after the other. They hold from now on. */
const toldAt = (now: Date, nth: number): Date => new Date(now.getTime() + nth * 40_000 + (nth > 0 ? randomInt(-12_000, 12_000) : 0));

/** The contacts of this hub that keep this number, met by fingerprint: no number is opened. A number without its country is read in each of ours. */
async function contactsOf({ tx, network, blind, refuse }: Doing<ConfidentialTables>, hub: string, typed: string): Promise<string[]> {
  const read = [...new Set(countries.flatMap((country) => readPhone(typed, country) ?? []))];
  if (read.length === 0) return refuse('number-unreadable', {}, 'number');
  const rows = await tx.selectFrom('people.contact_mark').select('contact_id').where('network_id', '=', network).where('hub_id', '=', hub)
    .where('blind', 'in', read.map((value) => contactMarkOf(blind, { kind: 'phone', value }))).execute();
  return rows.length === 0 ? refuse('number-not-kept', {}, 'number') : rows.map(({ contact_id: contact }) => contact);
}
