import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../routes.tsx';
import { personContact } from '../person-contact/person-contact.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { seePaper } from './see-paper.ts';

const consent = { consent_answer: 'given', consent_channel: 'written', consent_language: 'ar-TN' };

async function withPapers(given: Record<string, unknown>, country: 'TN' | 'MA' = 'TN') {
  const world = await openHub({ country });
  const desk = await openDesk(world);
  const { person } = await act(world.house, desk.officer, registerPerson, { name: 'Rim Gharbi', ...consent, ...given });
  const papers = async (by: Actor = desk.officer) => {
    const contact = await ask(world.house, by, personContact, { person });
    return contact.open ? contact.contacts.filter(({ kind }) => kind === 'id-number') : null;
  };
  return { ...world, desk, person, papers };
}

describe('identity papers', () => {
  it.each([
    ['TN', 'tn-cin', '01234567'], ['TN', 'passport', 'X123456'], ['TN', 'unhcr', '245-18C00456'], ['MA', 'ma-cnie', 'BK123456'], ['MA', 'ma-idcs', '1234567890'],
  ] as const)('of %s: %s is sealed, and read while something is open', async (country, id_kind, id_number) => {
    const { desk, person, papers, house, network } = await withPapers({ id_kind, id_number }, country);
    expect(await papers()).toBeNull();
    await desk.visit(person);
    expect(await papers()).toMatchObject([{ idKind: id_kind, value: id_number.replaceAll('-', ''), seen: null }]);
    const rows = await ownerQuery<{ row: string }>(house, `select t::text as row from people.person_contact t where network_id = '${network}'`);
    expect(rows.map(({ row }) => row).join()).not.toContain(id_number.replaceAll('-', ''));
  });

  it('"none" and "not shown" are answers, kept sealed with her yes, heard without it', async () => {
    for (const id_kind of ['none', 'not-shown']) {
      const { desk, person, papers } = await withPapers({ id_kind });
      await desk.visit(person);
      expect(await papers()).toMatchObject([{ idKind: id_kind }]);
      const silent = await withPapers({ id_kind, consent_answer: 'refused' });
      await silent.desk.visit(silent.person);
      expect(await silent.papers()).toEqual([]);
    }
  });

  it('a number takes the place of "none"; another paper stands beside it', async () => {
    const { house, desk, person, papers } = await withPapers({ id_kind: 'none' });
    await desk.visit(person);
    await act(house, desk.officer, setContact, { person, id_kind: 'tn-cin', id_number: '01234567' });
    await act(house, desk.officer, setContact, { person, id_kind: 'passport', id_number: 'X123456', id_seen: 'on' });
    expect((await papers())!.map(({ idKind, seen }) => [idKind, seen !== null])).toEqual([['tn-cin', false], ['passport', true]]);
  });

  it('says who saw the paper, once, and only at a desk where something is open', async () => {
    const world = await withPapers({ id_kind: 'tn-cin', id_number: '01234567' });
    const { house, network, desk, person, papers } = world;
    const [{ id: contact }] = await ownerQuery<{ id: string }>(house, `select id from people.person_contact where network_id = '${network}'`) as [{ id: string }];
    await expect(act(house, desk.officer, seePaper, { contact })).rejects.toBeInstanceOf(NotFound);
    await desk.visit(person);
    const page = await (await (await openWeb(world)).get(`/people/${person}/contact`, desk.officer)).text();
    expect(page).toContain(`/people/${person}/contact/${contact}/seen`);
    await act(house, desk.officer, seePaper, { contact });
    expect((await papers())![0]!.seen).toMatchObject({ who: expect.any(String), at: expect.any(Date) });
    await expect(act(house, desk.officer, seePaper, { contact })).rejects.toMatchObject({ code: 'people.paper-seen-already' });
  });
});
