import type { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { contactIsOpen } from '../contact/contact-is-open.ts';
import { action, type PeopleTables } from '../people.ts';
import type { SafeHours } from './may-contact.ts';
import { setSafeContactInput } from './safe-contact.input.ts';

/**
 * Notes how a phone or an e-mail address may be used, as she said it: whose it is, by which ways, on which days and hours, whether a
 * word may be left, what to say when somebody else answers (sealed), or never. It takes the place of what was noted before.
 */
export const setSafeContact = action({
  name: 'set-safe-contact',
  says: 'Notes how a person’s phone or e-mail address may safely be used.',
  input: setSafeContactInput,
  refuses: ['way-missing', 'never-or-ways', 'way-of-another-kind', 'voicemail-of-others', 'hours-incomplete', 'hours-backwards'],
  run: async (doing, input) => {
    const { tx, network, hub, now, vault } = doing;
    const old = (await tx.updateTable('people.contact_rule').set({ ended_at: now })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('contact_id', '=', input.contact).where('ended_at', 'is', null)
      .returning(['person_id', 'kind', 'sealed_words', 'asked']).executeTakeFirst()) ?? doing.absent();
    // What she once said is loosened only by whoever may open her contact now; a first answer, or "never", needs no reason.
    if (old.asked && !input.never && !(await contactIsOpen(doing, old.person_id))) doing.absent();
    const shared = input.shared || input.owner !== 'self';
    mustAgree(doing, old.kind, shared, input);
    const person = old.person_id;
    // Sealed for the contact, not for this row: what was said before stays when nothing new is said.
    const place = { person, table: 'people.contact_rule', column: 'sealed_words', row: input.contact };
    const words = input.words ? await vault.seal(place, input.words) : input.forget_words ? null : old.sealed_words;
    const id = newId(now.getTime());
    await tx.insertInto('people.contact_rule').values({
      network_id: network, id, hub_id: hub, person_id: person, contact_id: input.contact, kind: old.kind, owner: input.owner, shared, asked: true,
      never: input.never, channels: input.channels, hours: JSON.stringify(input.never ? [] : hoursOf(doing, input)), voicemail: input.voicemail && !input.never,
      sealed_words: words, set_at: now, set_by: null, ended_at: null,
    }).execute();
    // Who wrote it down stands nowhere: whatever was said elsewhere would otherwise be known by lacking it.
    await doing.later('people.note-safe-contact', { rule: id, hub, person, kind: old.kind }, { tells: true });
    return { person };
  },
});

type Input = z.output<typeof setSafeContactInput>;

/** What cannot be meant so is asked again rather than guessed. */
function mustAgree({ refuse }: Doing<PeopleTables>, kind: 'phone' | 'email', shared: boolean, { never, channels, voicemail }: Input): void {
  if (never && channels.length > 0) refuse('never-or-ways', {}, 'never');
  if (!never && channels.length === 0) refuse('way-missing', {}, 'channels');
  if (channels.some((channel) => (channel === 'email') !== (kind === 'email'))) refuse('way-of-another-kind', {}, 'channels');
  if (voicemail && shared) refuse('voicemail-of-others', {}, 'voicemail');
}

/** Her hours, one line for each day. */
function hoursOf({ refuse }: Doing<PeopleTables>, input: Input): SafeHours[] {
  return (['first', 'second'] as const).flatMap((name) => {
    const { days = [], opens, closes } = input[name] ?? {};
    if (days.length === 0 && !opens && !closes) return [];
    if (days.length === 0 || !opens || !closes) return refuse('hours-incomplete', {}, `${name}.${days.length === 0 ? 'days' : opens ? 'closes' : 'opens'}`);
    if (closes <= opens) return refuse('hours-backwards', {}, `${name}.closes`);
    return days.map((day) => ({ weekday: Number(day), opens, closes }));
  });
}
