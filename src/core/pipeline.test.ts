import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { makeMark, marks, openAndStumble, openNote, openProbe, sealNote, swapMarks, swaps, whoAmI } from '#tests/fixtures/probe.ts';

let world: World;
let officer: Actor;
const house = () => world.house;
const mark = (given: object, options = {}, by = officer) => act(house(), by, makeMark, given, options);
const eventsNamed = (name: string) =>
  ownerQuery(house(), 'select body, key, action, hub_id, account_id from core.event where network_id = $1 and name = $2 order by id', [world.network, name]);
const looks = () =>
  ownerQuery(house(), 'select account_id, action, person_id, compartment, outcome, fields from core.look where network_id = $1 order by id', [world.network]);

beforeAll(async () => {
  await openProbe();
  world = await openHub();
  officer = await world.as('desk_officer');
});

describe('an action', () => {
  it('keeps its rows together with its event', async () => {
    const key = newId();
    await mark({ note: 'whole' }, { key });
    expect(await marks(world.network, 'whole')).toBe(1);
    expect((await eventsNamed('probe.marked')).at(-1)).toMatchObject({
      body: { letters: 5 }, key, action: 'probe.make-mark', hub_id: world.hub, account_id: officer.account,
    });
  });

  it.each([
    ['says nothing of what happened', 'silent', /recorded no event/],
    ['says more than its event declares', 'undeclared-field', /note/],
    ['refuses', 'refuse', /probe\.not-now/],
    ['breaks', 'break', /broke over/],
    ['finds the disk full', 'disk-full', /could not extend file/],
  ])('keeps nothing when it %s', async (_, way, reason) => {
    const before = (await eventsNamed('probe.marked')).length;
    const key = newId();
    await expect(mark({ note: `not ${way}`, way }, { key })).rejects.toThrow(reason);
    expect(await marks(world.network, `not ${way}`)).toBe(0);
    expect(await eventsNamed('probe.marked')).toHaveLength(before);
    expect(await ownerQuery(house(), 'select 1 from core.command where key = $1', [key])).toEqual([]);
  });

  it('run dry does everything and keeps nothing', async () => {
    await expect(mark({ note: 'dry' }, { dryRun: true })).resolves.toHaveProperty('mark');
    await expect(mark({ note: 'dry', way: 'refuse' }, { dryRun: true })).rejects.toMatchObject({ code: 'probe.not-now' });
    expect(await marks(world.network, 'dry')).toBe(0);
  });

  it('is tried again after a deadlock, and both are done', async () => {
    const [one, two] = [(await mark({ note: 'swap' })).mark, (await mark({ note: 'swap' })).mark];
    const swap = (first: string, second: string, note: string) => act(house(), officer, swapMarks, { first, second, note });
    await Promise.all([swap(one, two, 'swapped'), swap(two, one, 'swapped')]);
    expect(swaps.runs).toBeGreaterThan(2);
    expect(await marks(world.network, 'swapped')).toBe(2);
  });

  it('looks once more when another wrote the same row between its look and its own, and says so when that helps nothing', async () => {
    const id = newId();
    const seen: boolean[] = [];
    const claim = (blind: boolean) => inTransaction(house().app, beginFor(officer), async (tx) => {
      const found = await tx.selectFrom('probe.mark').select('id').where('id', '=', id).executeTakeFirst();
      seen.push(found !== undefined);
      if (found && !blind) return 'taken meanwhile';
      const write = (by: typeof tx) => by.insertInto('probe.mark').values({ network_id: world.network, id, note: 'claimed' }).execute();
      if (!found) await inTransaction(house().app, beginFor(officer), write);
      await write(tx);
      return 'mine';
    });
    await expect(claim(false)).resolves.toBe('taken meanwhile');
    expect(seen.splice(0)).toEqual([false, true]);
    await expect(claim(true)).rejects.toMatchObject({ code: '23505' });
    expect(seen).toEqual([true, true]);
    expect(await marks(world.network, 'claimed')).toBe(1);
  });

  it('is refused to other roles, other hubs and visitors', async () => {
    const second = await world.secondHub();
    await expect(mark({ note: 'x' }, {}, await world.as('coach'))).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(mark({ note: 'x' }, {}, { ...officer, hub: second.hub })).rejects.toMatchObject({ code: 'core.other-hub' });
    await expect(mark({ note: 'x' }, {}, { ...officer, account: null, roles: [] })).rejects.toMatchObject({ code: 'core.sign-in-first' });
    expect(await marks(world.network, 'x')).toBe(0);
  });
});

