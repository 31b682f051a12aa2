import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { handovers } from '../handovers/handovers.query.ts';
import { takeHandover } from '../take-handover/take-handover.ts';
import { handOverSafely } from './hand-over-safely.ts';

describe('handing over safely', () => {
  it('changes no byte outside the confidential schema', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    const before = await everyOrdinaryRow(world);
    expect(before).toContain(ticket);
    expect(await act(world.house, desk.officer, handOverSafely, { ticket }, { key: newId() })).toEqual({});
    expect(await everyOrdinaryRow(world)).toBe(before);
  });

  it('is open to every member of staff, names nobody being needed, and asks no consent', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    for (const role of ['coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'] as const) {
      expect(await act(world.house, await world.as(role), handOverSafely, { ticket })).toEqual({});
    }
    const child = await desk.person('آية المرزوقي', 2015);
    await act(world.house, desk.officer, handOverSafely, { person: child });
    const seen = await ask(world.house, await world.as('protection_officer'), handovers, {});
    expect(seen.map(({ person, number }) => [person?.name ?? null, number]).sort()).toEqual([['آية المرزوقي', null], [null, 1]].sort());
  });

  it('is refused to others, and a visit of another hub is absent', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    const viewer = await world.as('ministry_viewer');
    await expect(act(world.house, viewer, handOverSafely, { ticket })).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, stranger, handOverSafely, { ticket })).rejects.toMatchObject({ name: 'NotFound' });
    const person = await desk.person();
    await expect(act(world.house, stranger, handOverSafely, { person })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, desk.officer, handOverSafely, {})).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('what was handed over', () => {
  it('opens only to a protection officer of the hub who has just proved who she is, and leaves a protected trace', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person('زينب الورتاني');
    await act(world.house, desk.officer, handOverSafely, { ticket: await desk.visit(person) });
    for (const role of ['hub_manager', 'supervisor', 'desk_officer', 'dpo'] as const) {
      await expect(ask(world.house, await world.as(role), handovers, {})).rejects.toMatchObject({ code: expect.stringMatching(/^core\./) });
    }
    await expect(ask(world.house, await world.as('protection_officer', { fresh: false }), handovers, {})).rejects.toMatchObject({ code: 'core.not-fresh' });
    const elsewhere = await (await world.secondHub()).as('protection_officer');
    expect(await ask(world.house, elsewhere, handovers, {})).toEqual([]);
    const protector = await world.as('protection_officer');
    expect(await ask(world.house, protector, handovers, {})).toMatchObject([{ person: { name: 'زينب الورتاني' }, number: 1, taken: false }]);
    expect(await protectedLooks(world, protector, person)).toEqual([protector.account]);
    expect(await protectedLooks(world, await world.as('protection_officer'), person)).toEqual([]);
  });

  it('is taken by one of two protection officers', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    await act(world.house, desk.officer, handOverSafely, { ticket: (await desk.ticket()).ticket });
    const two = [await world.as('protection_officer'), await world.as('protection_officer')];
    const [row] = await ask(world.house, two[0]!, handovers, {});
    const tries = await Promise.allSettled(two.map((each) => act(world.house, each, takeHandover, { handover: row!.id })));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'confidential.already-taken' } });
    await expect(act(world.house, two[0]!, takeHandover, { handover: newId() })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('cannot be read by the app’s login, nor can it become the protected one', async () => {
    const { house } = await openHub();
    for (const statement of ['select 1 from confidential.handover', 'select 1 from confidential.event', 'set role hadina_protected']) {
      await expect(house.app.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

/** Who opened protected fields of a person, as a protection officer's connection reads it: her own looks, no colleague's. */
async function protectedLooks(world: World, reader: Actor, person: string): Promise<readonly string[]> {
  return inTransaction(world.house.protected, beginFor(reader), async (tx) => {
    const { rows } = await sql<{ account_id: string }>`select account_id from confidential.look where person_id = ${person}`.execute(tx);
    return rows.map(({ account_id }) => account_id);
  });
}
