import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { peopleSearch } from '../people-search/people-search.ts';
import { closeContactGrant, openContactGrant } from '../public.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { endContact } from '../set-contact/end-contact.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { whoLooked } from '../who-looked/who-looked.ts';
import { writeLifeNote } from '../write-life-note/write-life-note.ts';
import { lifeNotes } from '../write-life-note/life-notes.ts';
import { personContact } from './person-contact.ts';

const known = {
  name: 'خديجة أيت الحاج', phone: '٩٨ ٧٦٥ ٤٣٢', phone_owner: 'neighbour', birth_date: '1984-05-06', id_kind: 'tn-cin', id_number: '07654321',
  consent_answer: 'given', consent_channel: 'written',
};

async function withKnown() {
  const world = await openHub();
  const officer = await world.as('desk_officer');
  const { person } = await act(world.house, officer, registerPerson, known);
  return { ...world, officer, person };
}

/** What the desk does when a visit begins or ends, in a transaction of its own. */
const desk = ({ house, network, hub }: World, actor: Actor, work: (asking: never) => Promise<void>) =>
  inTransaction(house.app, beginFor(actor), (tx, now) => work({ tx, actor, network, hub, now } as never));

describe('the contact of a person', () => {
  it('stays closed without something open for her, and the attempt is noted', async () => {
    const { house, as, officer, person } = await withKnown();
    expect(await ask(house, officer, personContact, { person })).toEqual({ open: false });
    const looks = await ask(house, await as('dpo', { scope: 'hub', name: 'Sami' }), whoLooked, { person });
    expect(looks).toMatchObject([{ action: 'people.person-contact', outcome: 'refused:nothing-open', fields: [] }]);
  });

  it('opens while a ticket is open, notes who looked, and closes with it', async () => {
    const world = await withKnown();
    const { house, officer, person } = world;
    const ticket = newId();
    await desk(world, officer, (asking) => openContactGrant(asking, { person, basis: 'ticket', basisId: ticket }));
    const contact = await ask(house, officer, personContact, { person });
    expect(contact.open && contact.contacts.map(({ kind, value, shared }) => [kind, value, shared])).toEqual([
      ['birth-date', '1984-05-06', false], ['id-number', '07654321', false], ['phone', '+21698765432', true],
    ]);
    const looks = await ask(house, await world.as('dpo', { scope: 'hub' }), whoLooked, { person });
    expect(looks).toMatchObject([{ outcome: 'opened', fields: ['people.person_contact.sealed'] }]);
    expect((await ask(house, officer, peopleSearch, { q: '98765432' })).people.map(({ id }) => id)).toEqual([person]);

    await desk(world, officer, (asking) => closeContactGrant(asking, { basis: 'ticket', basisId: ticket }));
    expect(await ask(house, officer, personContact, { person })).toEqual({ open: false });
    expect((await ask(house, officer, peopleSearch, { q: '98765432' })).total).toBe(0);
  });

  it('cannot be opened by a manager for herself: PostgreSQL refuses the grant', async () => {
    const world = await withKnown();
    const manager = await world.as('hub_manager');
    await expect(desk(world, manager, (asking) => openContactGrant(asking, { person: world.person, basis: 'ticket', basisId: newId() })))
      .rejects.toMatchObject({ code: '42501' });
    await expect(ask(world.house, manager, personContact, { person: world.person })).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('lies in the table as nothing one could read', async () => {
    const world = await withKnown();
    await desk(world, world.officer, (asking) => openContactGrant(asking, { person: world.person, basis: 'ticket', basisId: newId() }));
    const { rows } = await inTransaction(world.house.app, beginFor(world.officer), async (tx) => {
      const { sql } = await import('kysely');
      return sql<{ sealed: Buffer }>`select sealed from people.person_contact where network_id = ${world.network}`.execute(tx);
    });
    expect(rows).toHaveLength(3);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/98765432|07654321|1984/);
  });

  it('takes a new number in place of the old only where something is open for her', async () => {
    const world = await withKnown();
    const { house, officer, person } = world;
    const card = { person, id_kind: 'tn-cin', id_number: '01234567' };
    await expect(act(house, officer, setContact, card)).rejects.toMatchObject({ code: 'people.contact-closed' });
    await desk(world, officer, (asking) => openContactGrant(asking, { person, basis: 'need', basisId: newId() }));
    await act(house, officer, setContact, card);
    const contact = await ask(house, officer, personContact, { person });
    const phone = contact.open ? contact.contacts.find(({ kind }) => kind === 'phone')! : undefined;
    expect(contact.open && contact.contacts.filter(({ kind }) => kind === 'id-number').map(({ value }) => value)).toEqual(['01234567']);
    await act(house, officer, endContact, { contact: phone!.id });
    expect((await ask(house, officer, peopleSearch, { q: '98765432' })).total).toBe(0);
  });

  it('refuses what cannot be right, and everything she did not agree to', async () => {
    const { house, officer, person } = await withKnown();
    const { person: silent } = await act(house, officer, registerPerson, { name: 'Rim Gharbi', birth_year: 1990 });
    const set = (given: object) => act(house, officer, setContact, given);
    await expect(set({ person })).rejects.toMatchObject({ code: 'people.nothing-to-set' });
    await expect(set({ person: silent, address: '84 rue du Pacha' })).rejects.toMatchObject({ code: 'people.contact-without-consent' });
    await expect(set({ person: silent, birth_date: '2199-01-01' })).rejects.toMatchObject({ code: 'people.born-in-the-future' });
    await expect(set({ person: silent, birth_date: '1991-01-01' })).rejects.toMatchObject({ code: 'people.birth-does-not-agree' });
  });
});

describe('a note on her life', () => {
  it('is read again by its writer alone, and only while something is open', async () => {
    const world = await withKnown();
    const { house, officer, person } = world;
    await act(house, officer, writeLifeNote, { person, kind: 'household', note: 'تعيل ثلاثة أطفال' });
    expect(await ask(house, officer, lifeNotes, { person })).toEqual([]);
    await desk(world, officer, (asking) => openContactGrant(asking, { person, basis: 'ticket', basisId: newId() }));
    expect(await ask(house, officer, lifeNotes, { person })).toMatchObject([{ kind: 'household', note: 'تعيل ثلاثة أطفال' }]);
    expect(await ask(house, await world.as('desk_officer'), lifeNotes, { person })).toEqual([]);
  });
});
