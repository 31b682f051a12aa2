import { z } from 'zod';
import { choice, id, text, yes } from '#core/input.ts';
import { action, textChannels, type TextChannel } from '../messages.ts';
import { keepMessage, routeOf } from '../queue/keep-message.ts';
import { isFilled, messageParams, templateNames } from '../template/templates.ts';

/** `contact:channel` as one choice of the form. */
const way = text(60).refine((typed) => wayOf(typed) !== undefined, { message: 'choose-one' });

/**
 * Sends one text of the closed list to a person, by the way that was chosen among those the gate allows. Whoever sends has looked at
 * two marks of the person; the message is held for ten minutes.
 */
export const sendByHand = action({
  name: 'send-by-hand',
  says: 'Sends a person one of the fixed texts, after looking twice that it is she.',
  purpose: 'contact',
  input: z.strictObject({
    person: id(), template: choice(templateNames), ...messageParams, way, confirm_name: yes(), confirm_second: yes(),
  }),
  refuses: ['recipient-not-confirmed', 'text-not-filled', 'may-not-reach', 'same-waits'],
  run: async (doing, { person, template, date, time, call_back, way: chosen, confirm_name, confirm_second }) => {
    const params = { date, time, call_back };
    if (!isFilled(template, params)) doing.refuse('text-not-filled', {}, template === 'appointment' && date ? 'time' : 'date');
    if (!confirm_name || !confirm_second) doing.refuse('recipient-not-confirmed', {}, confirm_name ? 'confirm_second' : 'confirm_name');
    // What one sends by hand is about the person herself: the same text never waits twice for her, also from two tabs.
    const wish = { hub: doing.hub, person, template, params, way: wayOf(chosen), basis: 'by-hand', basisId: person };
    const route = await routeOf(doing, wish);
    // Codes that steer a choice of words are letters and underscores.
    if ('reason' in route) return doing.refuse('may-not-reach', { reason: route.reason.replaceAll('-', '_') });
    const kept = (await keepMessage(doing, wish, route)) ?? doing.refuse('same-waits');
    return { message: kept.message };
  },
});

function wayOf(typed: string): { contact: string; channel: TextChannel } | undefined {
  const [contact = '', channel = ''] = typed.split(':');
  const known = textChannels.find((each) => each === channel);
  return known && id().safeParse(contact).success ? { contact, channel: known } : undefined;
}
