import { expect, it } from 'vitest';
import { isCertified } from '#core/crypto/certificate.ts';
import { signingKey } from '#core/chain/signing.ts';
import { act, ask } from '#core/pipeline.ts';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { peopleSearch } from '#modules/people/people-search/people-search.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { findPeople } from '#modules/people/public.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { setHold } from '../hold/set-hold.ts';
import { openRequest } from '../open-request/open-request.ts';
import { carryOutErasure } from './carry-out-erasure.ts';
import { decideErasure } from './decide-erasure.ts';
import { erasureCertificate } from './erasure-certificate.query.ts';
import { settleErasure } from './settle-erasure.ts';

async function asked() {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني');
  await act(world.house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  const ticket = await desk.visit(person);
  await act(world.house, desk.officer, setContact, { person, phone: '+216 22 345 678', phone_owner: 'self' });
  await act(world.house, desk.officer, writeListeningNote, { ticket, note: 'canary-listening' });
  const { request } = await act(world.house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'birth_date'], wish: 'canary-wish' });
  return { world, desk, person, request, dpo: await world.as('dpo') };
}

it('erases what tells who she is everywhere, destroys her key, keeps what happened, and certifies it', async () => {
  const { world, desk, person, request, dpo } = await asked();
  const { house, network } = world;
  const eventsBefore = await ownerQuery(house, 'select id from core.event where network_id = $1 and person_id = $2', [network, person]);
  await act(house, dpo, decideErasure, { request, decision: 'erase' });
  await act(house, jobOf(network), carryOutErasure, { request });
  await act(house, jobOf(network), settleErasure, { person });
  const rows = await everyOrdinaryRow(world);
  for (const canary of ['الورتاني', 'زينب', '22345678', 'canary-listening', 'canary-wish']) expect(rows).not.toContain(canary);
  expect((await ask(house, desk.officer, peopleSearch, {})).people.map(({ id }) => id)).not.toContain(person);
  expect(await ownerQuery(house, 'select name, birth_year, erased_at is not null as gone from people.person where id = $1', [person])).toEqual([{ name: '—', birth_year: null, gone: true }]);
  expect((await ownerQuery(house, 'select id from core.event where network_id = $1 and person_id = $2', [network, person])).length).toBeGreaterThan(eventsBefore.length);
  await expect(house.keys.personKey(network, person, world.hub)).rejects.toMatchObject({ name: 'KeyDestroyed' });
  expect(await house.keys.erasedOf(network, [person])).toEqual([person]);
  const { file, said } = await ask(house, dpo, erasureCertificate, { request });
  const key = signingKey(house.keyFor('chain-heads'));
  expect(said).toMatchObject({ kind: 'hadina-erasure', persons: [person] });
  expect(isCertified(key, file.certificate, Buffer.from(file.signature, 'base64url'))).toBe(true);
  expect(isCertified(key, file.certificate.replace('asked', 'retention'), Buffer.from(file.signature, 'base64url'))).toBe(false);
  expect(rows).not.toContain('people.name_word\n(');
  const web = await openWeb(world);
  const sheet = await (await web.get(`/rights/${request}/certificate?in=fr`, dpo)).text();
  expect(sheet).toContain('Attestation d’effacement');
  expect((await web.get(`/certificates/${request}`, dpo)).headers.get('content-type')).toContain('application/json');
  expect((await web.get(`/people/${person}`, desk.officer)).status).toBe(200);
  void findPeople;
});

it('two people: neither who wrote it down nor anybody while it is held back; once only', async () => {
  const { world, desk, request, dpo, person } = await asked();
  const { house } = world;
  const manager = await world.as('hub_manager');
  await expect(act(house, desk.officer, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
  await expect(act(house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] })).rejects.toMatchObject({ code: 'rights.already-asked' });
  await expect(act(house, dpo, setHold, { request, why: 'law', until: '2020-01-01' })).rejects.toMatchObject({ code: 'rights.day-is-past' });
  await act(house, dpo, setHold, { request, why: 'law', until: '2090-01-01' });
  await expect(act(house, manager, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: 'rights.held' });
  await expect(act(house, manager, decideErasure, { request, decision: 'refuse' })).rejects.toMatchObject({ code: 'rights.say-why' });
  await act(house, manager, decideErasure, { request, decision: 'refuse', reason: 'law' });
  await expect(act(house, dpo, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: 'rights.answered-already' });
  await expect(ownerQuery(house, `update rights.request set state = 'decided', reason = null, answered_by = asked_by where id = $1`, [request])).rejects.toMatchObject({ code: '23514' });
});

it('who asked for an erasure may not decide it, whatever role she holds', async () => {
  const { world } = await asked();
  const desk = await openDesk(world, await world.as('desk_officer', { also: ['hub_manager'] } as never));
  const person = await desk.person('سلمى بن عمر');
  const { request } = await act(world.house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] });
  const both = { ...desk.officer, roles: [...desk.officer.roles, ...(await world.as('hub_manager')).roles] };
  await expect(act(world.house, both, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: 'rights.four-eyes' });
});
