import { describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { typePaperIntake } from './type-paper-intake.ts';

describe('a paper sheet typed later', () => {
  const sheet = { paper_number: 'CM-0042', date: '2026-02-10', hour: '09:30', reason: 'activity' };

  it('keeps the date written on it, in the hub’s own time', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await act(world.house, desk.officer, typePaperIntake, sheet);
    const visit = await desk.sheet(ticket);
    expect(visit).toMatchObject({ day: '2026-02-10', number: 1, paperNumber: 'CM-0042', via: 'paper', open: true, mine: true });
    expect(visit.arrivedAt.toISOString()).toBe('2026-02-10T08:30:00.000Z');
    const [opened] = await eventsAbout(world, ticket, 'desk.ticket-opened');
    expect(opened!.body).toMatchObject({ on: '2026-02-10', via: 'paper' });
    expect(opened!.at.getTime()).toBeGreaterThan(Date.parse('2026-02-11'));
  });

  it('follows Morocco’s clock, which is one hour behind in Ramadan', async () => {
    const world = await openHub({ country: 'MA' });
    const desk = await openDesk(world);
    const { ticket } = await act(world.house, desk.officer, typePaperIntake, { ...sheet, date: '2026-03-02' });
    expect((await desk.sheet(ticket)).arrivedAt.toISOString()).toBe('2026-03-02T09:30:00.000Z');
  });

  it('is typed once, whatever the case of its letters; the number of the day is not lost', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    await act(world.house, desk.officer, typePaperIntake, sheet);
    await expect(act(world.house, desk.officer, typePaperIntake, { ...sheet, paper_number: 'cm-0042' })).rejects.toMatchObject({
      code: 'desk.paper-number-used', field: 'paper_number',
    });
    const { ticket } = await act(world.house, desk.officer, typePaperIntake, { ...sheet, paper_number: 'CM-0043' });
    expect((await desk.sheet(ticket)).number).toBe(2);
  });

  it('refuses a date that has not come and one that does not exist', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    await expect(act(world.house, desk.officer, typePaperIntake, { ...sheet, date: '2099-01-01' })).rejects.toMatchObject({
      code: 'desk.date-in-future', field: 'date',
    });
    await expect(act(world.house, desk.officer, typePaperIntake, { ...sheet, date: '2026-02-30' })).rejects.toMatchObject({
      problems: [{ field: 'date', code: 'impossible-date' }],
    });
  });
});
