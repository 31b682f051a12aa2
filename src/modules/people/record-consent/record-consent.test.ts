import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { hasConsent } from '../public.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { withdrawConsent } from '../withdraw-consent/withdraw-consent.ts';
import { recordConsent } from './record-consent.ts';

async function withPerson(options: { country?: 'TN' | 'MA'; birth_year?: number } = {}) {
  const world = await openHub({ country: options.country ?? 'TN' });
  const officer = await world.as('desk_officer');
  const { person } = await act(world.house, officer, registerPerson, { name: 'Aïcha Mansouri', birth_year: options.birth_year });
  return { ...world, officer, person };
}
const holds = ({ house }: World, actor: Actor, person: string) =>
  inTransaction(house.app, beginFor(actor), (tx) => hasConsent(tx, person, 'image'));

describe('consent', () => {
  it('counts from her yes until she takes it back, each purpose apart', async () => {
    const world = await withPerson();
    const { house, officer, person } = world;
    const yes = { person, answer: 'given', channel: 'written', language: 'fr' };
    await act(house, officer, recordConsent, { ...yes, purpose: 'story' });
    expect(await holds(world, officer, person)).toBe(false);
    const { consent } = await act(house, officer, recordConsent, { ...yes, purpose: 'image' });
    expect(await holds(world, officer, person)).toBe(true);
    expect(await act(house, officer, withdrawConsent, { consent })).toEqual({ person });
    expect(await holds(world, officer, person)).toBe(false);
    await expect(act(house, officer, withdrawConsent, { consent })).rejects.toMatchObject({ code: 'people.nothing-to-withdraw' });
    const { consents } = await ask(house, officer, personSheet, { person });
    expect(consents.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt !== null])).toEqual([['image', true], ['story', false]]);
  });

  it('takes a no without witness, and her newest answer counts', async () => {
    const world = await withPerson();
    const { house, officer, person } = world;
    await act(house, officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'fr' });
    await act(house, officer, recordConsent, { person, purpose: 'image', answer: 'refused', channel: 'oral-witness', language: 'ar-TN' });
    expect(await holds(world, officer, person)).toBe(false);
  });

  it('said aloud is heard by a colleague of this hub who is not the asker', async () => {
    const { house, as, secondHub, officer, person } = await withPerson();
    const say = (witness?: string | null) =>
      act(house, officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'thumbprint', language: 'ar-TN', witness: witness ?? '' });
    await expect(say()).rejects.toMatchObject({ code: 'people.witness-needed' });
    await expect(say(officer.account)).rejects.toMatchObject({ code: 'people.witness-is-asker' });
    const stranger = await (await secondHub()).as('desk_officer');
    await expect(say(stranger.account)).rejects.toMatchObject({ code: 'people.witness-not-here' });
    await expect(say((await as('coach')).account)).resolves.toHaveProperty('consent');
  });

  it('of a minor needs guardian and judge in Tunisia, the guardian in Morocco', async () => {
    const birth_year = new Date().getUTCFullYear() - 15;
    for (const [country, guardian] of [['TN', 'guardian-and-judge'], ['MA', 'guardian']] as const) {
      const { house, officer, person } = await withPerson({ country, birth_year });
      const yes = { person, purpose: 'image', answer: 'given', channel: 'written', language: 'fr' };
      await expect(act(house, officer, recordConsent, yes)).rejects.toMatchObject({ code: 'people.minor-needs-guardian' });
      if (country === 'TN') await expect(act(house, officer, recordConsent, { ...yes, guardian: 'guardian' })).rejects.toMatchObject({ code: 'people.minor-needs-guardian' });
      await expect(act(house, officer, recordConsent, { ...yes, guardian })).resolves.toHaveProperty('consent');
    }
  });

  it('of a person of another hub is no business of this one', async () => {
    const { house, secondHub, officer, person } = await withPerson();
    const { consent } = await act(house, officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'fr' });
    const stranger = await (await secondHub()).as('desk_officer');
    await expect(act(house, stranger, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'fr' })).rejects.toBeInstanceOf(NotFound);
    await expect(act(house, stranger, withdrawConsent, { consent })).rejects.toBeInstanceOf(NotFound);
  });
});
