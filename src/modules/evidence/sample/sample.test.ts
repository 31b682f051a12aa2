import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { printedFigure } from '#tests/fixtures/printed-figure.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { drawLot } from './draw-lot.ts';
import { drawSample } from './draw-sample.ts';
import { sampleList } from './sample-list.query.ts';
import { sampleSheet } from './sample-sheet.query.ts';
import { writeFinding } from './write-finding.ts';

const last = monthPlus(monthOf(new Date()), -1);
const received = { code: 'received', events: ['desk.client-received'] };

/** As the sheet tells an auditor to do it: a fingerprint beside each number, the lines sorted, the first taken. */
const byHand = (ids: readonly string[], seed: string, many: number): string[] =>
  ids.map((id) => `${createHash('sha256').update(Buffer.concat([Buffer.from(seed), Buffer.from(' '), Buffer.from(id)])).digest('hex')} ${id}`).sort().slice(0, many).map((line) => line.split(' ')[1]!);

it('draws the same for the same seed, whatever the order of the list, and each is as likely as another', () => {
  const ids = Array.from({ length: 40 }, () => newId());
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 100 }), fc.integer({ min: 1, max: 60 }), (seed, many) => {
    expect(drawLot([...ids].reverse(), seed, many)).toEqual(byHand(ids, seed, many));
  }));
  const drawn = new Map<string, number>(ids.map((id) => [id, 0]));
  for (let seed = 0; seed < 4_000; seed++) for (const id of drawLot(ids, String(seed), 4)) drawn.set(id, drawn.get(id)! + 1);
  // 400 expected each; nine standard deviations of a draw of one tenth (19) to either side.
  for (const times of drawn.values()) expect(Math.abs(times - 400)).toBeLessThan(171);
});

it('an auditor’s sample is drawn from what was printed, every look at it stays, and nobody else reads it', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const manager = await world.as('hub_manager');
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, persons(12).map((person) => ({ at: `${last}-05`, person })));
  const { indicator, figure } = await printedFigure(world, manager, received, { from: last, to: last });
  // What comes after the print is behind no printed figure.
  await receivedBefore(world, officer, persons(3).map((person) => ({ at: `${last}-07`, person })));
  const { sample } = await act(house, manager, drawSample, { figure, many: '5', seed: '20261123', drawn_for: 'Cour des comptes' });
  const behind = await ownerQuery<{ id: string }>(house, `select e.id from core.event e join core.seal s on s.network_id = e.network_id and s.event_id = e.id join evidence.printed_figure p on p.network_id = e.network_id and p.id = $2
    where e.network_id = $1 and e.name = 'desk.client-received' and s.seq <= p.head_seq`, [world.network, figure]);
  expect(behind).toHaveLength(12);
  const supervisor = await world.as('supervisor');
  const read = () => ask(house, supervisor, sampleSheet, { sample });
  const sheet = await read();
  expect([sheet.seed, sheet.drawnFrom, sheet.items.map(({ event }) => event)]).toEqual(['20261123', 12, byHand(behind.map(({ id }) => id), '20261123', 5)]);
  expect(sheet.items.every(({ name, sealed }) => name === 'desk.client-received' && sealed! > 0)).toBe(true);
  await expect(act(house, manager, writeFinding, { sample, place: '2', result: 'differs' })).rejects.toMatchObject({ code: 'evidence.note-missing', field: 'note' });
  await expect(act(house, manager, writeFinding, { sample, place: '6', result: 'seen' })).rejects.toMatchObject({ name: 'NotFound' });
  await act(house, manager, writeFinding, { sample, place: '2', result: 'not_found', note: 'Classeur 4' });
  await act(house, supervisor, writeFinding, { sample, place: '2', result: 'seen' });
  expect((await read()).items[1]!.findings.map(({ result, note }) => [result, note])).toEqual([['seen', null], ['not_found', 'Classeur 4']]);
  await act(house, manager, drawSample, { figure, many: '200', drawn_for: 'Cour des comptes' });
  expect((await ask(house, manager, sampleList, { figure })).samples.map(({ many, looked }) => [many, looked])).toEqual([[12, 0], [5, 1]]);

  for (const role of ['desk_officer', 'case_worker', 'donor_viewer', 'ministry_viewer', 'network_admin'] as const) {
    await expect(ask(house, await world.as(role), sampleSheet, { sample })).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
  }
  const elsewhere = await (await world.secondHub()).as('hub_manager');
  await expect(ask(house, elsewhere, sampleSheet, { sample })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, elsewhere, drawSample, { figure, many: '1', drawn_for: 'Personne' })).rejects.toMatchObject({ name: 'NotFound' });

  const web = await openWeb(world);
  for (const [address, says] of [[`/indicators/${indicator}`, `/printed/${figure}/samples`], [`/indicators/${indicator}/printed/${figure}/samples`, `/samples/${sample}`], [`/samples/${sample}`, 'Classeur 4'], [`/samples/${sample}/2`, 'Classeur 4'], [`/samples/${sample}/sheet`, '20261123']] as const) {
    const answer = await web.get(`${address}?lang=fr`, manager);
    expect([address, answer.status, (await answer.text()).includes(says)]).toEqual([address, 200, true]);
  }

  // An event behind it that is no longer what it was: the lot is not drawn over it.
  await ownerQuery(house, `update core.event set body = jsonb_set(body, '{kind}', '"organization"') where network_id = $1 and id = $2`, [world.network, behind[0]!.id]);
  await expect(act(house, manager, drawSample, { figure, many: '5', drawn_for: 'Cour des comptes' })).rejects.toMatchObject({ code: 'evidence.events-differ' });
  const { figure: empty } = await printedFigure(world, manager, { ...received, code: 'nobody' }, { from: '2021-01', to: '2021-01' });
  await expect(act(house, manager, drawSample, { figure: empty, many: '5', drawn_for: 'Cour des comptes' })).rejects.toMatchObject({ code: 'evidence.nothing-behind' });
});
