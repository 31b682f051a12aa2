import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import type { Country } from '#core/words/locale.ts';
import { handOverSafely } from '#modules/confidential/hand-over-safely/hand-over-safely.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { decideDutyToAlert } from '../alert-duty/decide-duty-to-alert.ts';
import { setConsentLengths } from '../consent-rules/set-consent-lengths.ts';
import type { SharedField } from '../consent/consent-table.ts';
import { endConsents } from '../end-consents/end-consents.ts';
import { endingConsents } from '../ending-consents/ending-consents.query.ts';
import { personConsents } from '../person-consents/person-consents.query.ts';
import { consentInForce } from '../public.ts';
import { withdrawConsent } from '../withdraw-consent/withdraw-consent.ts';
import { recordConsent } from './record-consent.ts';

const DAY = 86_400_000;
const inDays = dayAtHub;
const yes = { answer: 'given', channel: 'written', language: 'ar' } as const;

async function open(country: Country = 'TN', birthYear = 1988) {
  const world = await openHub({ country });
  const desk = await openDesk(world);
  const directory = await openDirectory(world);
  return { world, desk, officer: desk.officer, person: await desk.person('خديجة العيادي', birthYear), first: await directory.body(), second: await directory.body({ fr: 'Autre association' }) };
}
const may = ({ house }: World, actor: Actor, person: string, recipient: string, fields: SharedField[], at?: Date) =>
  inTransaction(house.app, beginFor(actor), async (tx) => (await consentInForce(tx, person, 'sharing', { recipient, fields, at })) !== undefined);

describe('sharing', () => {
  it('is agreed with one partner, for the fields named, until the day said', async () => {
    const { world, officer, person, first, second } = await open();
    await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'sharing', recipient: first, fields: ['need', 'name'], until: inDays(3) });
    expect(await may(world, officer, person, first, ['name'])).toBe(true);
    expect(await may(world, officer, person, first, ['name', 'phone'])).toBe(false);
    expect(await may(world, officer, person, second, ['name'])).toBe(false);
    expect(await may(world, officer, person, first, ['name'], new Date(Date.now() + 5 * DAY))).toBe(false);
    const elsewhere = await (await world.secondHub()).as('desk_officer');
    expect(await may(world, elsewhere, person, first, ['name'])).toBe(false);
  });

  it('a no to every partner ends what was agreed with each; a yes to one afterwards is for that one', async () => {
    const { world, officer, person, first, second } = await open();
    for (const recipient of [first, second]) await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'sharing', recipient, fields: ['name'] });
    await act(world.house, officer, recordConsent, { ...yes, answer: 'refused', person, purpose: 'sharing' });
    expect([await may(world, officer, person, first, []), await may(world, officer, person, second, [])]).toEqual([false, false]);
    await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'sharing', recipient: second, fields: ['name'] });
    expect([await may(world, officer, person, first, []), await may(world, officer, person, second, [])]).toEqual([false, true]);
    const { standings } = await ask(world.house, officer, personConsents, { person });
    expect(standings.filter(({ purpose }) => purpose === 'sharing').map(({ recipient, state }) => [recipient, state]).sort()).toEqual([[first, 'refused'], [second, 'given'], [null, 'refused']].sort());
  });

  it('taken back, older answers about the same partner do not wake up again', async () => {
    const { world, officer, person, first } = await open();
    const said = { ...yes, person, purpose: 'sharing', recipient: first, fields: ['name'] };
    await act(world.house, officer, recordConsent, said);
    const { consent } = await act(world.house, officer, recordConsent, said);
    await act(world.house, officer, withdrawConsent, { consent });
    expect(await may(world, officer, person, first, [])).toBe(false);
    expect(await ownerQuery(world.house, "select id from people.consent where person_id = $1 and purpose = 'sharing' and withdrawn_at is null", [person])).toEqual([]);
  });

  it('names a partner that is known, and what may be told', async () => {
    const { world, officer, person, first } = await open();
    const say = (more: object) => act(world.house, officer, recordConsent, { ...yes, person, purpose: 'sharing', ...more });
    await expect(say({ fields: ['name'] })).rejects.toMatchObject({ code: 'people.partner-needed' });
    await expect(say({ fields: ['name'], recipient: first, recipient_hub: world.hub })).rejects.toMatchObject({ code: 'people.partner-needed' });
    await expect(say({ fields: ['name'], recipient: person })).rejects.toMatchObject({ code: 'people.partner-unknown' });
    await expect(say({ fields: ['name'], recipient_hub: world.hub })).rejects.toMatchObject({ code: 'people.partner-unknown' });
    await expect(say({ recipient: first })).rejects.toMatchObject({ code: 'people.fields-needed' });
    await expect(say({ fields: ['name'], recipient_hub: (await world.secondHub()).hub })).resolves.toHaveProperty('consent');
  });
});

