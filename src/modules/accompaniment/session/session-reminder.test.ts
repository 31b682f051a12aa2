import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openAccompanied } from '#tests/fixtures/accompanied.ts';
import { messageJobs } from '#tests/fixtures/message-jobs.ts';
import { dropOut } from '../closing/drop-out.ts';
import { callOffSession } from './call-off-session.ts';
import { holdSession } from './hold-session.ts';
import { planSession } from './plan-session.ts';

const planned = async (on: string) => {
  const there = await openAccompanied();
  const { house, network } = there.world;
  const { session } = await act(house, there.coach, planSession, { case: there.file, on, at: '10:00', place: 'hub' });
  return { ...there, session, jobs: () => messageJobs(house, network) };
};

it('a session wishes for a reminder the day before, by the clock of the hub', async () => {
  const { session, woman, jobs } = await planned('2031-05-06');
  expect(await jobs()).toMatchObject([{
    action: 'messages.queue-message',
    input: { person: woman, template: 'appointment', params: { date: '2031-05-06', time: '10:00' }, at: '2031-05-05T09:00:00.000Z', until: '2031-05-06T08:00:00.000Z', basis: 'session', basis_id: session },
  }]);
});

it.each([
  ['called off', ({ world, coach, session }: Awaited<ReturnType<typeof planned>>) => act(world.house, coach, callOffSession, { session, state: 'cancelled' })],
  ['held sooner than planned', ({ world, coach, session }: Awaited<ReturnType<typeof planned>>) => act(world.house, coach, holdSession, { session, act: 'accompaniment', minutes: 30 })],
  ['left open by a file that ends', ({ world, coach, file }: Awaited<ReturnType<typeof planned>>) => act(world.house, coach, dropOut, { case: file, reason: 'moved' })],
])('a session %s takes its reminder back', async (_, end) => {
  const there = await planned('2031-05-06');
  await end(there);
  expect(await there.jobs()).toMatchObject([{ action: 'messages.recall-messages', input: { basis: 'session', basis_id: there.session } }]);
});

it('a session written down afterwards reminds nobody', async () => {
  const { world, coach, session, jobs } = await planned('2026-01-05');
  await act(world.house, coach, callOffSession, { session, state: 'missed' });
  expect(await jobs()).toEqual([]);
});
