import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { personCard, reasonOf, waysToReach } from '#modules/people/public.ts';
import { openChannels } from '../carriers/carriers.ts';
import { query, type TextChannel } from '../messages.ts';
import { HELD_MINUTES } from '../queue/keep-message.ts';
import { languageFor } from '../template/language-for.ts';
import { messageText } from '../template/message-text.ts';
import { templateNames, templates } from '../template/templates.ts';

/** Before one writes to somebody: who she is by two marks, by which ways and when a message could leave, and the texts in her language. */
export const waysToWrite = query({
  name: 'ways-to-write',
  says: 'Shows by which ways a person may be written to, and with which texts.',
  purpose: 'contact',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, now, absent }, { person }) => {
    const card = (await personCard(tx, person)) ?? absent();
    const house = (await hubCard(tx, hub)) ?? absent();
    const channels = openChannels(house.demo);
    const at = new Date(now.getTime() + HELD_MINUTES * 60_000);
    const ways = await waysToReach(tx, { network, hub, person, channels, at, purpose: 'invitation' });
    const lang = languageFor(card.languages);
    return {
      card, callsBack: house.phone !== null,
      ways: ways.flatMap(({ contact, channel, from }) => (from ? [{ contact: contact.id, kind: contact.kind, owner: contact.owner, channel: channel as TextChannel, from }] : [])),
      reason: channels.length === 0 ? ('no-way-out' as const) : reasonOf(ways),
      texts: templateNames.filter((name) => !templates[name].dated).map((template) => ({ template, text: messageText({ template, lang, params: { call_back: false, date: undefined, time: undefined } }, house) })),
    };
  },
});
