import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { outbox } from '#modules/messages/outbox/outbox.query.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import { sendReleased } from '#modules/messages/release/send-released.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { safeContact } from '#modules/people/safe-contact/safe-contact.query.ts';
import { setSafeContact } from '#modules/people/safe-contact/set-safe-contact.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from '../kit.ts';
import type { Random } from '../random.ts';
import { inventedName } from '../town/invented-name.ts';

const allDay = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { first: { opens: '00:00', closes: '12:00' }, second: { opens: '12:00', closes: '23:59' } }]));
const GATEWAY = 'https://gateway.example/send';

interface Sent { readonly to: string; readonly text: string }
interface Counter { readonly world: World; readonly officer: Actor; readonly job: Actor; readonly house: House; readonly sent: Sent[] }

/**
 * Sends through the outbox itself, to a gateway that only listens: what arrives must be exactly what she agreed to, also where she
 * changed her mind while the message waited.
 */
export async function sendingFaults(kit: Kit, cases: number): Promise<{ cases: number; left: number; faults: string[] }> {
  const before = process.env.SMS_GATEWAY_URL;
  process.env.SMS_GATEWAY_URL = GATEWAY;
  try {
    const counter = await openCounter();
    const faults: string[] = [];
    let left = 0;
    for (let i = 0; i < cases; i++) {
      const one = await sendOnce(kit.random, counter, i);
      left += one.left;
      faults.push(...one.faults);
    }
    return { cases, left, faults: left === 0 ? [...faults, 'not one message left: nothing is proved'] : faults };
  } finally {
    if (before === undefined) delete process.env.SMS_GATEWAY_URL;
    else process.env.SMS_GATEWAY_URL = before;
  }
}

async function openCounter(): Promise<Counter> {
  const world = await openHub();
  const { house, network } = world;
  await act(house, await world.as('hub_manager'), setHubHours, { ordinary: allDay });
  const sent: Sent[] = [];
  const outbound: House['outbound'] = {
    check: async () => null,
    send: async (_, { body } = {}) => { sent.push(JSON.parse(body!) as Sent); return { status: 202, headers: {}, body: Buffer.alloc(0), milliseconds: 1 }; },
  };
  return { world, officer: await world.as('desk_officer'), job: { network, account: null, person: null, hub: null, roles: [], app: 'job' }, house: { ...house, outbound }, sent };
}

const changes = ['nothing', 'consent-withdrawn', 'never', 'way-closed', 'too-early'] as const;

async function sendOnce(random: Random, { world, house, officer, job, sent }: Counter, i: number): Promise<{ left: number; faults: string[] }> {
  const number = `20${String(100_000 + i)}`;
  // The first of all may leave, and every change of mind meets somebody who agreed.
  const [agrees, own] = i < changes.length ? [true, true] : [!random.once(5), !random.once(4)];
  const { person } = await act(house, officer, registerPerson, {
    name: inventedName(random), birth_year: 1_950 + random.below(50), phone: number, phone_owner: own ? 'self' : 'household', consent_answer: 'given', consent_channel: 'written', ...(await seen(house, officer, i)),
  });
  const consent = agrees ? (await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'fr' })).consent : null;
  const contact = (await ask(house, officer, safeContact, { person }))[0]!.id;
  const change = i < changes.length ? changes[i]! : random.pick(changes);
  const { message } = await act(house, job, queueMessage, { hub: world.hub, person, template: 'come-by', params: {} });
  if (change === 'consent-withdrawn' && consent) await act(house, officer, withdrawConsent, { consent });
  if (change === 'never') await act(house, officer, setSafeContact, { contact, owner: 'self', never: 'on' });
  if (change === 'way-closed') await act(house, officer, setSafeContact, { contact, owner: 'self', channels: ['call'] });
  if (change !== 'too-early') {
    await ownerQuery(house, `update messages.message set queued_at = queued_at - interval '11 minutes', due_at = due_at - interval '11 minutes' where id = $1`, [message!]);
  }
  const had = sent.length;
  await sendReleased(house, job, { message: message! });
  const arrived = sent.slice(had);
  const should = agrees && own && change === 'nothing';
  const state = (await ask(house, officer, outbox, {})).messages.find(({ id }) => id === message)?.state;
  const told = `message ${i} (${agrees ? 'agreed' : 'not agreed'}, ${own ? 'own' : 'household'}, ${change})`;
  return {
    left: arrived.length,
    faults: [
      ...(arrived.length !== Number(should) ? [`${told}: ${arrived.length} arrived, ${Number(should)} should`] : []),
      ...(should && (arrived[0]?.to !== `+216${number}` || state !== 'sent') ? [`${told}: went to another number or stands as ${state}`] : []),
    ],
  };
}

/** Invented names meet again: whoever looks like somebody known was looked at first. */
const seen = async (house: House, officer: Actor, i: number): Promise<{ seen_duplicates?: string[] }> => {
  const rows = await ownerQuery<{ id: string }>(house, 'select id from people.person where network_id = $1', [officer.network]);
  return i === 0 ? {} : { seen_duplicates: rows.map(({ id }) => id) };
};
