import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { endRequest } from '../requests/end-request.ts';
import { forgetLetters } from '../requests/forget-letters.ts';
import { requestList } from '../requests/request-list.query.ts';
import { requestSheet } from '../requests/request-sheet.query.ts';
import { takeRequest } from '../requests/take-request.ts';
import { LETTERS_OF_A_CONNECTION } from './flood-limits.ts';
import { leaveRequest } from './leave-request.ts';
import { requestForm } from './request-form.query.ts';

const letter = { wish: 'call-back', subject: 'money', way: 'phone', phone: '٢٠ ١٢٣ ٤٥٦', ask_for: 'سلمى', hours: ['morning'], language: 'ar', words: 'بعد العاشرة' };
let world: World;
let officer: Actor;
let colleague: Actor;
beforeAll(async () => {
  world = await openHub();
  officer = await world.as('desk_officer');
  colleague = await world.as('desk_officer');
  await ask(world.house, visitor(world.network), requestForm, { hub: world.hub });
});

const leave = (more: object = {}, from: string | null = null) => act(world.house, { ...visitor(world.network), from }, leaveRequest, { hub: world.hub, press: newId(), ...letter, ...more });
const waiting = async (actor = officer) => (await ask(world.house, actor, requestList, {})).requests;
/** Leaves a letter and finds it at the desk by its number and word. */
async function left(more: object = {}): Promise<string> {
  const { receipt } = await leave(more);
  return (await waiting()).find((row) => `${row.receipt.number}-${row.receipt.word}` === receipt)!.id;
}