describe('the end of a consent', () => {
  it('is the day she named, else as long as the network says; never past, never beyond ten years', async () => {
    const { world, officer, person } = await open();
    const say = (until?: string) => act(world.house, officer, recordConsent, { ...yes, person, purpose: 'image', until });
    await expect(say(inDays(-1))).rejects.toMatchObject({ code: 'people.until-past' });
    await expect(say(inDays(3_700))).rejects.toMatchObject({ code: 'people.until-too-far' });
    const days = { service: 10, 'known-elsewhere': 10, sharing: 10, contact: 10, image: 45, introductions: 10, story: 10, research: 10 };
    await expect(act(world.house, officer, setConsentLengths, { days })).rejects.toMatchObject({ code: 'core.role-missing' });
    await act(world.house, await world.as('network_admin'), setConsentLengths, { days });
    await say();
    const { answers } = await ask(world.house, officer, personConsents, { person });
    expect((answers[0]!.untilAt!.getTime() - answers[0]!.answeredAt.getTime()) / DAY).toBe(45);
  });

  it('stands on the list of what ends soon until it is asked again, and the night notes what is over', async () => {
    const { world, officer, person } = await open();
    const list = async () => (await ask(world.house, officer, endingConsents, {})).consents.map(({ purpose, over }) => [purpose, over]);
    await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'image', until: inDays(4) });
    await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'story' });
    expect(await list()).toEqual([['image', false]]);
    // The database's clock cannot be moved in a test: the answer and its end are set back together.
    await ownerQuery(world.house, "update people.consent set answered_at = answered_at - interval '9 days', until_at = until_at - interval '9 days' where person_id = $1 and purpose = 'image'", [person]);
    expect(await list()).toEqual([['image', true]]);
    const job: Actor = { network: world.network, account: null, person: null, hub: null, roles: [], app: 'job' };
    expect(await act(world.house, job, endConsents, {})).toEqual({ ended: 1 });
    expect(await act(world.house, job, endConsents, {})).toEqual({ ended: 0 });
    const { standings } = await ask(world.house, officer, personConsents, { person });
    expect(standings.find(({ purpose }) => purpose === 'image')!.state).toBe('expired');
    await act(world.house, officer, recordConsent, { ...yes, person, purpose: 'image' });
    expect(await list()).toEqual([]);
  });
});

describe('a minor', () => {
  const fifteen = new Date().getUTCFullYear() - 15;

  it.each(['ES', 'JO', 'PS'] as const)('says no yes where the law was not studied (%s), and is helped and handed over all the same', async (country) => {
    const { world, desk, officer, person } = await open(country, fifteen);
    for (const guardian of [undefined, 'guardian', 'guardian-and-judge']) {
      await expect(act(world.house, officer, recordConsent, { ...yes, person, purpose: 'image', guardian })).rejects.toMatchObject({ code: 'people.minor-path-unchecked' });
    }
    await expect(act(world.house, officer, recordConsent, { ...yes, answer: 'refused', person, purpose: 'service' })).resolves.toHaveProperty('consent');
    const visit = await desk.visit(person);
    await expect(act(world.house, officer, handOverSafely, { ticket: visit })).resolves.toEqual({});
  });

  it('is handed over for protection by any colleague, whatever was answered, in Tunisia too', async () => {
    const { world, officer, person } = await open('TN', fifteen);
    await act(world.house, officer, recordConsent, { ...yes, answer: 'refused', person, purpose: 'sharing' });
    await expect(act(world.house, await world.as('coach'), handOverSafely, { person })).resolves.toEqual({});
  });

  it('the page tells the law, that no lawyer read it, and what a human decided about alerts', async () => {
    const { world, officer, person } = await open('TN', fifteen);
    const { minor } = await ask(world.house, officer, personConsents, { person });
    expect(minor).toMatchObject({ law: { path: ['guardian-and-judge'], checkedByLawyer: false }, duty: undefined });
    const admin = await world.as('network_admin');
    await expect(act(world.house, officer, decideDutyToAlert, { country: 'TN', decision: 'applies', reason: 'x' })).rejects.toMatchObject({ code: 'core.role-missing' });
    await act(world.house, admin, decideDutyToAlert, { country: 'TN', decision: 'undecided', reason: 'Question posée à l’avocate.' });
    await act(world.house, admin, decideDutyToAlert, { country: 'TN', decision: 'applies', reason: 'Avis de l’avocate du réseau.' });
    expect((await ask(world.house, officer, personConsents, { person })).minor!.duty).toMatchObject({ decision: 'applies', reason: 'Avis de l’avocate du réseau.' });
    expect(await ownerQuery(world.house, 'select id from people.alert_duty where network_id = $1', [world.network])).toHaveLength(2);
  });
});

it('refusing everything costs no service: she is received, heard and sent nowhere without her word', async () => {
  const { world, desk, officer, person } = await open();
  for (const purpose of ['service', 'known-elsewhere', 'sharing', 'contact', 'image', 'introductions', 'story', 'research']) {
    await act(world.house, officer, recordConsent, { ...yes, answer: 'refused', channel: 'oral-witness', person, purpose });
  }
  await expect(act(world.house, officer, openTicket, { via: 'walk-in', reason: 'project' })).resolves.toHaveProperty('ticket');
  const visit = await desk.visit(person);
  expect((await desk.sheet(visit)).person).toMatchObject({ id: person });
  const { standings } = await ask(world.house, officer, personConsents, { person });
  expect(new Set(standings.map(({ state }) => state))).toEqual(new Set(['refused']));
});