describe('one key', () => {
  it('gives one answer, later and at the same moment', async () => {
    const key = newId();
    const together = await Promise.all(Array.from({ length: 6 }, () => mark({ note: 'once' }, { key })));
    const later = await mark({ note: 'once' }, { key });
    expect(new Set([...together, later].map((answer) => answer.mark)).size).toBe(1);
    expect(await marks(world.network, 'once')).toBe(1);
  });

  it('is refused for another text, another action or another person, and to both of two texts at once only one is kept', async () => {
    const key = newId();
    await mark({ note: 'first' }, { key });
    const reused = { code: 'core.key-reused', offer: { status: 409 } };
    await expect(mark({ note: 'second' }, { key })).rejects.toMatchObject(reused);
    await expect(act(house(), officer, sealNote, { person: newId(), note: 'first' }, { key })).rejects.toMatchObject(reused);
    await expect(mark({ note: 'first' }, { key }, await world.as('desk_officer'))).rejects.toMatchObject(reused);
    const other = newId();
    const both = await Promise.allSettled(['left', 'right'].map((note) => mark({ note }, { key: other })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await marks(world.network, 'left')) + (await marks(world.network, 'right'))).toBe(1);
  });

  it('is free again after a refusal', async () => {
    const key = newId();
    await expect(mark({ note: 'again', way: 'refuse' }, { key })).rejects.toThrow();
    await expect(mark({ note: 'again' }, { key })).resolves.toHaveProperty('mark');
  });
});

describe('a look', () => {
  it('at a sealed value is written with it, and not when the look came to nothing', async () => {
    const person = newId();
    const { mark: sealed } = await act(house(), officer, sealNote, { person, note: 'not for every eye' });
    const stored = await ownerQuery<{ sealed: Buffer }>(house(), 'select sealed from probe.mark where id = $1', [sealed]);
    expect(stored[0]!.sealed.toString('latin1')).not.toContain('every eye');
    const before = (await looks()).length;
    await expect(ask(house(), officer, openAndStumble, { mark: sealed, person })).rejects.toThrow('stumbled');
    expect(await looks()).toHaveLength(before);
    expect(await ask(house(), officer, openNote, { mark: sealed, person })).toBe('not for every eye');
    expect((await looks()).slice(before)).toEqual([{
      account_id: officer.account, action: 'probe.open-note', person_id: person, compartment: 'C1a', outcome: 'opened', fields: ['probe.mark.sealed'],
    }]);
  });

  it('that was refused is written too', async () => {
    const coach = await world.as('coach');
    await expect(ask(house(), coach, openNote, { mark: newId(), person: newId() })).rejects.toMatchObject({ code: 'core.role-missing' });
    expect((await looks()).filter(({ account_id }) => account_id === coach.account)).toEqual([{
      account_id: coach.account, action: 'probe.open-note', person_id: null, compartment: 'C1a', outcome: 'refused:role-missing', fields: [],
    }]);
  });
});

describe('the context of a request', () => {
  it('never reaches the next one over 2,000 alternations of two networks', async () => {
    const other = await openHub();
    const stranger = await other.as('desk_officer');
    await mark({ note: 'ours' });
    const ours = (await ask(house(), officer, whoAmI, {})).marks;
    expect(ours).toBeGreaterThan(0);
    const wrong: unknown[] = [];
    for (let i = 0; i < 2_000; i += 40) {
      await Promise.all(Array.from({ length: 40 }, async (_, j) => {
        const [actor, hub, many] = j % 2 ? [officer, world.hub, ours] : [stranger, other.hub, 0];
        const seen = await ask(house(), actor, whoAmI, {});
        if (seen.network !== actor.network || seen.account !== actor.account || seen.hubs !== `{${hub}}` || seen.marks !== many) wrong.push(seen);
      }));
    }
    expect(wrong).toEqual([]);
    const { rows } = await house().app.query("select current_setting('app.network', true) as network, current_setting('app.hubs', true) as hubs");
    expect(rows[0].network || rows[0].hubs || '').toBe('');
    expect((await house().app.query('select 1 from probe.mark')).rowCount).toBe(0);
  });

  it('is made of identifiers only', () => {
    expect(() => beginFor({ ...officer, network: "'; drop schema core; --" })).toThrow(/UUIDs only/);
    expect(() => beginFor({ ...officer, hub: '*' })).toThrow(/UUIDs only/);
  });

  it('puts no job on the queue of another network', async () => {
    const left = inTransaction(house().app, beginFor(officer), (tx) =>
      sql`select core.enqueue(${JSON.stringify({ network: newId(), action: 'probe.mark-by-job', input: {} })}::json, null, null)`.execute(tx));
    await expect(left).rejects.toThrow('a job belongs to the network of its transaction');
  });
});