describe('a request left at the portal', () => {
  it('is sealed, says nothing in the record, and opens only for the officer who took it', async () => {
    const request = await left();
    const [row] = await ownerQuery<{ letter: Buffer }>(world.house, 'select letter from portal.intake where request_id = $1', [request]);
    // Pieces long enough that sealed bytes do not hold them by chance.
    for (const said of ['سلمى', 'بعد العاشرة', '٢٠ ١٢٣', '20 123', '20123']) expect(row!.letter.includes(Buffer.from(said))).toBe(false);
    const [event] = await ownerQuery(world.house, `select account_id, person_id, body, hub_id, substr(id::text, 15, 1) as version, abs(extract(epoch from now() - at)) < 60 as now
      from core.event where subject_id = $1`, [request]);
    expect(event).toMatchObject({ account_id: null, person_id: null, body: {}, hub_id: world.hub, version: '7', now: true });
    expect((await ask(world.house, officer, requestSheet, { request })).letter).toBeNull();
    await act(world.house, officer, takeRequest, { request });
    expect((await ask(world.house, officer, requestSheet, { request })).letter).toEqual({ ...letter });
    expect((await ask(world.house, colleague, requestSheet, { request })).letter).toBeNull();
    const looks = await ownerQuery(world.house, 'select account_id, compartment from core.look where person_id = $1', [request]);
    expect(looks).toEqual([{ account_id: officer.account, compartment: 'C1a' }]);
  });

  it('sent twice by one press is one; corrected, it is another', async () => {
    const press = newId();
    const [one, again, corrected] = [await leave({ press }), await leave({ press }), await leave({ press, phone: '21 000 111' })];
    expect(again.receipt).toBe(one.receipt);
    expect(corrected.receipt).not.toBe(one.receipt);
    const codes = (await waiting()).map(({ receipt }) => `${receipt.number}-${receipt.word}`);
    expect(codes.filter((code) => code === one.receipt)).toHaveLength(1);
    expect(codes).toContain(corrected.receipt);
  });

  it('is refused without a number to call, with one nobody can dial, and for a hub that is not there', async () => {
    await expect(leave({ phone: '' })).rejects.toMatchObject({ code: 'portal.phone-needed', field: 'phone' });
    await expect(leave({ phone: '12' })).rejects.toMatchObject({ code: 'portal.phone-not-readable', field: 'phone' });
    await expect(leave({ hub: newId() })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(leave({ way: 'come-by', phone: '', hours: [] })).resolves.toHaveProperty('receipt');
  });

  it('is stopped when one connection pours, and nobody else is', async () => {
    for (let n = 0; n < LETTERS_OF_A_CONNECTION; n++) await leave({}, '2001:db8:1:2:3::9');
    await expect(leave({}, '2001:db8:1:2:ffff::1')).rejects.toMatchObject({ code: 'portal.too-many-letters', offer: { status: 429 } });
    await expect(leave({}, '2001:db8:1:3::1')).resolves.toHaveProperty('receipt');
  }, 60_000);
});

describe('at the desk', () => {
  it('of two officers at once one wins and the other hears who', async () => {
    const request = await left();
    const tries = await Promise.allSettled([officer, colleague].map((who) => act(world.house, who, takeRequest, { request })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = tries.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: 'portal.request-taken' });
    expect(lost.reason.values.who).not.toBe('');
  });

  it('a request held for a day may be taken over, and only who holds it closes it, once', async () => {
    const request = await left();
    await act(world.house, officer, takeRequest, { request });
    await expect(act(world.house, colleague, endRequest, { request, outcome: 'answered' })).rejects.toMatchObject({ code: 'portal.request-not-held' });
    await ownerQuery(world.house, `update portal.intake set taken_at = now() - interval '25 hours' where request_id = $1`, [request]);
    await act(world.house, colleague, takeRequest, { request });
    await act(world.house, colleague, endRequest, { request, outcome: 'answered' });
    await expect(act(world.house, colleague, takeRequest, { request })).rejects.toMatchObject({ code: 'portal.request-over' });
    expect(await ask(world.house, colleague, requestSheet, { request })).toMatchObject({ state: 'ended', outcome: 'answered', letter: null });
  });

  it('another hub sees nothing of it', async () => {
    const request = await left();
    const stranger = await (await world.secondHub()).as('desk_officer');
    expect(await waiting(stranger)).toEqual([]);
    for (const tried of [() => act(world.house, stranger, takeRequest, { request }), () => ask(world.house, stranger, requestSheet, { request }), () => act(world.house, stranger, endRequest, { request, outcome: 'empty' })]) {
      await expect(tried()).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(act(world.house, await world.as('hub_manager'), takeRequest, { request })).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('what somebody wrote past the form is no letter, and harms nothing', async () => {
    const request = newId();
    await ownerQuery(world.house, `insert into portal.intake (network_id, hub_id, request_id, letter) values ($1, $2, $3, $4)`, [world.network, world.hub, request, Buffer.alloc(200, 7)]);
    await act(world.house, officer, takeRequest, { request });
    expect(await ask(world.house, officer, requestSheet, { request })).toMatchObject({ mine: true, letter: null });
  });

  it('forgets letters a month after they were closed, and half a year after they came', async () => {
    const [closed, old, fresh] = [await left(), await left(), await left()];
    await act(world.house, officer, takeRequest, { request: closed });
    await act(world.house, officer, endRequest, { request: closed, outcome: 'visit' });
    await ownerQuery(world.house, `update portal.intake set ended_at = now() - interval '31 days' where request_id = $1`, [closed]);
    await ownerQuery(world.house, `update portal.intake set arrived_at = now() - interval '181 days' where request_id = $1`, [old]);
    const job: Actor = { network: world.network, account: null, person: null, hub: null, roles: [], app: 'job' };
    await act(world.house, job, forgetLetters, {});
    const rows = await ownerQuery<{ id: string; kept: boolean }>(world.house, 'select request_id as id, letter is not null as kept from portal.intake where request_id = any ($1)', [[closed, old, fresh]]);
    expect(Object.fromEntries(rows.map(({ id, kept }) => [id, kept]))).toEqual({ [closed]: false, [old]: false, [fresh]: true });
  });
});
