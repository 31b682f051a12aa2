import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { enrolKnownPerson } from '#modules/people/enrol-known-person/enrol-known-person.ts';
import { mergePersons } from '#modules/people/merge-persons/merge-persons.ts';
import { proposeMerge } from '#modules/people/merge-persons/propose-merge.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { answerRequest } from '../answer-request/answer-request.ts';
import { setHold } from '../hold/set-hold.ts';
import { openRequest } from '../open-request/open-request.ts';
import { carryOutErasure } from './carry-out-erasure.ts';
import { decideErasure } from './decide-erasure.ts';
import { erasures } from './erasures.query.ts';

async function opened() {
  const world = await openHub();
  const { house, network } = world;
  const desk = await openDesk(world);
  const erase = async (person: string) => (await act(house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'] })).request;
  const carryOut = (request: string) => act(house, jobOf(network), carryOutErasure, { request });
  const stateOf = async (request: string) => (await ownerQuery(house, 'select state, reason, for_dpo from rights.request where id = $1', [request]))[0];
  const named = async (person: string) => (await ownerQuery(house, `select name <> '—' as named from people.person where id = $1`, [person]))[0]!.named;
  return { world, house, network, desk, erase, carryOut, stateOf, named, dpo: await world.as('dpo'), manager: await world.as('hub_manager') };
}

const past = (house: Awaited<ReturnType<typeof opened>>['house'], actor: Actor, write: ReturnType<typeof sql>, pool: 'app' | 'rights' = 'app') =>
  inTransaction(house[pool], beginFor(actor), (tx) => write.execute(tx));

it('an erasure is decided by the head of the hub that was asked or the auditor, in their own name: the database holds it too', async () => {
  const { world, house, network, desk, erase, stateOf, dpo, manager } = await opened();
  const person = await desk.person('زينب الورتاني');
  const request = await erase(person);
  const elsewhere = await (await world.secondHub()).as('hub_manager');
  const colleague = await world.as('desk_officer');
  await expect(act(house, { ...colleague, roles: [...colleague.roles, ...elsewhere.roles] }, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ name: 'NotFound' });
  const decided = (by: string, as: string) => sql`update rights.request set state = 'decided', answered_at = now(), answered_by = ${by}, answered_as = ${as} where network_id = ${network} and id = ${request}`;
  for (const [actor, by, as] of [
    [colleague, colleague.account!, 'dpo'], [colleague, manager.account!, 'hub_manager'], [manager, dpo.account!, 'hub_manager'], [manager, manager.account!, 'dpo'], [dpo, manager.account!, 'dpo'],
  ] as const) await expect(past(house, actor, decided(by, as))).rejects.toThrow('row-level security');
  await expect(past(house, manager, sql`update rights.request set state = 'erased', answered_at = now(), answered_by = ${manager.account}, answered_as = 'hub_manager' where id = ${request}`)).rejects.toThrow('row-level security');
  expect(await stateOf(request)).toMatchObject({ state: 'open' });
  await act(house, manager, decideErasure, { request, decision: 'erase' });
  await expect(past(house, manager, sql`insert into rights.subject (network_id, request_id, person_id, hub_id, reach, until_at)
    values (${network}, ${request}, ${person}, ${world.hub}, 'everywhere', now() + interval '1 hour')`)).rejects.toThrow('row-level security');
  expect((await past(house, manager, sql`update rights.request set state = 'refused', reason = 'law' where id = ${request} returning id`)).rows).toEqual([]);
});

it('whom other hubs receive too only the auditor erases: what the head of one hub decided is handed on', async () => {
  const { world, house, desk, erase, carryOut, stateOf, named, dpo, manager } = await opened();
  const person = await desk.person('سعاد القفصي', 1984);
  const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  const other = await world.secondHub();
  await act(house, await other.as('desk_officer'), enrolKnownPerson, { code, birth_year: 1984, channel: 'oral-witness', companion_witness: 'on', language: 'ar-TN' });
  const request = await erase(person);
  await act(house, manager, decideErasure, { request, decision: 'erase' });
  await carryOut(request);
  expect([await stateOf(request), await named(person)]).toEqual([{ state: 'open', reason: null, for_dpo: true }, true]);
  expect((await ask(house, manager, erasures, {})).erasures).toMatchObject([{ id: request, forDpo: true }]);
  await expect(act(house, manager, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: 'rights.dpo-decides' });
  await expect(past(house, manager, sql`update rights.request set state = 'decided', answered_at = now(), answered_by = ${manager.account}, answered_as = 'hub_manager' where id = ${request}`)).rejects.toThrow('row-level security');
  await act(house, dpo, decideErasure, { request, decision: 'erase' });
  await carryOut(request);
  expect([await stateOf(request), await named(person)]).toEqual([{ state: 'erased', reason: null, for_dpo: true }, false]);
});

it('a hold counts for every file of hers that was merged, and also when it comes after the decision', async () => {
  const { world, house, network, desk, erase, carryOut, stateOf, named, dpo, manager } = await opened();
  const [first, second] = [await desk.person('زينب الورتاني'), await desk.person('وردة الماجري')];
  const asked = await erase(second);
  await act(house, dpo, setHold, { request: asked, why: 'law', until: '2090-01-01' });
  await act(house, desk.officer, answerRequest, { request: asked, answer: 'withdrawn' });
  const { merge } = await act(house, desk.officer, proposeMerge, { a: first, b: second, stays: first, reason: 'registered-twice', words: 'She said so.', despite_warnings: 'on' });
  await act(house, await world.as('supervisor'), mergePersons, { merge });
  const request = await erase(first);
  for (const who of [dpo, manager]) await expect(act(house, who, decideErasure, { request, decision: 'erase' })).rejects.toMatchObject({ code: 'rights.held' });

  const third = await desk.person('حياة القاسمي');
  const late = await erase(third);
  await act(house, dpo, decideErasure, { request: late, decision: 'erase' });
  await act(house, dpo, setHold, { request: late, why: 'money', until: '2090-01-01' });
  await carryOut(late);
  expect([await stateOf(late), await named(third)]).toEqual([{ state: 'refused', reason: 'money', for_dpo: false }, true]);
  await expect(house.keys.personKey(network, third, world.hub)).resolves.toBeInstanceOf(Buffer);
  expect(await ownerQuery(house, 'select id from rights.certificate where network_id = $1', [network])).toEqual([]);
});

it('the login of rights opens the files of nobody but whose erasure was decided, an hour at most', async () => {
  const { world, house, network, desk, erase, carryOut, dpo } = await opened();
  const [hers, another] = [await desk.person('زينب الورتاني'), await desk.person('وردة الماجري')];
  const request = await erase(hers);
  const reach = (person: string, hours: number) => past(house, jobOf(network), sql`insert into rights.subject (network_id, request_id, person_id, hub_id, reach, until_at)
    values (${network}, ${request}, ${person}, ${world.hub}, 'everywhere', now() + make_interval(hours => ${hours}::int))
    on conflict (network_id, request_id, person_id) do update set until_at = excluded.until_at`, 'rights');
  await expect(reach(hers, 1)).rejects.toThrow('row-level security');
  await act(house, dpo, decideErasure, { request, decision: 'erase' });
  await expect(reach(another, 1)).rejects.toThrow('row-level security');
  await expect(reach(hers, 2)).rejects.toThrow('row-level security');
  await expect(reach(newId(), 1)).rejects.toThrow('row-level security');
  await carryOut(request);
  await expect(reach(hers, 1)).rejects.toThrow('row-level security');
  await expect(past(house, jobOf(network), sql`insert into rights.subject (network_id, request_id, person_id, hub_id, reach, until_at)
    values (${network}, ${request}, ${hers}, ${world.hub}, 'everywhere', now())`, 'rights')).rejects.toThrow('row-level security');
});
