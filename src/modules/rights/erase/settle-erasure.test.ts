import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { closeFile } from '#modules/confidential/close-file/close-file.ts';
import { openFile } from '#modules/confidential/open-file/open-file.ts';
import { askEmergency } from '#modules/confidential/two-keys/ask-emergency.ts';
import '#modules/rights/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { decideErasure } from './decide-erasure.ts';
import { carryOutErasure } from './carry-out-erasure.ts';
import { settleErasure } from './settle-erasure.ts';

/** Two protected files of one woman, the first closed, and words in which another officer asked to read. */
async function protectedWoman() {
  const world = await openHub();
  const { house, network } = world;
  const desk = await openDesk(world);
  const person = await desk.person();
  const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  const [guard, asks] = [await world.as('protection_officer'), await world.as('protection_officer')];
  const { file: closed } = await act(house, guard, openFile, { called: 'Yasmine', kind: 'protection', code });
  await act(house, guard, closeFile, { file: closed, why: 'done' });
  const { file: open } = await act(house, guard, openFile, { called: 'Yasmine', kind: 'domestic_work', code });
  const { request: words } = await act(house, asks, askEmergency, { code, reason: 'danger', words: 'Her cousin asked for her at the door.' });
  const left = async () => Object.fromEntries(await Promise.all(Object.entries({ closed, open, words }).map(async ([what, id]) => [what, await house.keys.protected.forOpening(network, id).then(() => true, () => false)])));
  const settled = async () => (await ownerQuery<{ body: unknown }>(house, `select body from core.event where network_id = $1 and name = 'rights.erasure-settled'`, [network])).map(({ body }) => body);
  return { world, house, network, person, left, settled };
}

it('asked by herself: every file and the words in which somebody asked to read it', async () => {
  const { house, network, person, left, settled } = await protectedWoman();
  expect(await left()).toEqual({ closed: true, open: true, words: true });
  await act(house, jobOf(network), settleErasure, { person, basis: 'asked' });
  expect(await left()).toEqual({ closed: false, open: false, words: false });
  expect(await settled()).toEqual([{}]);
});

it('when only the time of keeping is over a file that is still open keeps its key, and the trace is the same', async () => {
  const { world, house, network, person, left, settled } = await protectedWoman();
  const request = '01890000-0000-7000-8000-000000000001';
  const dpo = await world.as('dpo');
  const other = await world.as('dpo');
  await ownerQuery(house, `update core.event set at = at - interval '9 years' where network_id = $1 and person_id = $2`, [network, person]);
  await ownerQuery(house, `insert into rights.request (network_id, id, hub_id, person_id, kind, basis, identified_by, asked_at, asked_by, due_on, state)
    values ($1, $2, $3, $4, 'erase', 'retention', '{}', now(), $5, current_date, 'open')`, [network, request, world.hub, person, other.account]);
  await act(house, dpo, decideErasure, { request, decision: 'erase' });
  await act(house, jobOf(network), carryOutErasure, { request });
  const [{ basis }] = await ownerQuery<{ basis: 'retention' }>(house, `select payload -> 'input' ->> 'basis' as basis from graphile_worker._private_jobs
    where payload ->> 'network' = $1 and payload ->> 'action' = 'rights.settle-erasure'`, [network]) as [{ basis: 'retention' }];
  expect(basis).toBe('retention');
  await act(house, jobOf(network), settleErasure, { person, basis });
  expect(await left()).toEqual({ closed: false, open: true, words: true });
  expect(await settled()).toEqual([{}]);
});
