import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../people.ts';
import { personCard } from '../person/person-card.ts';
import { channels } from './may-contact.ts';
import { waysToReach } from './ways-to-reach.ts';

/**
 * How a person may be reached from this hub: each phone and address without its number, how it may be used, and what the gate
 * says of it now. Nothing sealed is opened.
 */
export const safeContact = query({
  name: 'safe-contact',
  says: 'Shows how a person may safely be reached, without her numbers.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network, hub, now, absent }, { person }) => {
    if (!(await personCard(tx, person))) absent();
    const ways = await waysToReach(tx, { network, hub, person, channels, at: now, purpose: 'follow-up' });
    const contacts = [...new Map(ways.map(({ contact }) => [contact.id, contact])).values()];
    return contacts.sort((a, b) => Number(b.owner === 'self') - Number(a.owner === 'self') || b.setAt.getTime() - a.setAt.getTime()).map((contact) => ({
      ...contact,
      ways: ways.filter((way) => way.contact.id === contact.id && (way.channel === 'email') === (contact.kind === 'email') && way.reason !== 'not-agreed')
        .map(({ channel, allow, reason, from }) => ({ channel, allow, reason, from })),
    }));
  },
});

export type ReachCard = Awaited<ReturnType<typeof safeContact.spec.run>>[number];
