import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { recordEvent } from '#core/event.ts';
import { newId } from '#core/id.ts';
import { ask } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import '#apps/web/sitemap.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openLivedInProgramme } from '#tests/fixtures/open-programme.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { programmeProgress } from './programme-progress.query.ts';

/** Writes steps of pilots at the hub, as the registers tell them. */
async function told(world: World, actor: Actor, steps: readonly { name: string; subject: string; body: Readonly<Record<string, unknown>> }[]): Promise<void> {
  await inTransaction(world.house.app, beginFor(actor), async (tx) => {
    const frame = { actor, action: 'registers.take-step', module: 'registers', compartment: 'C0', key: null, inputHash: null, now: new Date() } as const;
    for (const step of steps) await recordEvent(tx, frame, step);
  });
}

it('counts towards a target what says that it is the programme’s and whose paper stands, beside the first target and the one in force', async () => {
  const world = await openHub({ demo: true });
  const admin = await world.as('network_admin');
  const { body } = await openDirectory(world);
  const { programme } = await openLivedInProgramme(world, admin, await body({ fr: 'Organisme d’essai' }));
  const manager = await world.as('hub_manager');
  const step = (of: string | null, proof: string) => ({ programme: of, territory: null, on: dayAtHub(), proof, female: 0, male: 0, unknown: 0 });
  const [one, two, other, begun] = Array.from({ length: 4 }, () => newId()) as [string, string, string, string];
  const papers = [newId(), newId(), newId(), newId()] as const;
  await told(world, manager, [
    { name: 'pilot-contracted', subject: one, body: step(programme, papers[0]) }, { name: 'pilot-contracted', subject: two, body: step(programme, papers[1]) },
    { name: 'pilot-contracted', subject: other, body: step(null, papers[2]) }, { name: 'pilot-awarded', subject: begun, body: step(programme, papers[3]) },
  ]);
  const pilots = async () => (await ask(world.house, manager, programmeProgress, { programme })).targets.find(({ indicator }) => indicator === 'pilots')!;
  expect(await pilots()).toMatchObject({ original: 6, current: 10, version: 2, reason: 'Avenant', reached: 2, leftOut: [{ reason: 'not-yet', many: 1 }] });
  await told(world, manager, [{ name: 'proof-withdrawn', subject: papers[1], body: { why: 'mistaken', entries: [two] } }]);
  expect(await pilots()).toMatchObject({ reached: 1, leftOut: [{ reason: 'not-yet', many: 1 }, { reason: 'paper-stands', many: 1 }] });
  await told(world, manager, [{ name: 'proof-replaced', subject: two, body: { entry: two, to: 'contracted', proof: newId(), instead_of: papers[1] } }]);
  expect((await pilots()).reached).toBe(2);
  const web = await openWeb(world);
  const page = await web.get(`/programmes/${programme}/progress?lang=fr`, manager);
  expect([page.status, /20\s%/u.test(await page.text())]).toEqual([200, true]);
  await expect(ask(world.house, await world.as('donor_viewer'), programmeProgress, { programme })).rejects.toMatchObject({ code: 'core.role-missing' });
});
