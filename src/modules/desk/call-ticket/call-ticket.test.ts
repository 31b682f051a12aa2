import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { closeVisit } from '../close-visit/close-visit.ts';
import { calledNumbers } from '../queue/called-numbers.query.ts';
import { ticketBoard } from '../queue/ticket-board.query.ts';
import { callNext } from './call-next.ts';
import { callTicket } from './call-ticket.ts';
import { markLeft } from './mark-left.ts';

describe('calling a number', () => {
  it('gives numbers from one on, without gap, also to two desks at once', async () => {
    const world = await openHub();
    const one = await openDesk(world);
    const two = await openDesk(world);
    const given = await Promise.all([one.ticket(), two.ticket(), one.ticket(), two.ticket(), one.ticket()]);
    expect(given.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('succeeds for one of two officers; the other learns who and where', async () => {
    const world = await openHub();
    const officers = [await world.as('desk_officer', { name: 'سلمى القاسمي' }), await world.as('desk_officer', { name: 'هدى المزوغي' })];
    const { ticket } = await (await openDesk(world, officers[0]!)).ticket();
    const tries = await Promise.allSettled(officers.map((officer, i) => act(world.house, officer, callTicket, { ticket, counter: i + 1 })));
    const winner = tries.findIndex(({ status }) => status === 'fulfilled');
    const loser = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(loser.reason).toMatchObject({
      code: 'desk.already-called', values: { number: 1, name: ['سلمى القاسمي', 'هدى المزوغي'][winner], counter: winner + 1 },
    });
  });

  it('gives two officers who press "next" together two different numbers, and a third nobody', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    await desk.ticket();
    await desk.ticket();
    const other = await world.as('desk_officer');
    const called = await Promise.all([desk.officer, other].map((officer) => act(world.house, officer, callNext, { counter: 1 })));
    expect(new Set(called.map(({ ticket }) => ticket)).size).toBe(2);
    await expect(act(world.house, other, callNext, { counter: 1 })).rejects.toMatchObject({ code: 'desk.nobody-waiting' });
  });

  it('answers a second press of the same form with the same answer', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    const key = newId();
    const press = () => act(world.house, desk.officer, callTicket, { ticket, counter: 2 }, { key });
    expect(await press()).toEqual(await press());
  });

  it('is refused for a number that waits no more, and absent in another hub', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, stranger, callTicket, { ticket, counter: 1 })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, desk.officer, markLeft, { ticket, state: 'left' });
    await expect(act(world.house, desk.officer, callTicket, { ticket, counter: 1 })).rejects.toMatchObject({ code: 'desk.no-longer-waiting' });
  });

  it('cannot end as "left" once somebody is received', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    await expect(act(world.house, desk.officer, markLeft, { ticket, state: 'no-show' })).rejects.toMatchObject({ code: 'desk.visit-began' });
  });

  it('shows numbers and never names on the screen of the waiting room', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    await desk.visit(await desk.person('زينب الورتاني'));
    const shown = await ask(world.house, desk.officer, calledNumbers, {});
    expect(shown).toEqual({ called: [{ number: 1, counter: 3 }], waiting: 0 });
    expect(JSON.stringify(await ask(world.house, desk.officer, ticketBoard, {}))).toContain('زينب');
  });

  it('takes a closed visit off the board', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    await act(world.house, desk.officer, closeVisit, { ticket });
    const board = await ask(world.house, desk.officer, ticketBoard, {});
    expect([board.mine, board.waiting, board.counter]).toEqual([[], [], 3]);
    await expect(act(world.house, desk.officer, closeVisit, { ticket })).rejects.toMatchObject({ code: 'desk.visit-not-open' });
  });
});
